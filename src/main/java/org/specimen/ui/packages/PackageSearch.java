package org.specimen.ui.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.Distribution;
import org.specimen.catalogue.ImportProvider;
import org.specimen.index.CatalogueIndex;
import org.specimen.index.IndexRelease;
import org.specimen.index.Months;
import org.specimen.python.PackageName;
import org.specimen.python.SpecifierSet;
import org.specimen.ui.text.Texts;

/** Finds packages by what a person types: a name, the beginning of one, a slip of the keys, or what code imports. */
final class PackageSearch {

    private static final Texts TEXTS = Texts.of(PackageSearch.class);

    private static final int SUGGESTED = 8;
    private static final int SIMILAR = 3;

    /** What a name turned out to be. */
    sealed interface Meaning {

        /**
         * A distribution.
         *
         * @param importName what was typed, where that is only what code imports
         */
        record Known(PackageName name, Optional<String> importName) implements Meaning {}

        /**
         * Nothing that is known.
         *
         * @param similar names that may be meant, the likeliest first
         */
        record Unknown(PackageName name, List<PackageName> similar) implements Meaning {}
    }

    private final Catalogue catalogue;
    private final CatalogueIndex index;

    PackageSearch(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.index = new CatalogueIndex(catalogue);
    }

    /** What may be meant by a text that is still being typed, the likeliest first. */
    List<Suggestion> suggest(String typed) {
        String text = typed.strip();
        int equals = text.indexOf("==");
        if (equals > 0) {
            return versions(
                    text.substring(0, equals), text.substring(equals + 2).strip());
        }
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            return List.of();
        }
        List<Suggestion> all = new ArrayList<>();
        providers(text)
                .forEach(name -> all.add(suggestion(
                        name, name.value().equals(normal(text)) ? "" : TEXTS.get("hint.import", text, name))));
        catalogue.complete(text, SUGGESTED).stream()
                .map(this::meant)
                .filter(meant -> all.stream().noneMatch(other -> other.entry().equals(meant.entry())))
                .forEach(all::add);
        if (all.isEmpty()) {
            catalogue.similarNames(text, SIMILAR).forEach(name -> all.add(suggestion(name, TEXTS.get("hint.similar"))));
        }
        return all.size() > SUGGESTED ? List.copyOf(all.subList(0, SUGGESTED)) : List.copyOf(all);
    }

    /**
     * What a whole name means. Where both a distribution and an import have it, the one that more people use is meant.
     *
     * @param isName whether nothing but the name was typed: versions belong to a distribution
     */
    Meaning meaning(String typed, boolean isName) {
        PackageName name = PackageName.of(typed);
        Optional<Distribution> itself = catalogue.distribution(name).filter(PackageSearch::hasVersion);
        Optional<PackageName> provider =
                providers(typed).stream().filter(other -> !other.equals(name)).findFirst();
        boolean meansProvider =
                provider.filter(other -> rank(other) < rank(name)).isPresent();
        if (provider.isPresent() && (itself.isEmpty() || (isName && meansProvider))) {
            return new Meaning.Known(provider.get(), Optional.of(typed));
        }
        if (itself.isPresent() || !releases(name).isEmpty()) {
            return new Meaning.Known(name, Optional.empty());
        }
        return new Meaning.Unknown(name, catalogue.similarNames(typed, SIMILAR));
    }

    private int rank(PackageName name) {
        return catalogue
                .distribution(name)
                .map(known -> known.rank().orElse(Integer.MAX_VALUE))
                .orElse(Integer.MAX_VALUE);
    }

    /** The releases that are known, newest first. */
    List<IndexRelease> releases(PackageName name) {
        return index.releases(name);
    }

    /** Whether there is a release that will do, or none is known at all. */
    boolean mayExist(PackageName name, SpecifierSet versions) {
        List<IndexRelease> releases = releases(name);
        return releases.isEmpty()
                || !versions.filter(releases, IndexRelease::version).isEmpty();
    }

    private List<PackageName> providers(String importName) {
        return catalogue.distributionsProviding(importName).stream()
                .filter(ImportProvider::known)
                .filter(provider -> provider.importName().equals(importName))
                .map(ImportProvider::distribution)
                .limit(SIMILAR)
                .toList();
    }

    /** Of a name that begins as typed: what it would be taken for, were it typed whole. */
    private Suggestion meant(PackageName name) {
        return meaning(name.value(), true) instanceof Meaning.Known known
                ? suggestion(
                        known.name(),
                        known.importName()
                                .map(imported -> TEXTS.get("hint.import", imported))
                                .orElse(""))
                : suggestion(name, "");
    }

    private List<Suggestion> versions(String name, String begun) {
        return PackageName.tryOf(name.strip()).stream()
                .flatMap(known -> releases(known).stream()
                        .filter(release -> release.version().toString().startsWith(begun))
                        .limit(SUGGESTED)
                        .map(release -> new Suggestion(
                                known + "==" + release.version(),
                                "",
                                release.month().map(Months::named).orElse(""))))
                .toList();
    }

    private Suggestion suggestion(PackageName name, String hint) {
        String newest = catalogue
                .distribution(name)
                .flatMap(Distribution::newestVersion)
                .map(String::valueOf)
                .orElse("");
        return new Suggestion(name.value(), newest, hint);
    }

    private static boolean hasVersion(Distribution known) {
        return known.newestVersion().isPresent() || !known.releases().isEmpty();
    }

    private static String normal(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }
}
