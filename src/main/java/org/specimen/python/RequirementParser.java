package org.specimen.python;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The grammar of requirements (PEP 508, "Grammar": specification). */
final class RequirementParser {

    private final DependencyText text;

    RequirementParser(String text) {
        this.text = new DependencyText(text);
    }

    Requirement parse() {
        text.skipSpace();
        PackageName name = name("the name of a package");
        text.skipSpace();
        Set<Extra> extras = extras();
        text.skipSpace();
        Optional<String> url = Optional.empty();
        SpecifierSet specifiers = SpecifierSet.ANY;
        String expected;
        if (text.skip('@')) {
            url = Optional.of(url());
            expected = "';' or the end after the URL and a space";
        } else {
            specifiers = specifiers();
            expected = specifiers.isAny()
                    ? "a version specifier, ';' or the end"
                    : "',', ';' or the end after the version specifier";
        }
        Optional<Marker> marker = marker(expected);
        return new Requirement(name, extras, specifiers, url, marker);
    }

    private PackageName name(String what) {
        int start = text.position();
        int end = start;
        String source = text.text();
        while (end < source.length() && isNamePart(source.charAt(end))) {
            end++;
        }
        while (end > start && (source.charAt(end - 1) == '.' || source.charAt(end - 1) == '-')) {
            end--;
        }
        PackageName name =
                PackageName.tryOf(source.substring(start, end)).orElseThrow(() -> text.expected(what, start));
        text.moveTo(end);
        return name;
    }

    private static boolean isNamePart(char c) {
        return PythonText.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
    }

    private Set<Extra> extras() {
        Set<Extra> extras = new LinkedHashSet<>();
        int open = text.position();
        if (!text.skip('[')) {
            return extras;
        }
        text.skipSpace();
        if (atNameStart()) {
            extras.add(extra());
            while (text.skip(',')) {
                text.skipSpace();
                extras.add(extra());
            }
            if (atNameStart()) {
                throw text.expected("',' between the extras");
            }
        }
        if (!text.skip(']')) {
            throw text.expected("']' for the '[' at column " + (open + 1));
        }
        return extras;
    }

    private boolean atNameStart() {
        return !text.atEnd() && PythonText.isLetterOrDigit(text.text().charAt(text.position()));
    }

    private Extra extra() {
        Extra extra = new Extra(name("the name of an extra").value());
        text.skipSpace();
        return extra;
    }

    private String url() {
        text.skipSpace();
        int start = text.position();
        String source = text.text();
        int end = start;
        while (end < source.length() && !DependencyText.isSpace(source.charAt(end))) {
            if (source.charAt(end) == '\n' || source.charAt(end) == '\r') {
                throw text.error("a line break in the URL", end);
            }
            end++;
        }
        if (end == start) {
            throw text.expected("a URL after '@'");
        }
        text.moveTo(end);
        text.skipSpace();
        return source.substring(start, end);
    }

    private SpecifierSet specifiers() {
        int open = text.position();
        boolean parenthesis = text.skip('(');
        text.skipSpace();
        int start = text.position();
        int end = start;
        while (specifier()) {
            end = text.position();
            text.skipSpace();
            if (!text.skip(',')) {
                break;
            }
            text.skipSpace();
        }
        if (parenthesis && !text.skip(')')) {
            throw text.expected("')' for the '(' at column " + (open + 1));
        }
        text.skipSpace();
        return SpecifierSet.parse(text.text().substring(start, end));
    }

    private boolean specifier() {
        SpecifierScanner scanner = new SpecifierScanner(text.text(), text.position());
        if (!scanner.scan()) {
            return false;
        }
        text.moveTo(scanner.position());
        if (text.text().startsWith(".*", scanner.position())) {
            boolean equality =
                    scanner.operator == Specifier.Operator.EQUAL || scanner.operator == Specifier.Operator.NOT_EQUAL;
            throw text.error(
                    equality
                            ? "'.*' cannot follow a pre-release, post-release, development or local version"
                            : "'.*' fits == and != only",
                    scanner.position() + 1);
        }
        if (text.at('+')) {
            throw text.error("a local version label fits == and != only", scanner.position());
        }
        return true;
    }

    private Optional<Marker> marker(String expected) {
        if (text.atEnd()) {
            return Optional.empty();
        }
        if (!text.skip(';')) {
            throw text.expected(expected);
        }
        Marker marker = new MarkerParser(text).parse();
        if (!text.atEnd()) {
            throw text.expected("'and', 'or' or the end of the requirement");
        }
        return Optional.of(marker);
    }
}
