package org.specimen.catalogue;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.specimen.python.PackageName;

/**
 * The facts that ship inside Specimen. They are read when first asked for, a block at a time; instances are shared
 * between threads. What the catalogue does not know is unverified, not absent.
 */
public interface Catalogue {

    /** The catalogue that ships inside. */
    static Catalogue open() {
        return ShippedCatalogue.shared();
    }

    /** When the facts were gathered. */
    YearMonth date();

    /** Where the facts came from, a line each, for a person. */
    List<String> sources();

    /** What is known of a distribution; empty if the catalogue has never heard of it, which proves nothing. */
    Optional<Distribution> distribution(PackageName name);

    /**
     * The distributions that an import may come from, best first. Of a dotted name the longest part that is known
     * decides. If no part is known, the one guess is the distribution named like the top-level module; a name that
     * cannot be a distribution's gives nothing.
     *
     * @param importName as in {@code import google.cloud.storage}
     */
    List<ImportProvider> distributionsProviding(String importName);

    /** Where a module comes from that is not on PyPI; the longest part of the dotted name that is known decides. */
    default Optional<Elsewhere> elsewhere(String importName) {
        return Optional.empty();
    }

    /**
     * What is needed without an import.
     *
     * @param key such as {@code read_feather()}, {@code engine=zarr}, {@code %load_ext=sql}; see usages.tsv
     */
    default Optional<Usage> usage(String key) {
        return Optional.empty();
    }

    /** The distribution that is meant where people write this name; empty if the name is right or unknown. */
    default Optional<PackageName> meantBy(PackageName written) {
        return Optional.empty();
    }

    /** What a distribution needs below Python, empty if nothing is known to be needed. */
    Optional<SystemLibraries> systemLibraries(PackageName name);

    /** A package on conda-forge or bioconda, empty if its name was not seen there. */
    Optional<CondaPackage> condaPackage(String condaName);

    /**
     * The name on conda-forge that is preferred for a distribution; {@code bioconda::name} if another channel has it,
     * of which no versions are known here. Empty if none is known.
     */
    Optional<String> condaName(PackageName name);

    /** The distributions of PyPI that a package on conda-forge provides. */
    List<PackageName> distributionsOf(String condaName);

    /** Names of distributions that begin so, most popular first. */
    List<PackageName> complete(String prefix, int limit);

    /**
     * The well-known distribution whose name a rare one looks like, so that it may be mistyped, or a trap. Empty for a name
     * that is used itself, or that a channel or somebody else has looked at.
     */
    default Optional<PackageName> lookalike(PackageName name) {
        return Optional.empty();
    }

    /**
     * Names for "did you mean": the distributions of an import of this name, then names that differ by a slip or two of
     * the keys, nearest and most popular first. The name itself is not among them.
     */
    List<PackageName> similarNames(String name, int limit);

    PythonReleases pythonReleases();

    BaseImages baseImages();

    StandardLibrary standardLibrary();
}
