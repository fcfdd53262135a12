package org.specimen.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.proof.Proof.ResultComparison;
import org.specimen.proof.ProofRequest.Tolerance;

class ComparingTest {

    private static final Tolerance MILLIONTH = new Tolerance(1e-6, 1e-12, 0);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // theirs | ours
                "a,1.0,b | a,1.0000005,b",
                "{\"x\": [1e-3, -2.5E+10]} | {\"x\": [0.001, -2.50000001E+10]}",
                "mean 0.0 | mean 1e-13",
                "nan inf -inf | nan inf -inf",
                "1.50 | 1.5",
            })
    void numbersWithinTheToleranceAreTheSame(String theirs, String ours) {
        assertThat(NumberText.difference(theirs, ours, MILLIONTH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,1.0 | a,1.1 | Line 1 has 1.1 here and 1.0 in yours, 9.09 % apart.",
                "sample1 2 | sample2 2 | Line 1 is \"sample2 2\" here and \"sample1 2\" in yours.",
                "x 1 | y 1 | Line 1 is \"y 1\" here and \"x 1\" in yours.",
                "x 1 | x 1 2 | Line 1 is \"x 1 2\" here and \"x 1\" in yours.",
                "x nan | x 1.0 | Line 1 has 1.0 here and nan in yours.",
            })
    void whatDiffersIsToldWithItsLine(String theirs, String ours, String told) {
        assertThat(NumberText.difference(theirs, ours, MILLIONTH)).hasValue(told);
    }

    @Test
    void howLinesEndDoesNotCountAndHowManyThereAreDoes() {
        assertThat(NumberText.difference("a\r\nb\r\n", "a\nb\n", Tolerance.NONE))
                .isEmpty();
        assertThat(NumberText.difference("a\nb\n", "a\n", Tolerance.NONE))
                .hasValue("It has 1 line here and 2 lines in yours.");
        assertThat(NumberText.difference("1\n2\n4\n", "1\n3\n8\n", Tolerance.NONE))
                .hasValue(
                        "Line 2 has 3 here and 2 in yours, 33.33 % apart. In all, 2 numbers differ, the most by 50.00 %.");
    }

    @Test
    void picturesAreComparedByWhatTheyShow() {
        BufferedImage image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
        byte[] black = png(image);
        image.setRGB(3, 4, 0xff0000);
        byte[] dotted = png(image);
        byte[] small = png(new BufferedImage(10, 9, BufferedImage.TYPE_INT_RGB));

        assertThat(Pixels.difference(black, black, 0)).isEmpty();
        assertThat(Pixels.difference(black, dotted, 0)).hasValue("1 of its pixels differ, 1.00 % of them.");
        assertThat(Pixels.difference(black, dotted, 0.01)).isEmpty();
        assertThat(Pixels.difference(black, small, 1))
                .hasValue("The picture has 10 × 9 pixels here and 10 × 10 in yours.");
        assertThat(Pixels.difference(black, "no picture".getBytes(StandardCharsets.UTF_8), 1))
                .hasValueSatisfying(text -> assertThat(text).startsWith("The picture here cannot be read"));
    }

    @Test
    void eachFileIsComparedInTheWayOfItsKind() throws IOException {
        assertThat(compared("a.csv", "1.0\n", "1.0000001\n")).isEmpty();
        assertThat(compared("a.bin", "\0x", "\0y")).hasValue("The files are not the same.");
        assertThat(compared("a.pdf", "day 1", "day 2"))
                .hasValueSatisfying(text -> assertThat(text).contains("keeps the day of its making"));
        Files.writeString(folder.resolve("theirs"), "x");
        assertThat(Results.compare("b.csv", folder.resolve("theirs"), folder.resolve("none"), MILLIONTH))
                .extracting(ResultComparison::difference)
                .containsExactly(Optional.of("The run did not make it."));
    }

    private Optional<String> compared(String name, String theirs, String ours) throws IOException {
        Path before = Files.writeString(folder.resolve("theirs"), theirs);
        Path now = Files.writeString(folder.resolve("ours"), ours);
        return Results.compare(name, before, now, MILLIONTH).get(0).difference();
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
