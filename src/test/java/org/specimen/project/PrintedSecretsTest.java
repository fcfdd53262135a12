package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in what a notebook printed are told by their place, never by their value. */
class PrintedSecretsTest {

    private static final String KEY = "hf_" + "Q7".repeat(17);

    @TempDir
    Path folder;

    private List<String> told(String notebook) throws IOException {
        Scans project = new Scans(folder).with("talk.ipynb", notebook);
        assertThat(project.scan().toString()).doesNotContain(KEY);
        return project.warnings(WarningKind.SECRET_IN_CODE);
    }

    private static String notebook(String outputs) {
        return """
                {"metadata": {"kernelspec": {"language": "python"}}, "nbformat": 4, "cells": [
                  {"cell_type": "markdown", "source": ["# Talk"]},
                  {"cell_type": "code", "source": ["print(token)"], "outputs": [%s]}]}
                """.formatted(outputs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": [\"the token:\\n\", \"KEY\\n\"]}",
                "{\"output_type\": \"stream\", \"text\": \"a line\\nKEY\"}",
                "{\"output_type\": \"execute_result\", \"data\": {\"text/plain\": [\"{'token': 'KEY'}\"]}}",
                "{\"output_type\": \"error\", \"traceback\": [\"\\u001b[0;31mKEY is refused\"]}"
            })
    void tellsTheCellThatPrintedAKey(String output) throws IOException {
        assertThat(told(notebook(output.replace("KEY", KEY))))
                .singleElement()
                .asString()
                .startsWith("talk.ipynb, cell 2: A key stands in what this cell printed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"output_type\": \"display_data\", \"data\": {\"image/png\": \"iVBOR/KEY/AAAA\"}}",
                "{\"output_type\": \"stream\", \"text\": \"hf_your_token_goes_here_0123456789\"}",
                "{\"output_type\": \"stream\", \"text\": \"nothing\"}"
            })
    void leavesPicturesAndPlaceholders(String output) throws IOException {
        assertThat(told(notebook(output.replace("KEY", KEY)))).isEmpty();
    }

    @Test
    void readsTheOldFormatAndWhatBreaksOff() throws IOException {
        assertThat(told("{\"nbformat\": 3, \"worksheets\": [{\"cells\": [{\"cell_type\": \"code\", \"input\": \"x\","
                        + " \"outputs\": [{\"text\": \"" + KEY + "\"}]}, {\"cell_type\": \"code\", \"outp"))
                .singleElement()
                .asString()
                .startsWith("talk.ipynb, cell 1: ");
    }
}
