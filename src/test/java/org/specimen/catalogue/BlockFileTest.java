package org.specimen.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.problem.OutsideFailure;

class BlockFileTest {

    private static final Map<String, List<String>> HEADER =
            Map.of("source", List.of("the first source", "a second one, née later"));

    @Test
    void everyKeyIsFoundAndNoOther() {
        SortedMap<String, String> entries = manyEntries();
        BlockFile file = BlockFile.open(BlockFile.write(HEADER, entries));

        entries.forEach((key, value) -> assertThat(file.get(key)).contains(value));
        assertThat(file.get("")).isEmpty();
        assertThat(file.get("k")).isEmpty();
        assertThat(file.get(entries.firstKey() + "x")).isEmpty();
        assertThat(file.get("zz")).isEmpty();
    }

    @Test
    void theHeaderIsKeptInOrder() {
        BlockFile file = BlockFile.open(BlockFile.write(HEADER, new TreeMap<>(Map.of("a", "1"))));

        assertThat(file.header("source")).containsExactly("the first source", "a second one, née later");
        assertThat(file.header("nothing")).isEmpty();
    }

    @Test
    void openingInflatesNothingAndALookUpOneBlock() {
        BlockFile file = BlockFile.open(BlockFile.write(HEADER, manyEntries()));
        assertThat(file.blockCount()).isGreaterThan(10);
        assertThat(file.blocksInflated()).isZero();

        file.get("key-01234");
        file.get("key-01235");
        assertThat(file.blocksInflated()).isEqualTo(1);
    }

    @Test
    void aPrefixIsFoundAcrossBlocks() {
        SortedMap<String, String> entries = manyEntries();
        BlockFile file = BlockFile.open(BlockFile.write(HEADER, entries));

        assertThat(file.withPrefix("key-01"))
                .extracting(BlockFile.Entry::key)
                .containsExactlyElementsOf(entries.subMap("key-01", "key-02").keySet());
        assertThat(file.withPrefix("")).hasSameSizeAs(entries.keySet());
        assertThat(file.withPrefix("a")).isEmpty();
        assertThat(file.withPrefix("zz")).isEmpty();
    }

    @Test
    void theSameEntriesGiveTheSameBytes() {
        assertThat(BlockFile.write(HEADER, manyEntries())).isEqualTo(BlockFile.write(HEADER, manyEntries()));
    }

    @Test
    void aFileWithoutEntriesIsSound() {
        BlockFile file = BlockFile.open(BlockFile.write(HEADER, new TreeMap<>()));

        assertThat(file.get("a")).isEmpty();
        assertThat(file.withPrefix("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\nb", "a\rb"})
    void aKeyThatWouldBreakALineIsRefused(String key) {
        SortedMap<String, String> entries = new TreeMap<>(Map.of(key, "value"));

        assertThatThrownBy(() -> BlockFile.write(HEADER, entries)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 20, 25, 29, 40, 1000})
    void aFileThatWasCutShortSaysSo(int length) {
        byte[] cut = Arrays.copyOf(BlockFile.write(HEADER, manyEntries()), length);

        assertThatThrownBy(() -> BlockFile.open(cut))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("catalogue inside Specimen is damaged")
                .hasMessageContaining("Install Specimen again.");
    }

    /** Whatever single byte changes, every answer is right or a clear failure. */
    @Test
    void noChangedByteGivesAWrongAnswer() {
        SortedMap<String, String> entries = manyEntries();
        byte[] sound = BlockFile.write(HEADER, entries);
        Random random = new Random(22);
        int failures = 0;
        for (int round = 0; round < 300; round++) {
            byte[] damaged = sound.clone();
            int place = round < 100 ? round : random.nextInt(damaged.length);
            damaged[place] ^= (byte) (1 + random.nextInt(255));
            try {
                BlockFile file = BlockFile.open(damaged);
                assertThat(file.withPrefix(""))
                        .extracting(BlockFile.Entry::value)
                        .containsExactlyElementsOf(entries.values());
            } catch (OutsideFailure expected) {
                failures++;
            }
        }
        assertThat(failures).isEqualTo(300);
    }

    /** Long enough for many blocks, and hard to compress. */
    private static SortedMap<String, String> manyEntries() {
        Random random = new Random(7);
        SortedMap<String, String> entries = new TreeMap<>();
        for (int number = 0; number < 1500; number++) {
            StringBuilder value = new StringBuilder();
            for (int part = 0; part < 20; part++) {
                value.append(Long.toString(random.nextLong(), 36)).append(part % 5 == 0 ? "\té " : " ");
            }
            entries.put(String.format("key-%05d", number), value.toString());
        }
        return entries;
    }
}
