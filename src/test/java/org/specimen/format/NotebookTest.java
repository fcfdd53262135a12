package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NotebookTest {

    private static Notebook read(String json) throws IOException {
        return Notebook.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsTheCodeCellsOfFormat4() throws IOException {
        Notebook notebook = read("""
                {"cells": [
                  {"cell_type": "markdown", "source": ["import nothing"]},
                  {"cell_type": "code", "source": ["import a\\n", "import b"], "outputs": [{"data": {"x": NaN}}]},
                  {"source": "import c", "metadata": {"source": "no"}, "cell_type": "code"},
                  {"cell_type": "raw", "source": "import d"}],
                 "metadata": {"kernelspec": {"name": "python3", "language": "python"},
                              "language_info": {"name": "python", "version": "3.9.7"}}, "nbformat": 4}""");

        assertThat(notebook.cells())
                .extracting(Notebook.Cell::source)
                .containsExactly("import a\nimport b", "import c");
        assertThat(notebook.cells()).extracting(Notebook.Cell::number).containsExactly(2, 3);
        assertThat(notebook.language()).isEqualTo("python");
        assertThat(notebook.languageVersion()).contains("3.9.7");
        assertThat(notebook.problem()).isEmpty();
    }

    @Test
    void readsTheCodeCellsOfFormat3() throws IOException {
        Notebook notebook = read("""
                {"metadata": {"name": ""}, "nbformat": 3, "worksheets": [
                  {"cells": [{"cell_type": "code", "input": ["import a"], "language": "python", "outputs": []},
                             {"cell_type": "heading", "source": "x"}]},
                  {"cells": [{"cell_type": "code", "input": "import b", "language": "julia"}]}]}""");

        assertThat(notebook.cells()).extracting(Notebook.Cell::source).containsExactly("import a", "import b");
        assertThat(notebook.cells()).extracting(notebook::isPython).containsExactly(true, false);
    }

    @Test
    void tellsTheLanguageOfTheKernel() throws IOException {
        assertThat(read("{\"metadata\": {\"kernelspec\": {\"name\": \"ir\"}}}").language())
                .isEqualTo("r");
        assertThat(read("{\"metadata\": {\"kernelspec\": {\"name\": \"julia-1.9\"}}}")
                        .language())
                .isEqualTo("julia");
        assertThat(read("{\"metadata\": {\"language_info\": {\"name\": \"R\"}}}")
                        .language())
                .isEqualTo("r");
        assertThat(read("{}").language()).isEqualTo("python");
    }

    @Test
    void keepsWhatComesBeforeAFault() throws IOException {
        Notebook notebook = read("{\"cells\": [{\"cell_type\": \"code\", \"source\": \"import a\"}, {\"cell_ty");

        assertThat(notebook.cells()).extracting(Notebook.Cell::source).containsExactly("import a");
        assertThat(notebook.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("line 1"));
    }

    @Test
    void passesOverCellsOfOddShape() throws IOException {
        Notebook notebook = read("""
                {"cells": [null, 5, [], {"cell_type": 3, "source": "a"}, {"cell_type": "code", "source": {"a": 1}},
                 {"cell_type": "code", "source": ["x", 1, null, "y"]}], "metadata": []}""");

        assertThat(notebook.cells()).extracting(Notebook.Cell::source).containsExactly("", "xy");
    }

    @Test
    void saysThatATextIsNoNotebook() throws IOException {
        assertThat(read("").problem()).isPresent();
        assertThat(read("[1]").problem()).isPresent();
        assertThat(read("<<<<<<< HEAD").problem()).isPresent();
        assertThat(read("{\"a\":".repeat(5000)).problem()).isPresent();
    }

    @Test
    void readsPastPicturesOfAnySize() throws IOException {
        byte[] start = "{\"cells\": [{\"cell_type\": \"code\", \"outputs\": [\"".getBytes(StandardCharsets.UTF_8);
        byte[] end = "\"], \"source\": \"import a\"}]}".getBytes(StandardCharsets.UTF_8);
        InputStream picture = new InputStream() {
            private int left = 60_000_000;

            @Override
            public int read() {
                return left-- > 0 ? 'A' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                int some = Math.min(length, left);
                java.util.Arrays.fill(buffer, offset, offset + Math.max(some, 0), (byte) 'A');
                left -= some;
                return some <= 0 ? -1 : some;
            }
        };
        InputStream in = new java.io.SequenceInputStream(
                new ByteArrayInputStream(start),
                new java.io.SequenceInputStream(picture, new ByteArrayInputStream(end)));

        assertThat(Notebook.read(in).cells()).extracting(Notebook.Cell::source).containsExactly("import a");
    }
}
