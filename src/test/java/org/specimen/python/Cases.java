package org.specimen.python;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tables of cases: one a line, cells between tabs, comments after {@code #}. In a cell, {@code \t \n \r \\} and
 * {@code \}{@code uXXXX} are escapes, {@code \-} means that there is no value, {@code |} separates the items of a list,
 * and {@code \0} is the empty list.
 */
final class Cases {

    private Cases() {}

    static List<Row> read(String name) {
        try (InputStream stream = Cases.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("no table " + name);
            }
            List<Row> rows = new ArrayList<>();
            for (String line : new String(stream.readAllBytes(), StandardCharsets.US_ASCII).split("\n", -1)) {
                if (!line.startsWith("#") && !(line.isEmpty() && rows.isEmpty())) {
                    rows.add(new Row(List.of(line.split("\t", -1))));
                }
            }
            // What follows the last line feed is no line.
            rows.remove(rows.size() - 1);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One case. */
    record Row(List<String> cells) {

        String text(int column) {
            return decoded(cells.get(column));
        }

        Optional<String> optional(int column) {
            return cells.get(column).equals("\\-") ? Optional.empty() : Optional.of(text(column));
        }

        boolean flag(int column) {
            return Boolean.parseBoolean(cells.get(column));
        }

        int number(int column) {
            return Integer.parseInt(cells.get(column));
        }

        List<String> list(int column) {
            return cells.get(column).equals("\\0")
                    ? List.of()
                    : List.of(text(column).split("\\|", -1));
        }

        private static String decoded(String cell) {
            StringBuilder text = new StringBuilder();
            int i = 0;
            while (i < cell.length()) {
                boolean escape = cell.charAt(i) == '\\';
                char c = cell.charAt(escape ? i + 1 : i);
                if (escape && c == 'u') {
                    text.append((char) Integer.parseInt(cell, i + 2, i + 6, 16));
                    i += 6;
                } else if (escape) {
                    text.append(c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c);
                    i += 2;
                } else {
                    text.append(c);
                    i++;
                }
            }
            return text.toString();
        }

        @Override
        public String toString() {
            return String.join(" | ", cells);
        }
    }
}
