package org.specimen.format;

import java.util.Optional;

/** The block in the comments of a script that says what it needs (PEP 723, "Inline script metadata"). */
public final class ScriptMetadata {

    private static final String BEGIN = "# /// script";
    private static final String END = "# ///";

    private ScriptMetadata() {}

    /**
     * What the block of a script says, as the table {@code project} of a pyproject.toml, with the lines of the script.
     *
     * @return empty if it has none, or one without an end
     * @throws org.specimen.problem.BadInput with line and column if it is not TOML
     */
    public static Optional<PyprojectToml> read(String file, String source) {
        int begin = source.startsWith(BEGIN) ? 0 : source.indexOf("\n" + BEGIN) + 1;
        if (begin == 0 && !source.startsWith(BEGIN)) {
            return Optional.empty();
        }
        StringBuilder toml = new StringBuilder();
        // the table takes the place of the line that begins the block, which keeps the lines where they are
        source.substring(0, begin).chars().filter(c -> c == '\n').forEach(c -> toml.append('\n'));
        toml.append("[project]\n");
        boolean first = true;
        for (String line : source.substring(begin).split("\r\n|\n", -1)) {
            if (first) {
                first = false;
                if (!line.stripTrailing().equals(BEGIN)) {
                    return Optional.empty();
                }
            } else if (line.stripTrailing().equals(END)) {
                return Optional.of(PyprojectToml.parse(file, toml.toString()));
            } else if (line.startsWith("# ") || line.equals("#")) {
                toml.append(line, Math.min(2, line.length()), line.length()).append('\n');
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
