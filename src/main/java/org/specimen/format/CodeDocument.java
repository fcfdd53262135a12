package org.specimen.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code in a document that runs when the document is made: R Markdown, Quarto, MyST and Jupytext's Markdown. A block
 * that only shows code does not count.
 *
 * @param python the cells in Python
 * @param others the other languages that cells are in, lower case
 * @param reticulate whether R runs Python in it
 */
public record CodeDocument(List<Cell> python, Set<String> others, boolean reticulate) {

    /**
     * Code that runs.
     *
     * @param line the line of the document that the source begins on, counted from 1
     */
    public record Cell(String source, int line) {}

    /** CommonMark 0.31, "Fenced code blocks". */
    private static final Pattern FENCE = Pattern.compile(" {0,8}(`{3,}|~{3,}|:{3,})\\s*([^`]{0,500})");

    /** knitr's {@code {python, echo=FALSE}} and MyST's <code>{code-cell} ipython3</code>. */
    private static final Pattern ENGINE = Pattern.compile("\\{\\s*([A-Za-z0-9_+-]+)([^}]*)}\\s*([A-Za-z0-9_]*).*");

    /** Code with attributes; those that only colour or number lines show it. */
    private static final Pattern ATTRIBUTES =
            Pattern.compile("(?i)(?:python|ipython)3?\\s*\\{(?!\\s*[\\d,.-]*\\s*})(.*)}?");

    private static final Pattern SHOWN =
            Pattern.compile("(?i)linenos|lineno|hl_lines|highlight|numberlines|title|file");

    private static final Pattern FRONT_MATTER = Pattern.compile("(?m)^\\s*(?:jupytext|kernelspec|jupyter)\\s*:");

    private static final Pattern RETICULATE =
            Pattern.compile("(?:library|require|requireNamespace)\\s*\\(\\s*[\"']?reticulate|reticulate::");

    public CodeDocument {
        python = List.copyOf(python);
        others = Set.copyOf(others);
    }

    public static CodeDocument parse(String text) {
        return new Reader(text.split("\r\n|[\n\r]", -1)).read(text);
    }

    private static boolean isPython(String language) {
        return language.startsWith("python") || language.startsWith("ipython");
    }

    private static final class Reader {
        private final String[] lines;
        private final List<Cell> python = new ArrayList<>();
        private final Set<String> others = new TreeSet<>();
        private boolean notebook;

        Reader(String[] lines) {
            this.lines = lines;
        }

        CodeDocument read(String text) {
            int at = endOfFrontMatter();
            // MyST runs no other blocks than its cells
            notebook &= !text.contains("{code-cell}");
            while (at < lines.length) {
                Matcher fence = FENCE.matcher(lines[at]);
                at++;
                if (fence.matches()) {
                    int end = end(at, fence.group(1));
                    readBlock(fence.group(2).strip(), at, end);
                    at = end + 1;
                }
            }
            return new CodeDocument(python, others, RETICULATE.matcher(text).find());
        }

        private int endOfFrontMatter() {
            if (!lines[0].stripTrailing().equals("---")) {
                return 0;
            }
            StringBuilder matter = new StringBuilder();
            for (int i = 1; i < lines.length && i < 300; i++) {
                if (lines[i].stripTrailing().equals("---")) {
                    notebook = FRONT_MATTER.matcher(matter).find();
                    return i + 1;
                }
                matter.append(lines[i]).append('\n');
            }
            return 0;
        }

        /** The line of the fence that closes the block, or the end of the document. */
        private int end(int from, String fence) {
            for (int i = from; i < lines.length; i++) {
                String line = lines[i].strip();
                if (line.length() >= fence.length()
                        && line.startsWith(fence)
                        && line.chars().allMatch(c -> c == fence.charAt(0))) {
                    return i;
                }
            }
            return lines.length;
        }

        private void readBlock(String info, int begin, int end) {
            String language = language(info);
            if (isPython(language)) {
                python.add(new Cell(source(begin, end), begin + 1));
            } else if (!language.isEmpty()) {
                others.add(language);
            }
        }

        /** The language that the block runs in, empty if it does not run. */
        private String language(String info) {
            Matcher engine = ENGINE.matcher(info);
            if (engine.matches()) {
                String name = engine.group(1).toLowerCase(Locale.ROOT);
                if (name.equals("code-cell") || name.equals("code-block") || name.equals("code")) {
                    String cell = engine.group(3).toLowerCase(Locale.ROOT);
                    return name.equals("code-cell") ? (cell.isEmpty() ? "python" : cell) : "";
                }
                return isPython(name) || name.equals("r") || name.equals("julia") ? name : "";
            }
            boolean attributed =
                    ATTRIBUTES.matcher(info).matches() && !SHOWN.matcher(info).find();
            boolean plain = notebook && isPython(info.toLowerCase(Locale.ROOT));
            return attributed || plain ? "python" : "";
        }

        /** The options of a MyST cell stand before its code; they stay as empty lines. */
        private String source(int begin, int end) {
            StringBuilder source = new StringBuilder();
            boolean options = true;
            boolean yaml = false;
            for (int i = begin; i < end; i++) {
                String line = lines[i];
                boolean ruler = line.strip().equals("---");
                if (options && (ruler || yaml || line.startsWith(":"))) {
                    yaml = ruler ? !yaml : yaml;
                    options = !(ruler && !yaml);
                    line = "";
                } else {
                    options &= line.isBlank();
                }
                source.append(line).append('\n');
            }
            return source.toString();
        }
    }
}
