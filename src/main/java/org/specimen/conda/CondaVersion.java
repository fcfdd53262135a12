package org.specimen.conda;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A version of a conda package, in conda's own order, which is not the one of PEP 440.
 *
 * <p>The rules (CEP 33): an epoch before {@code !} counts first; then the
 * components between {@code .}, {@code _} and {@code -}; then the local part after {@code +}. A component is cut into
 * runs of digits and of other characters. Numbers compare as numbers, words as words in any case; a word comes before
 * any number, {@code dev} before any other word, {@code post} after any number. What is missing counts as 0, so that
 * {@code 1.1} equals {@code 1.1.0}. A trailing {@code _} sorts before letters, for projects that count in letters:
 * {@code 1.0.1_} &lt; {@code 1.0.1a}.
 *
 * <p>Two versions are equal if they have the same place in the order; {@link #toString} keeps the text as it was written.
 */
public final class CondaVersion implements Comparable<CondaVersion> {

    /** Characters; more than ten times the longest in use. */
    static final int MAX_LENGTH = 1000;

    private static final Part[][] NO_LOCAL = {};
    private static final Part[] NOTHING = {};

    private final String text;
    /** The epoch, then the components of the version. */
    private final Part[][] release;

    private final Part[][] local;

    private CondaVersion(String text, Part[][] release, Part[][] local) {
        this.text = text;
        this.release = release;
        this.local = local;
    }

    /**
     * Reads a version; blanks around it do not count.
     *
     * @throws IllegalArgumentException if it is not a version, with the reason
     */
    public static CondaVersion parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw invalid(text, "longer than " + MAX_LENGTH + " characters");
        }
        String source = text.strip();
        String version = normalize(source);

        int bang = version.indexOf('!');
        if (bang != version.lastIndexOf('!')) {
            throw invalid(source, "two epoch separators !");
        }
        String epoch = bang < 0 ? "0" : version.substring(0, bang);
        if (epoch.isEmpty() || !epoch.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw invalid(source, "the epoch before ! is not a number");
        }
        version = version.substring(bang + 1);

        int plus = version.indexOf('+');
        if (plus != version.lastIndexOf('+')) {
            throw invalid(source, "two local version separators +");
        }
        String release = plus < 0 ? version : version.substring(0, plus);
        if (release.isEmpty()) {
            throw invalid(source, plus < 0 ? "nothing after the epoch" : "nothing before the local part");
        }

        List<Part[]> components = new ArrayList<>();
        components.add(new Part[] {Part.number(epoch)});
        // A last underscore belongs to the component before it and does not separate.
        boolean endsWithUnderscore = release.endsWith("_");
        String separated = endsWithUnderscore ? release.substring(0, release.length() - 1) : release;
        split(source, separated, endsWithUnderscore ? "_" : "", components);

        Part[][] localParts = NO_LOCAL;
        if (plus >= 0) {
            List<Part[]> locals = new ArrayList<>();
            split(source, version.substring(plus + 1), "", locals);
            localParts = locals.toArray(Part[][]::new);
        }
        return new CondaVersion(source, components.toArray(Part[][]::new), localParts);
    }

    /** Like {@link #parse}, empty if it is not a version. */
    public static Optional<CondaVersion> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException notAVersion) {
            return Optional.empty();
        }
    }

    private static String normalize(String source) {
        if (source.isEmpty()) {
            throw invalid(source, "it is empty");
        }
        // Dashes may stand for underscores, but the two may not be mixed.
        boolean dashesSeparate = source.indexOf('_') < 0;
        String lower = source.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean isAllowed = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || "*.+!_".indexOf(c) >= 0;
            if (!isAllowed && c == '-' && !dashesSeparate) {
                throw invalid(source, "both - and _ separate its parts");
            }
            if (!isAllowed && c != '-') {
                throw invalid(source, "only letters, digits and . _ - + ! * are allowed");
            }
        }
        return lower.replace('-', '_');
    }

    private static void split(String source, String text, String suffix, List<Part[]> components) {
        int start = 0;
        while (true) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '_') {
                end++;
            }
            boolean isLast = end == text.length();
            String component = text.substring(start, end) + (isLast ? suffix : "");
            if (component.isEmpty()) {
                throw invalid(source, "a part is empty: two separators side by side, or one at an end");
            }
            components.add(Part.runs(component));
            if (isLast) {
                return;
            }
            start = end + 1;
        }
    }

    private static IllegalArgumentException invalid(String text, String reason) {
        return new IllegalArgumentException("not a conda version: " + Excerpt.of(text) + " (" + reason + ")");
    }

    /**
     * Whether this version lies under a prefix, as {@code =1.2} and {@code 1.2.*} ask: {@code 1.2}, {@code 1.2.3} and
     * {@code 1.2rc1} start with {@code 1.2}, {@code 1.20} does not; {@code 1.2alpha} starts with {@code 1.2al}. A prefix
     * with a local part asks for the same release.
     */
    public boolean startsWith(CondaVersion prefix) {
        Part[][] mine = release;
        Part[][] theirs = prefix.release;
        if (prefix.local.length > 0) {
            if (compare(release, prefix.release, Integer.MAX_VALUE) != 0) {
                return false;
            }
            mine = local;
            theirs = prefix.local;
        }
        int last = theirs.length - 1;
        if (compare(mine, theirs, last) != 0) {
            return false;
        }
        Part[] lastOfMine = last < mine.length ? mine[last] : NOTHING;
        Part[] lastOfTheirs = theirs[last];
        int end = lastOfTheirs.length - 1;
        for (int i = 0; i < end; i++) {
            if (!Part.at(lastOfMine, i).equals(lastOfTheirs[i])) {
                return false;
            }
        }
        return Part.at(lastOfMine, end).startsWith(lastOfTheirs[end]);
    }

    /**
     * Whether this version satisfies {@code ~=limit}: not before it, and under what remains of it without its last
     * dotted part, so that {@code 1.4.9} is compatible with {@code 1.4.2} and {@code 1.5} is not. A limit of one part
     * leaves the epoch.
     */
    public boolean compatibleWith(CondaVersion limit) {
        return compareTo(limit) >= 0
                && limit.withoutLastPart()
                        .map(this::startsWith)
                        .orElseGet(() -> release[0][0].equals(limit.release[0][0]));
    }

    private Optional<CondaVersion> withoutLastPart() {
        int dot = text.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(parse(text.substring(0, dot)));
    }

    @Override
    public int compareTo(CondaVersion other) {
        int byRelease = compare(release, other.release, Integer.MAX_VALUE);
        return byRelease != 0 ? byRelease : compare(local, other.local, Integer.MAX_VALUE);
    }

    /** Compares the first {@code limit} components. */
    private static int compare(Part[][] left, Part[][] right, int limit) {
        int length = Math.min(limit, Math.max(left.length, right.length));
        for (int i = 0; i < length; i++) {
            Part[] leftParts = i < left.length ? left[i] : NOTHING;
            Part[] rightParts = i < right.length ? right[i] : NOTHING;
            for (int j = 0; j < Math.max(leftParts.length, rightParts.length); j++) {
                int sign = Part.at(leftParts, j).compareTo(Part.at(rightParts, j));
                if (sign != 0) {
                    return sign;
                }
            }
        }
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CondaVersion version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * hash(release) + hash(local);
    }

    /** Zeros at the end of a component, and components of zeros at the end, do not count. */
    private static int hash(Part[][] components) {
        int hash = 0;
        for (int i = components.length - 1; i >= 0; i--) {
            int componentHash = 0;
            for (int j = components[i].length - 1; j >= 0; j--) {
                Part part = components[i][j];
                if (componentHash != 0 || !part.equals(Part.ZERO)) {
                    componentHash = 31 * componentHash + part.hashCode() + 1;
                }
            }
            if (hash != 0 || componentHash != 0) {
                hash = 31 * hash + componentHash + 1;
            }
        }
        return hash;
    }

    /** The version as it was written. */
    @Override
    public String toString() {
        return text;
    }

    /** A run of digits or of other characters. */
    private record Part(Kind kind, String text) implements Comparable<Part> {

        /** In the order in which they sort. */
        private enum Kind {
            WORD,
            NUMBER,
            POST
        }

        static final Part ZERO = new Part(Kind.NUMBER, "0");
        static final Part POST = new Part(Kind.POST, "");

        /** Upper case, so that it sorts between {@code *} and {@code _} or any lower case letter. */
        static final Part DEV = new Part(Kind.WORD, "DEV");

        /** Without leading zeros, so that numbers of any size compare by length, then digit by digit. */
        static Part number(String digits) {
            int first = 0;
            while (first < digits.length() - 1 && digits.charAt(first) == '0') {
                first++;
            }
            String significant = digits.substring(first);
            return significant.equals("0") ? ZERO : new Part(Kind.NUMBER, significant);
        }

        static Part word(String word) {
            return switch (word) {
                case "post" -> POST;
                case "dev" -> DEV;
                default -> new Part(Kind.WORD, word);
            };
        }

        /** The runs of a component; 0 stands before a word, so that numbers and words stay in step. */
        static Part[] runs(String component) {
            List<Part> runs = new ArrayList<>(2);
            int start = 0;
            while (start < component.length()) {
                int kind = kindOf(component.charAt(start));
                int end = start + 1;
                while (end < component.length() && kindOf(component.charAt(end)) == kind) {
                    end++;
                }
                String run = component.substring(start, end);
                if (start == 0 && kind != 0) {
                    runs.add(ZERO);
                }
                runs.add(kind == 0 ? number(run) : word(run));
                start = end;
            }
            return runs.toArray(Part[]::new);
        }

        private static int kindOf(char c) {
            return c >= '0' && c <= '9' ? 0 : c == '*' ? 1 : 2;
        }

        static Part at(Part[] parts, int index) {
            return index < parts.length ? parts[index] : ZERO;
        }

        boolean startsWith(Part prefix) {
            return prefix.kind == Kind.WORD ? kind == Kind.WORD && text.startsWith(prefix.text) : equals(prefix);
        }

        @Override
        public int compareTo(Part other) {
            if (kind != other.kind) {
                return kind.compareTo(other.kind);
            }
            if (kind == Kind.NUMBER && text.length() != other.text.length()) {
                return Integer.compare(text.length(), other.text.length());
            }
            return text.compareTo(other.text);
        }
    }
}
