package org.specimen.conda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What conda's own test suite asks, answered as conda answers. */
class CondaConformanceTest {

    @Test
    void versionsAreValidAsInConda() {
        assertThat(wrong(
                        Table.read("conda-versions.tsv", "valid"),
                        row -> CondaVersion.tryParse(row[1]).isPresent()))
                .isEmpty();
    }

    @Test
    void versionsAreOrderedAsInConda() {
        assertThat(wrong(
                        Table.read("conda-versions.tsv", "less"),
                        row -> version(row[1]).compareTo(version(row[2])) < 0))
                .isEmpty();
        assertThat(wrong(
                        Table.read("conda-versions.tsv", "equal"),
                        row -> version(row[1]).equals(version(row[2]))))
                .isEmpty();
    }

    @Test
    void versionsStartWithOthersAsInConda() {
        assertThat(wrong(
                        Table.read("conda-versions.tsv", "starts-with"),
                        row -> version(row[1]).startsWith(version(row[2]))))
                .isEmpty();
    }

    @Test
    void versionSpecificationsMatchAsInConda() {
        assertThat(wrong(
                        Table.read("conda-version-specs.tsv", "matches"),
                        row -> VersionSpec.parse(row[1]).matches(version(row[2]))))
                .isEmpty();
    }

    @Test
    void versionSpecificationsAreReadAndWrittenAsInConda() {
        assertThat(different("conda-version-specs.tsv", VersionSpec::parse)).isEmpty();
    }

    @Test
    void matchSpecificationsAreReadAndWrittenAsInConda() {
        assertThat(different("conda-match-specs.tsv", MatchSpec::parse)).isEmpty();
    }

    @Test
    void matchSpecificationsMatchRecordsAsInConda() {
        assertThat(wrong(
                        Table.read("conda-match-records.tsv"),
                        row -> MatchSpec.parse(row[0]).matches(Records.read(row[1]))))
                .isEmpty();
    }

    @Test
    void channelsMatchAsInConda() {
        assertThat(wrong(
                        Table.read("conda-channel-matches.tsv"),
                        row -> ChannelMatch.parse(row[0]).matches(Channel.parse(row[1]))))
                .isEmpty();
    }

    @Test
    void randomVersionsAreOrderedAsInConda() {
        assertThat(Table.wrong(Table.read("conda-answers-versions.tsv"), row -> switch (row[0]) {
                    case "order" -> {
                        int sign = version(row[1]).compareTo(version(row[2]));
                        yield sign < 0 ? "<" : sign > 0 ? ">" : "=";
                    }
                    case "starts-with" -> Boolean.toString(version(row[1]).startsWith(version(row[2])));
                    default -> Boolean.toString(CondaVersion.tryParse(row[1]).isEmpty());
                }))
                .isEmpty();
    }

    @Test
    void equalVersionsHaveEqualHashCodes() {
        assertThat(Table.read("conda-answers-versions.tsv", "order").stream().filter(row -> row[3].equals("=")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(version(row[1])).hasSameHashCodeAs(version(row[2])));
    }

    @Test
    void randomVersionSpecificationsMatchAsInConda() {
        assertThat(Table.wrong(
                        Table.read("conda-answers-version-specs.tsv"),
                        row -> row[0].equals("matches")
                                ? Boolean.toString(VersionSpec.parse(row[1]).matches(version(row[2])))
                                : Boolean.toString(Table.isRefused(() -> VersionSpec.parse(row[1])))))
                .isEmpty();
    }

    /** Conda's canonical text is another spelling of the same specification. */
    @Test
    void randomMatchSpecificationsAreReadAsInConda() {
        assertThat(Table.wrong(
                        Table.read("conda-answers-match-specs.tsv"),
                        row -> row[0].equals("text")
                                ? MatchSpec.parse(row[1]).equals(MatchSpec.parse(row[2])) ? row[2] : "another"
                                : Table.isRefused(() -> MatchSpec.parse(row[1])) ? "" : "accepted"))
                .isEmpty();
    }

    private static CondaVersion version(String text) {
        return CondaVersion.parse(text);
    }

    private static List<String> wrong(List<String[]> rows, Predicate<String[]> answer) {
        return Table.wrong(rows, row -> Boolean.toString(answer.test(row)));
    }

    /** The texts that we write otherwise than conda, or accept where it refuses, but for the known differences. */
    private static <T> List<String> different(String table, Function<String, T> parser) {
        Map<String, String> known = new HashMap<>();
        Table.read("differences.tsv", table).forEach(row -> known.put(row[1], row[2]));
        List<String[]> rows = Table.read(table).stream()
                .filter(row -> !row[0].equals("matches"))
                .toList();
        return Table.wrong(rows, row -> {
            String ours = Table.isRefused(() -> parser.apply(row[1]))
                    ? ""
                    : parser.apply(row[1]).toString();
            return ours.equals(known.get(row[1])) ? row[row.length - 1] : ours;
        });
    }

    /** Records of the tables: {@code field=value;…}. */
    static final class Records {
        private Records() {}

        static PackageRecord read(String text) {
            Map<String, String> fields = new HashMap<>();
            for (String field : text.split(";", -1)) {
                int equals = field.indexOf('=');
                fields.put(field.substring(0, equals), field.substring(equals + 1));
            }
            String name = fields.getOrDefault("name", "");
            String version = fields.getOrDefault("version", "");
            String build = fields.getOrDefault("build", "");
            String channel = fields.getOrDefault("channel", "<unknown>");
            String fileName = fields.getOrDefault("fn", name + "-" + version + "-" + build);
            return new PackageRecord(
                    CondaName.of(name),
                    CondaVersion.parse(version),
                    build,
                    Long.parseLong(fields.getOrDefault("build_number", "0")),
                    Platform.of(fields.getOrDefault("subdir", "noarch")),
                    channel.equals("<unknown>") ? Channel.parse("unknown") : Channel.parse(channel),
                    PackageFileName.hasExtension(fileName) ? fileName : fileName + ".conda",
                    Optional.ofNullable(fields.get("url")),
                    Optional.ofNullable(fields.get("md5")).filter(md5 -> md5.length() == 32),
                    Optional.ofNullable(fields.get("sha256")),
                    0,
                    List.of(),
                    List.of(),
                    fields.containsKey("track_features")
                            ? Arrays.asList(
                                    fields.getOrDefault("track_features", "").split(" ", -1))
                            : List.of(),
                    PackageRecord.NoArch.NO,
                    0,
                    Optional.ofNullable(fields.get("license")),
                    Optional.ofNullable(fields.get("license_family")));
        }
    }
}
