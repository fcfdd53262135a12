package org.specimen.project;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.Elsewhere;
import org.specimen.catalogue.ImportProvider;
import org.specimen.python.PackageName;

/**
 * Tells which distribution an import comes from: one that the project asks for, else one that the catalogue knows, else
 * the one of the same name, where nothing speaks against that guess.
 */
final class ImportSources {

    /** As the last or first words of a module's name they are a person's own. */
    private static final Set<String> OWN_WORDS = Set.of(
            "utils",
            "util",
            "helper",
            "helpers",
            "config",
            "configs",
            "settings",
            "handler",
            "codes",
            "code",
            "functions",
            "funcs",
            "contrib",
            "local",
            "my",
            "secrets",
            "cuda",
            "ext",
            "lib",
            "common",
            "params",
            "proto",
            "constants",
            "dataset",
            "datasets",
            "loader",
            "data",
            "model",
            "models",
            "main",
            "class",
            "classes",
            "script",
            "scripts",
            "cpp",
            "cython",
            "fortran",
            "template",
            "example",
            "test",
            "tests",
            "your");

    private final Catalogue catalogue;
    private final AskedPackages asked;
    private final Map<Question, Source> answers = new HashMap<>();

    ImportSources(Catalogue catalogue, AskedPackages asked) {
        this.catalogue = catalogue;
        this.asked = asked;
    }

    /**
     * Where a module comes from.
     *
     * @param provider empty if nobody knows, or if it comes from elsewhere than an index
     * @param alternatives other distributions that provide it, best first
     */
    record Source(Optional<ImportProvider> provider, List<PackageName> alternatives, Optional<Elsewhere> elsewhere) {

        static final Source NONE = new Source(Optional.empty(), List.of(), Optional.empty());
    }

    private record Question(String module, boolean optional) {}

    /** @param optional whether the code copes without the module */
    Source of(String module, boolean optional) {
        return answers.computeIfAbsent(new Question(module, optional), asking -> find(module, optional));
    }

    private Source find(String module, boolean optional) {
        String topLevel = module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
        Optional<PackageName> fromAddress = asked.fromAddress(topLevel);
        if (fromAddress.isPresent()) {
            return certain(fromAddress.get(), topLevel);
        }
        List<ImportProvider> candidates = catalogue.distributionsProviding(module);
        Optional<ImportProvider> declared = candidates.stream()
                .filter(candidate -> asked.contains(candidate.distribution()))
                .findFirst();
        if (declared.isPresent()) {
            return among(declared.get(), candidates);
        }
        boolean known = candidates.stream().anyMatch(ImportProvider::known);
        Optional<Elsewhere> elsewhere = catalogue.elsewhere(module);
        Optional<PackageName> alike = asked.named(topLevel).filter(name -> !known || isOnlyNamed(module, candidates));
        if (alike.isEmpty() && !known && !candidates.isEmpty()) {
            alike = asked.withWord(topLevel);
        }
        if (alike.isPresent()) {
            return certain(alike.get(), topLevel);
        }
        // what conda has can be had as the package that the catalogue knows for it
        if (elsewhere.isPresent() && !(known && elsewhere.get().kind() == Elsewhere.Kind.CONDA)) {
            return new Source(Optional.empty(), List.of(), elsewhere);
        }
        if (known) {
            return among(candidates.get(0), candidates);
        }
        return candidates.stream()
                .filter(guess -> isLikely(guess, optional))
                .findFirst()
                .map(guess -> among(guess, candidates))
                .orElse(Source.NONE);
    }

    /** Whether nothing but the first part of the module's name decided: what is asked for by that name may be it too. */
    private static boolean isOnlyNamed(String module, List<ImportProvider> candidates) {
        String topLevel = module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
        return candidates.stream().allMatch(candidate -> candidate.importName().equals(topLevel));
    }

    private static Source certain(PackageName name, String topLevel) {
        return new Source(Optional.of(new ImportProvider(name, topLevel, true)), List.of(), Optional.empty());
    }

    private static Source among(ImportProvider chosen, List<ImportProvider> candidates) {
        List<PackageName> others = candidates.stream()
                .filter(ImportProvider::known)
                .map(ImportProvider::distribution)
                .filter(name -> !name.equals(chosen.distribution()))
                .limit(4)
                .toList();
        return new Source(Optional.of(chosen), others, Optional.empty());
    }

    /**
     * Whether the namesake of a module is likely what is meant. A name that the catalogue has never seen is no more than a
     * name: of those in research code that were looked at, two of three were someone's own modules or other projects.
     */
    private boolean isLikely(ImportProvider guess, boolean optional) {
        boolean seen = catalogue.distribution(guess.distribution()).isPresent()
                || catalogue.condaName(guess.distribution()).isPresent();
        return seen && !(optional && guess.importName().contains("."));
    }

    /** Whether a module is called as people call their own. */
    static boolean isOwnName(String topLevel) {
        String[] words = topLevel.toLowerCase(Locale.ROOT).split("_", -1);
        String whole = words[words.length - 1];
        return topLevel.startsWith("_")
                || topLevel.length() < 3
                || words.length > 4
                || OWN_WORDS.contains(words[0])
                || OWN_WORDS.contains(whole)
                || (whole.endsWith("contrib") && whole.length() > 7)
                || (whole.endsWith("utils") && whole.length() > 5)
                || (whole.endsWith("config") && whole.length() > 6);
    }
}
