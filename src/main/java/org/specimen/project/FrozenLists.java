package org.specimen.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.catalogue.Catalogue;
import org.specimen.project.SpecFacts.Wish;
import org.specimen.python.PackageName;
import org.specimen.python.Specifier;

/**
 * Recognizes lists that a tool wrote of all that was installed, such as "pip freeze": nearly each line pins one version,
 * most of what they name is used by nothing, and much of that is needed by something else on the list.
 */
final class FrozenLists {

    /** A shorter list may well be written by hand. */
    private static final int SHORTEST = 10;

    /** A list that is longer is hardly written by hand. */
    private static final int LONG = 30;

    /** Such a list is hardly written by hand even where it says no versions. */
    private static final int VERY_LONG = 60;

    /** One version, as "conda env export --no-builds" writes it. */
    private static final Pattern CONDA_PIN = Pattern.compile("={0,2}[0-9][0-9a-zA-Z_.!+-]*");

    /** What is nearly always there for something else, also where only older versions needed it. */
    private static final Set<String> HARDLY_BY_HAND = Set.of(
            "astor",
            "astunparse",
            "async-timeout",
            "attrs",
            "backcall",
            "bleach",
            "cachetools",
            "certifi",
            "cffi",
            "chardet",
            "charset-normalizer",
            "cycler",
            "decorator",
            "defusedxml",
            "entrypoints",
            "frozenlist",
            "gast",
            "google-auth",
            "google-auth-oauthlib",
            "google-pasta",
            "grpcio",
            "idna",
            "importlib-metadata",
            "importlib-resources",
            "ipython-genutils",
            "jedi",
            "jsonschema",
            "jupyter-client",
            "jupyter-core",
            "keras-applications",
            "keras-preprocessing",
            "kiwisolver",
            "markdown",
            "markupsafe",
            "mistune",
            "multidict",
            "oauthlib",
            "opt-einsum",
            "pandocfilters",
            "parso",
            "pexpect",
            "pickleshare",
            "prompt-toolkit",
            "protobuf",
            "ptyprocess",
            "pyasn1",
            "pyasn1-modules",
            "pycparser",
            "pyparsing",
            "python-dateutil",
            "pytz",
            "pyzmq",
            "requests-oauthlib",
            "rsa",
            "semantic-version",
            "six",
            "tensorboard-plugin-wit",
            "tensorflow-estimator",
            "termcolor",
            "threadpoolctl",
            "tornado",
            "traitlets",
            "typing-extensions",
            "urllib3",
            "wcwidth",
            "webencodings",
            "werkzeug",
            "wrapt",
            "yarl",
            "zipp");

    /** What conda puts into an environment by itself and lists when it is exported; nobody asks for it by hand. */
    private static final Set<String> BY_CONDA_ITSELF = Set.of(
            "_libgcc_mutex",
            "_openmp_mutex",
            "_r-mutex",
            "_sysroot_linux-64_curr_repodata_hack",
            "ca-certificates",
            "ld_impl_linux-64",
            "ld_impl_linux-aarch64",
            "libcxx",
            "libgcc",
            "libgcc-ng",
            "libstdcxx-ng",
            "libuuid",
            "ncurses",
            "vs2015_runtime",
            "wincertstore");

    private static final int MOST_BY_CONDA_ITSELF = 2;

    private final Catalogue catalogue;
    private final Requirers requirers;

    FrozenLists(Catalogue catalogue) {
        this.catalogue = catalogue;
        requirers = new Requirers(catalogue);
    }

    /** Where such lists ask for packages; each list becomes a warning. */
    Set<Evidence> find(List<SpecFacts> specs, Set<PackageName> used, List<ProjectFacts.Warning> warnings) {
        Set<Evidence> frozen = new HashSet<>();
        for (SpecFacts facts : specs) {
            List<Wish> pip = written(facts, Declaration.Pip.class);
            List<Wish> conda = written(facts, Declaration.Conda.class);
            List<Wish> listed = new ArrayList<>();
            boolean everything =
                    isEverything(Stream.concat(pip.stream(), conda.stream()).toList(), used);
            if (everything || isFrozen(pip, used)) {
                listed.addAll(pip);
            }
            if (everything || isExported(conda) || isFrozen(conda, used)) {
                listed.addAll(conda);
            }
            if (!listed.isEmpty()) {
                listed.forEach(wish -> frozen.add(wish.declaration().evidence()));
                long taken = listed.stream()
                        .flatMap(wish -> name(wish).stream())
                        .filter(used::contains)
                        .distinct()
                        .count();
                warnings.add(new ProjectFacts.Warning(
                        WarningKind.MOVING_REQUIREMENT.key(),
                        Evidence.of(facts.file),
                        "It lists all " + listed.size() + " packages that were installed on one computer. The " + taken
                                + " that the code uses were taken from it; the rest is left to the solver."));
            }
        }
        return frozen;
    }

    private static List<Wish> written(SpecFacts facts, Class<? extends Declaration> by) {
        return facts.wishes.stream()
                .filter(wish -> !wish.listed() && by.isInstance(wish.declaration()))
                .toList();
    }

    private static Optional<PackageName> name(Wish wish) {
        if (wish.declaration() instanceof Declaration.Pip pip) {
            return Optional.of(pip.requirement().name());
        }
        return wish.declaration() instanceof Declaration.Conda conda
                ? conda.spec().exactName().flatMap(name -> PackageName.tryOf(name.value()))
                : Optional.empty();
    }

    /** Whether conda wrote it out, however people cut it afterwards. */
    private static boolean isExported(List<Wish> wishes) {
        return wishes.size() >= SHORTEST
                && wishes.stream()
                                .flatMap(wish -> ((Declaration.Conda) wish.declaration()).spec().exactName().stream())
                                .filter(name -> BY_CONDA_ITSELF.contains(name.value()))
                                .count()
                        > MOST_BY_CONDA_ITSELF;
    }

    /** Whether it names all that was installed, without the versions. */
    private boolean isEverything(List<Wish> wishes, Set<PackageName> used) {
        // what is no Python is not found by imports
        Set<PackageName> names = wishes.stream()
                .flatMap(wish -> name(wish).stream())
                .filter(name -> catalogue.distribution(name).isPresent())
                .collect(Collectors.toCollection(HashSet::new));
        Set<PackageName> unused = without(names, used);
        return names.size() >= VERY_LONG
                && unused.size() * 5 >= names.size() * 3
                && hardlyByHand(unused, names) * 4 >= names.size();
    }

    /** How many are there for the sake of others. */
    private long hardlyByHand(Set<PackageName> unused, Set<PackageName> all) {
        Set<PackageName> needed = requirers.neededBy(all);
        return unused.stream()
                .filter(name -> needed.contains(name) || HARDLY_BY_HAND.contains(name.value()))
                .count();
    }

    private static Set<PackageName> without(Set<PackageName> names, Set<PackageName> used) {
        Set<PackageName> unused = new HashSet<>(names);
        unused.removeAll(used);
        return unused;
    }

    private boolean isFrozen(List<Wish> wishes, Set<PackageName> used) {
        Set<PackageName> pinned = wishes.stream()
                .filter(FrozenLists::isPinned)
                .flatMap(wish -> name(wish).stream())
                .collect(Collectors.toCollection(HashSet::new));
        return isFrozen(wishes.size(), pinned, used);
    }

    private boolean isFrozen(int size, Set<PackageName> pinned, Set<PackageName> used) {
        if (size < SHORTEST || pinned.size() * 10 < size * 9) {
            return false;
        }
        Set<PackageName> unused = without(pinned, used);
        if (unused.size() * 5 < pinned.size() * 2) {
            return false;
        }
        return hardlyByHand(unused, pinned) * 4 >= pinned.size()
                || (size >= LONG && unused.size() * 5 >= pinned.size() * 3);
    }

    private static boolean isPinned(Wish wish) {
        return wish.declaration() instanceof Declaration.Pip pip
                ? isPinned(pip)
                : wish.declaration() instanceof Declaration.Conda conda
                        && CONDA_PIN.matcher(conda.spec().version().toString()).matches();
    }

    private static boolean isPinned(Declaration.Pip pip) {
        List<Specifier> specifiers = pip.requirement().specifiers().specifiers();
        return pip.requirement().url().isPresent()
                || (specifiers.size() == 1
                        && (specifiers.get(0).operator() == Specifier.Operator.EQUAL
                                || specifiers.get(0).operator() == Specifier.Operator.IDENTICAL)
                        && !specifiers.get(0).isPrefix());
    }
}
