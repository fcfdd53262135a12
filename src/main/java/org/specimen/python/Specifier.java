package org.specimen.python;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One clause of a version specifier, such as {@code >=1.2} or {@code ==3.*} (PEP 440, "Version specifiers").
 *
 * <p>Two specifiers are equal if operator and version are, so {@code ==1.0} equals {@code == 1.0.0}; for {@code ~=} the
 * number of release numbers counts, and for {@code ===} and prefixes the text does.
 */
public final class Specifier {

    /** The comparison operators of PEP 440. */
    public enum Operator {
        COMPATIBLE("~="),
        EQUAL("=="),
        NOT_EQUAL("!="),
        AT_MOST("<="),
        AT_LEAST(">="),
        LESS("<"),
        GREATER(">"),
        IDENTICAL("===");

        static final List<Operator> LONGEST_FIRST =
                List.of(IDENTICAL, COMPATIBLE, EQUAL, NOT_EQUAL, AT_MOST, AT_LEAST, LESS, GREATER);

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** The operator as it is written. */
        @Override
        public String toString() {
            return symbol;
        }
    }

    private final Operator operator;
    private final String version;
    private final @Nullable Version parsed;
    private final VersionRanges ranges;
    private final String text;
    private final String canonical;

    private Specifier(SpecifierScanner read) {
        this.operator = read.operator;
        this.version = read.version;
        this.parsed = read.operator == Operator.IDENTICAL
                ? Version.tryParse(read.version).orElse(null)
                : read.parsed;
        this.ranges =
                read.parsed == null ? VersionRanges.ALL : VersionRanges.of(read.operator, read.parsed, read.prefix);
        this.text = operator + version;
        this.canonical = operator + canonicalVersion(read);
    }

    /**
     * Reads one clause.
     *
     * @throws IllegalArgumentException if it is not a clause by PEP 440: a prefix or a local label at an operator that
     *     takes none, {@code ~=} with one release number, or anything else
     */
    public static Specifier parse(String text) {
        return tryParse(text)
                .orElseThrow(() ->
                        new IllegalArgumentException("not a version specifier by PEP 440: " + PythonText.quote(text)));
    }

    /** Like {@link #parse}, empty if the text is not a specifier. */
    public static Optional<Specifier> tryParse(String text) {
        String stripped = PythonText.strip(text);
        SpecifierScanner scanner = new SpecifierScanner(stripped, 0);
        try {
            boolean whole = scanner.scan() && scanner.position() == stripped.length();
            return whole ? Optional.of(new Specifier(scanner)) : Optional.empty();
        } catch (IllegalArgumentException tooLong) {
            return Optional.empty();
        }
    }

    /** The clause {@code ==version}, which its local label is a part of. */
    public static Specifier exactly(Version version) {
        return parse(Operator.EQUAL + version.toString());
    }

    public Operator operator() {
        return operator;
    }

    /** The version as written, with {@code .*} if it is a prefix. */
    public String version() {
        return version;
    }

    /** The version, without {@code .*}; empty if {@code ===} compares with something that is not a version. */
    public Optional<Version> parsedVersion() {
        return Optional.ofNullable(parsed);
    }

    /** Whether it ends in {@code .*} (PEP 440, "Version matching"). */
    public boolean isPrefix() {
        return operator != Operator.IDENTICAL && version.endsWith(".*");
    }

    /**
     * Whether the clause itself names a pre-release, which lets all pre-releases in (PEP 440, "Handling of
     * pre-releases"). {@code !=} and prefixes never do.
     */
    public boolean allowsPrereleases() {
        return operator != Operator.NOT_EQUAL && !isPrefix() && parsed != null && parsed.isPrerelease();
    }

    /** Whether the version matches; a pre-release does too, as it has no alternative here. */
    public boolean contains(Version candidate) {
        return operator == Operator.IDENTICAL ? isText(candidate.toString()) : ranges.contains(candidate);
    }

    /** Like {@link #contains(Version)}, but a pre-release only matches if allowed, whatever this clause names. */
    public boolean contains(Version candidate, boolean allowPrereleases) {
        return (allowPrereleases || !candidate.isPrerelease()) && contains(candidate);
    }

    /**
     * Like {@link #contains(Version)} for a version as it was written, which {@code ===} compares letter by letter
     * (PEP 440, "Arbitrary equality"; letters of either case are the same). What is not a version matches no other
     * operator.
     */
    public boolean contains(String candidate) {
        return contains(candidate, Version.tryParse(candidate));
    }

    /** For a text and the version that it is, if it is one. */
    boolean contains(String candidate, Optional<Version> candidateVersion) {
        return operator == Operator.IDENTICAL
                ? isText(candidate)
                : candidateVersion.filter(ranges::contains).isPresent();
    }

    private boolean isText(String candidate) {
        return candidate.toLowerCase(Locale.ROOT).equals(version.toLowerCase(Locale.ROOT));
    }

    private static String canonicalVersion(SpecifierScanner read) {
        if (read.parsed == null || read.prefix) {
            return read.version;
        }
        return read.operator == Operator.COMPATIBLE ? read.parsed.toString() : read.parsed.canonical();
    }

    /** What the clause lets in; everything for {@code ===}. */
    VersionRanges ranges() {
        return ranges;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Specifier specifier && canonical.equals(specifier.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    /** Operator and version as written, without space. */
    @Override
    public String toString() {
        return text;
    }
}
