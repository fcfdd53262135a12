package org.specimen.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A version of a distribution (PEP 440, "Version scheme").
 *
 * <p>Equality and order are those of PEP 440: {@code 1.0} equals {@code 1.0.0} and {@code 1.0-alpha1} equals
 * {@code 1.0a1}. Numbers may be of any size that Python reads, which is up to 4300 digits each.
 */
public final class Version implements Comparable<Version> {

    /** What a pre-release is, in the order in which they follow each other (PEP 440, "Pre-releases"). */
    public enum Phase {
        ALPHA("a"),
        BETA("b"),
        CANDIDATE("rc");

        private final String letters;

        Phase(String letters) {
            this.letters = letters;
        }

        @Override
        public String toString() {
            return letters;
        }
    }

    /**
     * The pre-release segment of a version (PEP 440, "Pre-releases").
     *
     * @param phase alpha, beta or release candidate
     * @param number zero or more
     */
    public record PreRelease(Phase phase, BigInteger number) {

        @Override
        public String toString() {
            return phase + number.toString();
        }
    }

    private final BigInteger epoch;
    private final List<BigInteger> release;
    private final @Nullable PreRelease pre;
    private final @Nullable BigInteger post;
    private final @Nullable BigInteger dev;
    private final @Nullable String local;
    private final VersionKey key;

    private Version(
            BigInteger epoch,
            List<BigInteger> release,
            @Nullable PreRelease pre,
            @Nullable BigInteger post,
            @Nullable BigInteger dev,
            @Nullable String local) {
        this.epoch = epoch;
        this.release = List.copyOf(release);
        this.pre = pre;
        this.post = post;
        this.dev = dev;
        this.local = local;
        this.key = VersionKey.of(epoch, this.release, pre, post, dev, local);
    }

    /**
     * Reads a version, also in the other spellings that PEP 440 allows ("Normalization").
     *
     * @throws IllegalArgumentException if it is not a version by PEP 440
     */
    public static Version parse(String text) {
        return tryParse(text)
                .orElseThrow(() -> new IllegalArgumentException("not a version by PEP 440: " + PythonText.quote(text)));
    }

    /** Like {@link #parse}, empty if the text is not a version. */
    public static Optional<Version> tryParse(String text) {
        String stripped = PythonText.strip(text);
        VersionScanner scanner = new VersionScanner(stripped, 0);
        try {
            if (!scanner.scan()) {
                return Optional.empty();
            }
            scanner.scanLocal();
            return scanner.position() == stripped.length() ? Optional.of(of(scanner)) : Optional.empty();
        } catch (IllegalArgumentException tooLong) {
            return Optional.empty();
        }
    }

    static Version of(VersionScanner read) {
        return new Version(read.epoch, read.release, read.pre, read.post, read.dev, normalLocal(read.local));
    }

    /** The final release of these numbers, such as {@code 3.11}. */
    public static Version ofRelease(int... numbers) {
        List<BigInteger> release = new ArrayList<>();
        for (int number : numbers) {
            release.add(BigInteger.valueOf(number));
        }
        if (release.isEmpty() || release.stream().anyMatch(number -> number.signum() < 0)) {
            throw new IllegalArgumentException("a release is one or more numbers of zero or more");
        }
        return new Version(BigInteger.ZERO, release, null, null, null, null);
    }

    /** PEP 440, "Integer normalization": numbers of a local label lose their leading zeros. */
    private static @Nullable String normalLocal(@Nullable String local) {
        if (local == null) {
            return null;
        }
        List<String> segments = new ArrayList<>();
        for (String segment : local.split("\\.", -1)) {
            boolean number = segment.chars().allMatch(c -> PythonText.isDigit((char) c));
            if (number && segment.length() > VersionScanner.MAX_DIGITS) {
                throw new IllegalArgumentException("a number of the local label is too long");
            }
            segments.add(number ? withoutLeadingZeros(segment) : segment);
        }
        return String.join(".", segments);
    }

    private static String withoutLeadingZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    /** Zero unless the version says otherwise (PEP 440, "Version epochs"). */
    public BigInteger epoch() {
        return epoch;
    }

    /** The release segment as written, zeros at its end included; never empty (PEP 440, "Final releases"). */
    public List<BigInteger> release() {
        return release;
    }

    public Optional<PreRelease> pre() {
        return Optional.ofNullable(pre);
    }

    public Optional<BigInteger> post() {
        return Optional.ofNullable(post);
    }

    public Optional<BigInteger> dev() {
        return Optional.ofNullable(dev);
    }

    /** The label after {@code +}, in normal form (PEP 440, "Local version identifiers"). */
    public Optional<String> local() {
        return Optional.ofNullable(local);
    }

    /** Whether it is an alpha, a beta, a candidate or a development release (PEP 440, "Handling of pre-releases"). */
    public boolean isPrerelease() {
        return pre != null || dev != null;
    }

    public boolean isPostrelease() {
        return post != null;
    }

    public boolean isDevrelease() {
        return dev != null;
    }

    /** This version without its local label. */
    public Version publicVersion() {
        return local == null ? this : new Version(epoch, release, pre, post, dev, null);
    }

    /** Epoch and release only. */
    public Version baseVersion() {
        return new Version(epoch, release, null, null, null, null);
    }

    /** The first number of the release. */
    public BigInteger major() {
        return releasePart(0);
    }

    /** The second number of the release, zero where there is none. */
    public BigInteger minor() {
        return releasePart(1);
    }

    /** The third number of the release, zero where there is none. */
    public BigInteger micro() {
        return releasePart(2);
    }

    private BigInteger releasePart(int index) {
        return index < release.size() ? release.get(index) : BigInteger.ZERO;
    }

    /** Equal versions give equal texts: {@link #toString} without the zeros at the end of the release. */
    public String canonical() {
        int end = release.size();
        while (end > 1 && release.get(end - 1).signum() == 0) {
            end--;
        }
        return format(release.subList(0, end));
    }

    VersionKey key() {
        return key;
    }

    /** Epoch and release of this version, with these parts instead of its own and no local label. */
    Version withSuffix(@Nullable PreRelease newPre, @Nullable BigInteger newPost, @Nullable BigInteger newDev) {
        return new Version(epoch, release, newPre, newPost, newDev, null);
    }

    /** The earliest version of the release that follows all those starting with this one: 1.2 gives 1.3.dev0. */
    Version firstOfNextPrefix() {
        List<BigInteger> next = new ArrayList<>(release);
        int last = next.size() - 1;
        next.set(last, next.get(last).add(BigInteger.ONE));
        return new Version(epoch, next, null, null, BigInteger.ZERO, null);
    }

    /** The release without its last number, for {@code ~=}. */
    Version withoutLastReleaseNumber() {
        return new Version(epoch, release.subList(0, release.size() - 1), null, null, null, null);
    }

    @Override
    public int compareTo(Version other) {
        return key.text().compareTo(other.key.text());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Version version && key.text().equals(version.key.text());
    }

    @Override
    public int hashCode() {
        return key.text().hashCode();
    }

    /** The normal form, with the release numbers as they were written (PEP 440, "Normalization"). */
    @Override
    public String toString() {
        return format(release);
    }

    private String format(List<BigInteger> numbers) {
        return (epoch.signum() == 0 ? "" : epoch + "!")
                + numbers.stream().map(BigInteger::toString).collect(Collectors.joining("."))
                + (pre == null ? "" : pre.toString())
                + (post == null ? "" : ".post" + post)
                + (dev == null ? "" : ".dev" + dev)
                + (local == null ? "" : "+" + local);
    }
}
