package org.specimen.conda;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Writes a {@link MatchSpec} in conda's canonical form: {@code channel/subdir::name==version=build[key=value,…]}. What has
 * no unambiguous place before the brackets goes into them.
 */
final class MatchSpecFormat {

    private MatchSpecFormat() {}

    static String format(MatchSpec spec) {
        StringBuilder head = new StringBuilder();
        StringJoiner brackets = new StringJoiner(",", "[", "]").setEmptyValue("");

        boolean isExactChannel = spec.channel().isPresent() && !(spec.channel().get() instanceof ChannelMatch.Like);
        if (isExactChannel) {
            head.append(spec.channel().get());
            spec.subdir().ifPresent(subdir -> head.append('/').append(subdir));
            head.append("::");
        } else {
            spec.channel().ifPresent(channel -> put(brackets, "channel", channel));
            spec.subdir().ifPresent(subdir -> put(brackets, "subdir", subdir));
        }
        head.append(spec.name());

        boolean isExactVersion = writeVersion(spec, head, brackets);
        if (!spec.build().matchesAll()) {
            String build = spec.build().toString();
            boolean isPlain = spec.build() instanceof StringMatch.Exact
                    && build.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.');
            if (isExactVersion && isPlain) {
                head.append('=').append(build);
            } else {
                boolean isRange = build.chars().anyMatch(c -> "<>|^$".indexOf(c) >= 0);
                put(brackets, "build", build, isRange);
            }
        }

        MatchDetails details = spec.details();
        details.buildNumber().ifPresent(number -> put(brackets, "build_number", number));
        details.trackFeatures().ifPresent(names -> put(brackets, "track_features", String.join(" ", names)));
        details.features().ifPresent(names -> put(brackets, "features", String.join(" ", names)));
        details.url().ifPresent(url -> put(brackets, "url", url));
        details.md5().ifPresent(md5 -> put(brackets, "md5", md5));
        details.sha256().ifPresent(sha256 -> put(brackets, "sha256", sha256));
        details.license().ifPresent(license -> put(brackets, "license", license));
        details.licenseFamily().ifPresent(family -> put(brackets, "license_family", family));
        details.fileName().ifPresent(fileName -> put(brackets, "fn", fileName));
        details.when().ifPresent(when -> put(brackets, "when", when));
        putList(brackets, "extras", details.extras());
        putList(brackets, "flags", details.flags());
        return head.append(brackets).toString();
    }

    /** Whether the version is exact and stands before the brackets, so that {@code =build} may follow. */
    private static boolean writeVersion(MatchSpec spec, StringBuilder head, StringJoiner brackets) {
        VersionSpec version = spec.version();
        if (version instanceof VersionSpec.Any) {
            return false;
        }
        if (version instanceof VersionSpec.Relation relation && relation.comparison() == Comparison.EQUAL) {
            head.append("==").append(relation.version());
            return true;
        }
        if (version instanceof VersionSpec.Prefix prefix && !prefix.isNegated()) {
            head.append('=').append(prefix.prefix());
            return false;
        }
        boolean isOpen = version instanceof VersionSpec.Prefix
                || version instanceof VersionSpec.Compatible
                || (version instanceof VersionSpec.Relation relation && relation.comparison() == Comparison.NOT_EQUAL);
        if (isOpen && spec.build().matchesAll()) {
            head.append(version);
        } else {
            brackets.add("version=" + quote(version.toString()));
        }
        return false;
    }

    private static void put(StringJoiner brackets, String key, Object value) {
        put(brackets, key, value, false);
    }

    private static void put(StringJoiner brackets, String key, Object value, boolean isQuoted) {
        String text = value.toString();
        boolean needsQuotes = text.isEmpty() || text.chars().anyMatch(c -> " ,=[]()'\"#".indexOf(c) >= 0);
        brackets.add(key + "=" + (isQuoted || needsQuotes ? quote(text) : text));
    }

    private static void putList(StringJoiner brackets, String key, List<String> values) {
        if (!values.isEmpty()) {
            brackets.add(key + "="
                    + values.stream().map(MatchSpecFormat::quote).collect(Collectors.joining(", ", "[", "]")));
        }
    }

    private static String quote(String text) {
        char quote = text.indexOf('\'') < 0 ? '\'' : '"';
        return quote + text + quote;
    }
}
