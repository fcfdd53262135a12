package org.specimen.conda;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** Rows of a table of cases beside the tests; its first line tells the source. */
final class Table {

    private Table() {}

    static List<String[]> read(String name) {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows whose first column is {@code question}. */
    static List<String[]> read(String name, String question) {
        return read(name).stream().filter(row -> row[0].equals(question)).toList();
    }

    /** The rows for which {@code answer} is not what the last column says, with what it is. */
    static List<String> wrong(List<String[]> rows, Function<String[], String> answer) {
        if (rows.isEmpty()) {
            throw new IllegalStateException("a table without rows tests nothing");
        }
        List<String> wrong = new ArrayList<>();
        for (String[] row : rows) {
            String given;
            try {
                given = answer.apply(row);
            } catch (IllegalArgumentException e) {
                given = "refused: " + e.getMessage();
            }
            if (!given.equals(row[row.length - 1])) {
                wrong.add(String.join(" | ", row) + " <- " + given);
            }
        }
        return wrong;
    }

    static boolean isRefused(Supplier<?> reading) {
        return catchThrowable(() -> Objects.requireNonNull(reading.get())) instanceof IllegalArgumentException;
    }
}
