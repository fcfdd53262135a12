package org.specimen.conda;

import java.util.Map;
import java.util.Optional;

/**
 * Reads a {@link MatchSpec}: first what stands at the end (a comment, conda's old parentheses, the brackets), then what
 * stands before the name (channel, platform, namespace), then name, version and build.
 */
final class MatchSpecParser {

    private static final int MAX_LENGTH = 20_000;
    private static final String OPERATORS = "=<>!~";

    private final String source;
    private final boolean isCondition;

    MatchSpecParser(String source) {
        this(source, false);
    }

    /** @param isCondition whether it stands in another one's {@code when}, so that it may not have one itself */
    MatchSpecParser(String source, boolean isCondition) {
        this.source = source;
        this.isCondition = isCondition;
    }

    MatchSpec parse() {
        if (source.length() > MAX_LENGTH) {
            throw invalid("longer than " + MAX_LENGTH + " characters");
        }
        String text = withoutComment(source).strip();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) && text.charAt(i) != '\t') {
                throw invalid("it contains a control character");
            }
        }
        text = text.replace('\t', ' ');
        try {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("it is empty");
            }
            if (text.endsWith("@")) {
                return trackedFeature(text.substring(0, text.length() - 1));
            }
            return PackageFileName.hasExtension(text) ? MatchSpecFields.ofPackageFile(text) : parseFields(text);
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    /** A comment starts at {@code #}, but for one in quotes inside the brackets. */
    private static String withoutComment(String text) {
        boolean isInBrackets = false;
        char quote = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '#' && quote == ' ') {
                return text.substring(0, i);
            }
            isInBrackets |= c == '[';
            if (isInBrackets && (c == '\'' || c == '"')) {
                quote = quote == ' ' ? c : quote == c ? ' ' : quote;
            }
        }
        return text;
    }

    private IllegalArgumentException invalid(String reason) {
        return new IllegalArgumentException(ChannelAddress.withoutSecrets("not a match specification: "
                + Excerpt.of(ChannelAddress.withoutSecrets(source)) + " (" + reason + ")"));
    }

    /** The old form {@code feature@}. */
    private static MatchSpec trackedFeature(String feature) {
        if (!feature.chars().allMatch(c -> (c < 128 && Character.isLetterOrDigit(c)) || "._- ,".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("a word is expected before @");
        }
        MatchSpecFields fields = new MatchSpecFields("*");
        fields.putAll(Map.of("track_features", feature));
        return fields.toSpec();
    }

    private MatchSpec parseFields(String text) {
        String rest = withoutLegacyParentheses(text);
        Map<String, String> brackets = Map.of();
        int bracket = startOfBrackets(rest);
        if (bracket >= 0) {
            if (!rest.endsWith("]")) {
                throw new IllegalArgumentException("the brackets are not closed at its end");
            }
            brackets = MatchSpecBrackets.parse(rest.substring(bracket + 1, rest.length() - 1));
            rest = rest.substring(0, bracket).strip();
        }

        int nameStart = startOfName(rest);
        String beforeName = rest.substring(0, nameStart);
        rest = rest.substring(nameStart);
        int nameEnd = 0;
        while (nameEnd < rest.length() && rest.charAt(nameEnd) != ' ' && OPERATORS.indexOf(rest.charAt(nameEnd)) < 0) {
            nameEnd++;
        }
        String name = rest.substring(0, nameEnd);
        if (name.isEmpty()) {
            if (!brackets.containsKey("name") || !rest.isBlank()) {
                throw new IllegalArgumentException("the name of a package is missing");
            }
            name = brackets.get("name");
        }

        MatchSpecFields fields = new MatchSpecFields(name);
        readChannel(fields, beforeName);
        readVersionAndBuild(fields, rest.substring(nameEnd).strip());
        if (isCondition && brackets.containsKey("when")) {
            throw new IllegalArgumentException("a condition cannot have a condition");
        }
        fields.putAll(brackets);
        return fields.toSpec();
    }

    /** {@code foo[build=3](optional,target=…)}: conda reads these two and does nothing with them. */
    private static String withoutLegacyParentheses(String text) {
        int open = text.endsWith(")") ? text.lastIndexOf('(') : -1;
        if (open <= 0) {
            return text;
        }
        for (String entry : text.substring(open + 1, text.length() - 1).split(",", -1)) {
            String word = entry.strip();
            if (!word.equals("optional") && !word.startsWith("target=") && !word.startsWith("optional=")) {
                return text;
            }
        }
        return text.substring(0, open).strip();
    }

    /** The first bracket that is not inside a regular expression; -1 if there is none. */
    private static int startOfBrackets(String text) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '[') {
                return i;
            }
            int end = c == '^' ? text.indexOf('$', i) : -1;
            i = end < 0 ? i + 1 : end + 1;
        }
        return -1;
    }

    /** After the last colon, which stands before the name; a version has none. */
    private static int startOfName(String text) {
        int regex = text.indexOf('^');
        int colon = text.lastIndexOf(':', regex < 0 ? text.length() : regex);
        int start = colon + 1;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return start;
    }

    /** {@code channel::}, {@code channel/subdir::}, {@code channel:namespace:} or {@code namespace:}. */
    private static void readChannel(MatchSpecFields fields, String beforeName) {
        String text = beforeName.strip();
        if (text.isEmpty()) {
            return;
        }
        text = text.substring(0, text.length() - 1);
        int colon = text.lastIndexOf(':');
        String namespace = text.substring(colon + 1).strip();
        if (namespace.indexOf('/') >= 0) {
            throw new IllegalArgumentException(":: is expected between a channel and the name");
        }
        // A namespace is held for the future and has no meaning yet.
        if (colon > 0) {
            fields.setChannel(text.substring(0, colon).strip());
        } else if (colon == 0) {
            throw new IllegalArgumentException("the channel before :: is missing");
        }
    }

    private static void readVersionAndBuild(MatchSpecFields fields, String text) {
        // Conda takes "numpy=" for "numpy".
        if (text.isEmpty() || text.equals("=")) {
            return;
        }
        int separator = startOfBuild(text);
        Optional<String> build = separator < 0
                ? Optional.empty()
                : Optional.of(text.substring(separator + 1).strip());
        String version = (separator < 0 ? text : text.substring(0, separator)).strip();
        fields.setVersion(version, build.isPresent());
        build.ifPresent(fields::setBuild);
    }

    /**
     * The first blank or {@code =} after which no operator stands any more, and before which none does. A regular
     * expression may be a build too.
     */
    private static int startOfBuild(String text) {
        int lastOperator = -1;
        int end = text.length();
        if (text.endsWith("$")) {
            int regex = text.indexOf('^');
            end = Math.max(regex, 0);
        }
        for (int i = 0; i < end; i++) {
            if ("-=,|<>~()".indexOf(text.charAt(i)) >= 0) {
                lastOperator = i;
            }
        }
        for (int i = Math.max(1, lastOperator); i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if ((c == ' ' || c == '=') && "=!|,<>~".indexOf(text.charAt(i - 1)) < 0) {
                return i;
            }
        }
        return -1;
    }
}
