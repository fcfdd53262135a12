package org.specimen.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The code in a Jupyter notebook, of notebook format 3 or 4 (nbformat documentation, "The Notebook file format").
 *
 * @param language what its kernel runs, lower case: {@code python}, {@code r}, {@code julia}; {@code python} if it does
 *     not say
 * @param languageVersion the version that it was last run with
 * @param cells its code cells
 * @param problem why there is no more than this, if it could not be read to its end
 */
public record Notebook(String language, Optional<String> languageVersion, List<Cell> cells, Optional<String> problem) {

    private static final int MAX_CODE = 20_000_000;

    /** Sage's cells are Python, and so are those of SoS that name no kernel of their own. */
    private static final Set<String> PYTHON_KERNELS =
            Set.of("sage", "sos", "pyspark", "pysparkkernel", "xpython", "xeus-python");

    /**
     * A code cell.
     *
     * @param number its position among all cells, counted from 1
     * @param language where the cell itself says one, lower case
     */
    public record Cell(int number, Optional<String> language, String source) {}

    public Notebook {
        cells = List.copyOf(cells);
    }

    /** Whether its kernel runs Python. */
    public boolean isPython() {
        return isPython(language);
    }

    /** Whether a cell of it is Python, by its own word or by the notebook's. */
    public boolean isPython(Cell cell) {
        return isPython(cell.language().orElse(language));
    }

    private static boolean isPython(String language) {
        return language.startsWith("python") || language.startsWith("ipython") || PYTHON_KERNELS.contains(language);
    }

    /**
     * Reads a notebook as a stream: pictures and other output take no memory. What comes before a fault is kept.
     *
     * @throws IOException if the stream breaks off
     */
    public static Notebook read(InputStream in) throws IOException {
        return new Reader().read(in);
    }

    private static final class Reader {
        private final List<Cell> cells = new ArrayList<>();
        private int number;
        private int code;
        private Optional<String> kernelLanguage = Optional.empty();
        private Optional<String> kernelName = Optional.empty();
        private Optional<String> languageName = Optional.empty();
        private Optional<String> languageVersion = Optional.empty();

        Notebook read(InputStream in) throws IOException {
            Optional<String> problem = Optional.empty();
            try (JsonParser parser = Json.parser(in)) {
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    readNotebook(parser);
                } else {
                    problem = Optional.of("it holds no notebook");
                }
            } catch (JsonProcessingException broken) {
                String place = broken.getLocation() == null
                        ? ""
                        : " in line " + broken.getLocation().getLineNr();
                problem = Optional.of(Json.problem(broken) + place);
            } catch (TooMuchCode enough) {
                problem = Optional.of("it holds more code than anyone can have written");
            }
            return new Notebook(language(), languageVersion, cells, problem);
        }

        private String language() {
            return kernelLanguage
                    .or(() -> languageName)
                    .or(() -> kernelName.map(Reader::ofKernel))
                    .filter(name -> !name.isEmpty())
                    .orElse("python")
                    .toLowerCase(Locale.ROOT);
        }

        private void readNotebook(JsonParser parser) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                if (key.equals("cells") && value == JsonToken.START_ARRAY) {
                    readCells(parser);
                } else if (key.equals("worksheets") && value == JsonToken.START_ARRAY) {
                    readWorksheets(parser);
                } else if (key.equals("metadata") && value == JsonToken.START_OBJECT) {
                    readMetadata(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }

        private void readWorksheets(JsonParser parser) throws IOException {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    readNotebook(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }

        private void readMetadata(JsonParser parser) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String part = parser.currentName();
                boolean wanted = part.equals("kernelspec") || part.equals("language_info");
                if (parser.nextToken() != JsonToken.START_OBJECT || !wanted) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String key = part + "." + parser.currentName();
                    Optional<String> text = textOrSkip(parser);
                    switch (key) {
                        case "kernelspec.language" -> kernelLanguage = text;
                        case "kernelspec.name" -> kernelName = text;
                        case "language_info.name" -> languageName = text;
                        case "language_info.version" -> languageVersion = text;
                        default -> {}
                    }
                }
            }
        }

        private void readCells(JsonParser parser) throws IOException {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                number++;
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    readCell(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }

        private void readCell(JsonParser parser) throws IOException {
            Optional<String> type = Optional.empty();
            Optional<String> language = Optional.empty();
            StringBuilder source = new StringBuilder();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                switch (key) {
                    case "cell_type" -> type = textOrSkip(parser);
                    case "language" -> language = textOrSkip(parser);
                    case "metadata" -> {
                        Optional<String> own = readCellMetadata(parser);
                        language = own.isPresent() ? own : language;
                    }
                    // format 3 says "input"
                    case "source", "input" -> readSource(parser, source);
                    default -> {
                        parser.nextToken();
                        parser.skipChildren();
                    }
                }
            }
            if (type.isPresent() && type.get().equals("code")) {
                cells.add(new Cell(number, language.map(name -> name.toLowerCase(Locale.ROOT)), source.toString()));
            }
        }

        /** The language or the kernel of this cell, where a notebook has several (SoS, Visual Studio Code). */
        private static Optional<String> readCellMetadata(JsonParser parser) throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return Optional.empty();
            }
            Optional<String> language = Optional.empty();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                switch (parser.currentName()) {
                    case "kernel" -> language = textOrSkip(parser).map(Reader::ofKernel);
                    case "vscode" -> {
                        if (parser.nextToken() == JsonToken.START_OBJECT) {
                            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                                boolean id = parser.currentName().equals("languageId");
                                Optional<String> text = textOrSkip(parser);
                                language = id && text.isPresent() ? text : language;
                            }
                        } else {
                            parser.skipChildren();
                        }
                    }
                    default -> {
                        parser.nextToken();
                        parser.skipChildren();
                    }
                }
            }
            return language;
        }

        private static String ofKernel(String name) {
            return name.equals("ir") ? "r" : name.split("-", 2)[0];
        }

        /** Text, or a list of lines that each hold their line end. */
        private void readSource(JsonParser parser, StringBuilder source) throws IOException {
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    if (parser.currentToken() == JsonToken.VALUE_STRING) {
                        append(parser, source);
                    } else {
                        parser.skipChildren();
                    }
                }
            } else if (value == JsonToken.VALUE_STRING) {
                append(parser, source);
            } else {
                parser.skipChildren();
            }
        }

        private void append(JsonParser parser, StringBuilder source) throws IOException {
            String text = parser.getText();
            code += text.length();
            if (code > MAX_CODE) {
                throw new TooMuchCode();
            }
            source.append(text);
        }

        private static Optional<String> textOrSkip(JsonParser parser) throws IOException {
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                return Optional.of(parser.getText());
            }
            parser.skipChildren();
            return Optional.empty();
        }
    }

    private static final class TooMuchCode extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
