package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LargeNotebookTest {

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One picture after the other, none of which is ever in memory as a whole. */
    private static InputStream pictures(int megabytes) {
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) 'A');
        List<InputStream> parts = IntStream.range(0, megabytes)
                .<InputStream>mapToObj(part -> new ByteArrayInputStream(megabyte))
                .toList();
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    @Test
    void takesNoMemoryForPictures() throws IOException {
        String begin = "{\"cells\": [{\"cell_type\": \"code\", \"outputs\": [{\"data\": {\"image/png\": \"";
        String end = "\"}}], \"source\": \"import a\"}, {\"cell_type\": \"code\", \"source\": \"import b\"}]}";
        InputStream in = new SequenceInputStream(Collections.enumeration(
                Stream.of(text(begin), pictures(100), text(end)).toList()));
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();

        Notebook notebook = Notebook.read(in);

        runtime.gc();
        long held = runtime.totalMemory() - runtime.freeMemory() - before;
        assertThat(notebook.cells()).extracting(Notebook.Cell::source).containsExactly("import a", "import b");
        assertThat(held).isLessThan(20_000_000);
    }

    @Test
    void refusesACellThatNobodyWrote() throws IOException {
        InputStream in = new SequenceInputStream(Collections.enumeration(Stream.of(
                        text("{\"cells\": [{\"cell_type\": \"code\", \"source\": \"import a\"},"
                                + " {\"cell_type\": \"code\", \"source\": \""),
                        pictures(30),
                        text("\"}]}"))
                .toList()));

        Notebook notebook = Notebook.read(in);

        assertThat(notebook.cells()).extracting(Notebook.Cell::source).containsExactly("import a");
        assertThat(notebook.problem()).isPresent();
    }
}
