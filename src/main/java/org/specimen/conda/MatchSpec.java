package org.specimen.conda;

import java.util.Optional;

/**
 * Which packages are wanted, in conda's query language (conda documentation, "Package match specifications"; CEP 29).
 *
 * <pre>
 * numpy                      numpy=1.26          prefix: 1.26, 1.26.4 …
 * numpy==1.26.4              numpy 1.26.4        exact
 * numpy 1.26.*               numpy&gt;=1.2,&lt;2|3.*  ranges; "," binds before "|"
 * numpy 1.26.4 py311*        numpy=1.26.4=py311* exact version with a build
 * conda-forge::numpy         conda-forge/linux-64::numpy
 * numpy[version='&gt;=1', build_number='&gt;3', md5=…]
 * https://conda.anaconda.org/conda-forge/linux-64/numpy-1.26.4-py311h64a7726_0.conda
 * </pre>
 *
 * <p>Note that a version after one {@code =} is a prefix, unless a build follows it; after a blank it is exact. What
 * stands in brackets wins over what stands before them, except the name. {@link #toString} is conda's canonical form and
 * reads back as an equal value, but for a channel's credentials, which it never shows.
 *
 * @param name {@link StringMatch#any} for packages of every name
 * @param version {@link VersionSpec#any} if it does not matter
 * @param build {@link StringMatch#any} if it does not matter
 * @param subdir a platform, exactly
 * @param details the fields that few specifications have
 */
public record MatchSpec(
        StringMatch name,
        VersionSpec version,
        StringMatch build,
        Optional<ChannelMatch> channel,
        Optional<String> subdir,
        MatchDetails details) {

    /** A channel that may be any is the same as none. */
    public MatchSpec {
        channel = channel.filter(match ->
                !(match instanceof ChannelMatch.Like like && like.pattern().matchesAll()));
    }

    /**
     * Reads a specification in any of its forms.
     *
     * @throws IllegalArgumentException if it is not one, with the reason
     */
    public static MatchSpec parse(String text) {
        return new MatchSpecParser(text).parse();
    }

    /** Every package of a name. */
    public static MatchSpec of(CondaName name) {
        return of(name, VersionSpec.any());
    }

    /** The packages of a name whose versions match. */
    public static MatchSpec of(CondaName name, VersionSpec version) {
        return new MatchSpec(
                new StringMatch.Exact(name.value()),
                version,
                StringMatch.any(),
                Optional.empty(),
                Optional.empty(),
                MatchDetails.NONE);
    }

    /** The one name that it matches; empty if it is a pattern. */
    public Optional<CondaName> exactName() {
        return name instanceof StringMatch.Exact exact ? Optional.of(new CondaName(exact.value())) : Optional.empty();
    }

    /**
     * Whether it is met.
     *
     * @throws IllegalArgumentException if a regular expression in it needs too many steps
     */
    public boolean matches(PackageRecord record) {
        return name.matches(record.name().value())
                && version.matches(record.version())
                && build.matches(record.build())
                && (channel.isEmpty() || channel.get().matches(record.channel()))
                && (subdir.isEmpty() || subdir.get().equals(record.subdir().subdir()))
                && details.matches(record);
    }

    /** Whether a virtual package of the machine satisfies it; those have a name, a version and a build only. */
    public boolean matches(VirtualPackage virtual) {
        return name.matches(virtual.name().value())
                && version.matches(virtual.version())
                && build.matches(virtual.build())
                && channel.isEmpty()
                && subdir.isEmpty()
                && details.equals(MatchDetails.NONE);
    }

    @Override
    public String toString() {
        return MatchSpecFormat.format(this);
    }
}
