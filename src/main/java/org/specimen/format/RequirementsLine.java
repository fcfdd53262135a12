package org.specimen.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.format.RequirementsFile.Include;
import org.specimen.format.RequirementsFile.Line;
import org.specimen.format.RequirementsFile.Option;
import org.specimen.format.RequirementsFile.Reference;
import org.specimen.format.RequirementsFile.Unreadable;
import org.specimen.format.RequirementsFile.Wanted;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;

/** One logical line of a requirements file. */
final class RequirementsLine {

    /** Options with a value: their short and long forms. */
    private static final Map<String, String> WITH_VALUE = Map.ofEntries(
            Map.entry("-i", "--index-url"),
            Map.entry("--pypi-url", "--index-url"),
            Map.entry("-f", "--find-links"),
            Map.entry("-e", "--editable"),
            Map.entry("-r", "--requirement"),
            Map.entry("-c", "--constraint"),
            Map.entry("--index-url", "--index-url"),
            Map.entry("--extra-index-url", "--extra-index-url"),
            Map.entry("--find-links", "--find-links"),
            Map.entry("--editable", "--editable"),
            Map.entry("--requirement", "--requirement"),
            Map.entry("--constraint", "--constraint"),
            Map.entry("--no-binary", "--no-binary"),
            Map.entry("--only-binary", "--only-binary"),
            Map.entry("--trusted-host", "--trusted-host"),
            Map.entry("--use-feature", "--use-feature"));

    private static final Set<String> ALONE =
            Set.of("--no-index", "--pre", "--prefer-binary", "--require-hashes", "--always-unzip", "-Z");

    private static final Set<String> REPOSITORIES = Set.of("git", "hg", "svn", "bzr");
    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "file", "ssh");
    private static final List<String> ARCHIVES =
            List.of(".whl", ".tar.gz", ".zip", ".tar.bz2", ".tgz", ".tar.xz", ".tar");

    private final String comment;
    private final int line;

    private RequirementsLine(String comment, int line) {
        this.comment = comment;
        this.line = line;
    }

    /** Empty for a line that holds nothing but a comment. */
    static Optional<Line> parse(String text, int line) {
        int hash = commentStart(text);
        String comment = hash < 0 ? "" : text.substring(hash + 1).strip();
        String content = (hash < 0 ? text : text.substring(0, hash)).strip();
        if (content.startsWith("\uFEFF")) {
            content = content.substring(1).strip();
        }
        return content.isEmpty() ? Optional.empty() : Optional.of(new RequirementsLine(comment, line).parse(content));
    }

    /** A {@code #} begins a comment at the begin of the line or behind space, so a URL may hold one. */
    private static int commentStart(String text) {
        for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
            if (at == 0 || Character.isWhitespace(text.charAt(at - 1))) {
                return at;
            }
        }
        return -1;
    }

    private Line parse(String content) {
        return content.startsWith("-") ? option(content) : wanted(content);
    }

    private Line option(String content) {
        int end = 0;
        while (end < content.length() && content.charAt(end) != '=' && !Character.isWhitespace(content.charAt(end))) {
            end++;
        }
        String name = content.substring(0, end);
        String value =
                unquote(end < content.length() ? content.substring(end + 1).strip() : "");
        // -rfile.txt
        if (!name.startsWith("--") && name.length() > 2 && WITH_VALUE.containsKey(name.substring(0, 2))) {
            value = content.substring(2).strip();
            name = name.substring(0, 2);
        }
        if (ALONE.contains(name)) {
            return new Option(name, "", line, comment);
        }
        String known = WITH_VALUE.get(name);
        if (known == null) {
            return new Unreadable(content, "pip knows no option " + name, Optional.empty(), line, comment);
        }
        if (value.isEmpty()) {
            return new Unreadable(content, name + " stands here without its value", Optional.empty(), line, comment);
        }
        return switch (known) {
            case "--requirement" -> new Include(value, false, line, comment);
            case "--constraint" -> new Include(value, true, line, comment);
            case "--editable" -> new Reference(value, true, nameIn(value), line, comment);
            default -> new Option(known, value, line, comment);
        };
    }

    private static String unquote(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private Line wanted(String content) {
        int options = optionsStart(content);
        String requirement = content.substring(0, options).strip();
        List<String> hashes = hashes(content.substring(options));
        if (isPlace(requirement)) {
            return new Reference(requirement, false, nameIn(requirement), line, comment);
        }
        try {
            return new Wanted(Requirement.parse(KeyShapes.noKey(requirement)), hashes, line, comment);
        } catch (IllegalArgumentException malformed) {
            return new Unreadable(
                    requirement, String.valueOf(malformed.getMessage()), leadingName(requirement), line, comment);
        }
    }

    /** The name in {@code numpy=1.26} or {@code numpy 1.26}; none in what is no list of packages. */
    private static Optional<PackageName> leadingName(String requirement) {
        int end = 0;
        while (end < requirement.length() && " =<>~!;[(@".indexOf(requirement.charAt(end)) < 0) {
            end++;
        }
        String rest = requirement.substring(end).strip();
        boolean version = rest.length() > 1 && rest.chars().anyMatch(Character::isDigit) && rest.indexOf(' ') < 0;
        return version ? PackageName.tryOf(requirement.substring(0, end)) : Optional.empty();
    }

    /** Where {@code --hash} and the like begin. */
    private static int optionsStart(String content) {
        for (int at = content.indexOf('-'); at >= 0; at = content.indexOf('-', at + 1)) {
            if (at > 0 && Character.isWhitespace(content.charAt(at - 1))) {
                return at;
            }
        }
        return content.length();
    }

    private static List<String> hashes(String options) {
        List<String> hashes = new ArrayList<>();
        for (String option : options.split("\\s+", -1)) {
            if (option.startsWith("--hash=")) {
                hashes.add(option.substring("--hash=".length()));
            }
        }
        return hashes;
    }

    /** Whether it names a place rather than a distribution. */
    private static boolean isPlace(String text) {
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        int plus = scheme.indexOf('+');
        return SCHEMES.contains(scheme)
                || (plus > 0 && REPOSITORIES.contains(scheme.substring(0, plus)))
                || text.startsWith(".")
                || text.startsWith("/")
                || text.startsWith("~/")
                || (colon == 1 && text.startsWith("\\", 2))
                || (!text.contains(" @") && !text.contains("@ ") && isArchive(text))
                || isRelativePath(text);
    }

    private static boolean isArchive(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return ARCHIVES.stream().anyMatch(lower::endsWith);
    }

    /** {@code vendored/thing}: no name, version or marker holds a slash before its quotes. */
    private static boolean isRelativePath(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && text.substring(0, slash).chars().noneMatch(c -> " @;'\"=<>~!()".indexOf(c) >= 0);
    }

    /** From {@code #egg=name}, or from the file name of a wheel or an archive. */
    private static Optional<PackageName> nameIn(String target) {
        int egg = target.indexOf("egg=");
        if (egg > 0 && (target.charAt(egg - 1) == '#' || target.charAt(egg - 1) == '&')) {
            int end = egg + 4;
            while (end < target.length() && "&[;= ".indexOf(target.charAt(end)) < 0) {
                end++;
            }
            return PackageName.tryOf(target.substring(egg + 4, end));
        }
        int at = target.indexOf(" @ ");
        if (at > 0) {
            return PackageName.tryOf(target.substring(0, at).strip());
        }
        int end = target.indexOf('#') < 0 ? target.length() : target.indexOf('#');
        String path = target.substring(0, end);
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dash = file.indexOf('-');
        boolean named = file.endsWith(".whl")
                || (isArchive(file)
                        && dash > 0
                        && dash + 1 < file.length()
                        && Character.isDigit(file.charAt(dash + 1)));
        return named && dash > 0 ? PackageName.tryOf(file.substring(0, dash)) : Optional.empty();
    }
}
