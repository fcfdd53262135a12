package org.specimen.conda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every name, version and specification of the slices of conda-forge and bioconda, where they are at hand. */
class ChannelSlicesTest {

    private static final Path DATA = Path.of("..", "shared", "data");

    private static final Set<String> NAMES = new TreeSet<>();
    private static final Set<String> VERSIONS = new TreeSet<>();
    private static final Set<String> SPECIFICATIONS = new TreeSet<>();

    @BeforeAll
    static void readSlices() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the channel slices are not at hand");
        try (Stream<Path> files = Files.walk(DATA)) {
            for (Path file :
                    files.filter(path -> path.endsWith("repodata.json.zst")).toList()) {
                try (InputStream in = new ZstdInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                    read(in);
                }
            }
        }
    }

    private static void read(InputStream repodata) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(repodata)) {
            while (json.nextToken() != null) {
                if (json.currentToken() != JsonToken.FIELD_NAME) {
                    continue;
                }
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("name") && value == JsonToken.VALUE_STRING) {
                    NAMES.add(json.getText());
                } else if (field.equals("version") && value == JsonToken.VALUE_STRING) {
                    VERSIONS.add(json.getText());
                } else if ((field.equals("depends") || field.equals("constrains")) && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        SPECIFICATIONS.add(json.getText());
                    }
                }
            }
        }
    }

    @Test
    void namesAreInTheirNormalForm() {
        assertThat(NAMES)
                .hasSizeGreaterThan(3000)
                .allMatch(name -> CondaName.tryOf(name)
                        .filter(read -> read.value().equals(name))
                        .isPresent());
    }

    @Test
    void specificationsReadBackAsEqualValues() {
        List<String> wrong = SPECIFICATIONS.stream()
                .filter(text -> {
                    MatchSpec spec = MatchSpec.parse(text);
                    return !MatchSpec.parse(spec.toString()).equals(spec)
                            || spec.exactName().isEmpty();
                })
                .toList();

        assertThat(SPECIFICATIONS).hasSizeGreaterThan(20_000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void versionsHaveOneOrder() {
        List<CondaVersion> sorted =
                VERSIONS.stream().map(CondaVersion::parse).sorted().toList();
        List<CondaVersion> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(2026));
        Collections.sort(shuffled);

        assertThat(sorted).hasSizeGreaterThan(5000).isEqualTo(shuffled);
        // Every seventh against all after it: what stands later is never before what stands earlier, and equality has
        // one hash code.
        for (int i = 0; i < sorted.size(); i += 7) {
            CondaVersion earlier = sorted.get(i);
            for (int j = i; j < sorted.size(); j++) {
                CondaVersion later = sorted.get(j);
                int sign = earlier.compareTo(later);
                if (sign > 0 || Integer.signum(later.compareTo(earlier)) != -Integer.signum(sign)) {
                    throw new AssertionError(earlier + " and " + later + " contradict");
                }
                if (sign == 0 && earlier.hashCode() != later.hashCode()) {
                    throw new AssertionError(earlier + " and " + later + " differ in hash code");
                }
            }
        }
    }
}
