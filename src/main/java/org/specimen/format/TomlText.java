package org.specimen.format;

import java.util.List;
import java.util.Optional;
import org.specimen.problem.BadInput;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** A TOML document with the lines that it stands on; its length and depth are bounded. */
final class TomlText {

    /** The parser takes long to tell every fault of what is no TOML at all. */
    private static final int MAX_CHARACTERS = 250_000;

    private static final int MAX_DEPTH = 60;

    final TomlTable top;
    private final String[] lines;

    private TomlText(TomlTable top, String[] lines) {
        this.top = top;
        this.lines = lines;
    }

    /**
     * Reads a text.
     *
     * @param file the file as the person knows it, for messages
     * @throws BadInput with line and column if it is not TOML
     */
    static TomlText parse(String file, String text) {
        if (text.length() > MAX_CHARACTERS || depth(text) > MAX_DEPTH) {
            throw tooMuch(file);
        }
        TomlParseResult result;
        try {
            result = Toml.parse(text);
        } catch (StackOverflowError deep) {
            throw tooMuch(file);
        }
        if (result.hasErrors()) {
            TomlParseError error = result.errors().get(0);
            TomlPosition position = error.position();
            throw BadInput.at(
                    file,
                    position.line(),
                    Math.max(position.column(), 1),
                    "not valid TOML: "
                            + String.valueOf(error.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("") + ".");
        }
        return new TomlText(result, text.split("\r\n|\n", -1));
    }

    private static BadInput tooMuch(String file) {
        return new BadInput(file + " is too long or too deeply nested to be read. Check that it is what it is named.");
    }

    /** How deep brackets are nested at most, those in strings among them. */
    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '{') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == ']' || c == '}') {
                depth = Math.max(0, depth - 1);
            }
        }
        return deepest;
    }

    /** The parser places an item of a list where the one before it ends. */
    int lineOf(String text, int from) {
        for (int line = from; line <= lines.length; line++) {
            if (lines[line - 1].contains(text)) {
                return line;
            }
        }
        return from;
    }

    // A key is looked up as it is, also with dots in it

    Optional<TomlTable> table(String... path) {
        return top.get(List.of(path)) instanceof TomlTable table ? Optional.of(table) : Optional.empty();
    }

    Optional<String> text(String... path) {
        return top.get(List.of(path)) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    static Optional<TomlTable> child(TomlTable table, String key) {
        return table.get(List.of(key)) instanceof TomlTable child ? Optional.of(child) : Optional.empty();
    }

    static Optional<String> text(TomlTable table, String key) {
        return table.get(List.of(key)) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    static Optional<TomlArray> list(TomlTable table, String key) {
        return table.get(List.of(key)) instanceof TomlArray list ? Optional.of(list) : Optional.empty();
    }

    /** The line of a key, 0 if it is not known. */
    static int line(TomlTable table, String key) {
        TomlPosition position = table.inputPositionOf(List.of(key));
        return position == null ? 0 : position.line();
    }
}
