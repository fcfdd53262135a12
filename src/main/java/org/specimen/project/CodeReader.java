package org.specimen.project;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.format.Notebook;
import org.specimen.format.PythonTokens;
import org.specimen.format.PythonTokens.Kind;
import org.specimen.format.SourceText;
import org.specimen.task.Progress;

/** Reads one file of code, a script or a notebook. */
final class CodeReader {

    private static final Pattern CELL_OF_CODE =
            Pattern.compile("%%(?:(?:file|writefile)\\b[^\\n\\r]*\\.pyx?[\"']?|cython\\b[^\\n\\r]*)[ \\t]*\\R");

    private CodeReader() {}

    /** @throws IOException if the file cannot be read */
    static CodeFacts readScript(ProjectFile file) throws IOException {
        CodeFacts facts = new CodeFacts(file.path());
        byte[] bytes = Files.readAllBytes(file.location());
        if (isBinary(bytes)) {
            facts.warn(
                    WarningKind.DAMAGED,
                    Evidence.of(file.path()),
                    "It has the name of a Python file and is none: it is binary.");
            return facts;
        }
        readCode(PythonTokens.of(SourceText.decodePython(bytes)), facts, 0, new HashMap<>());
        String name = file.name().toLowerCase(Locale.ROOT);
        if (name.equals("snakefile") || name.endsWith(".smk")) {
            facts.usages.add(new CodeFacts.UsageAt(CodeFacts.UsageAt.SNAKEFILE, Evidence.of(file.path())));
        }
        return facts;
    }

    /** Python refuses source with a null byte; UTF-16 has them and a mark. */
    private static boolean isBinary(byte[] bytes) {
        boolean marked = bytes.length > 1 && (bytes[0] & 0xFF) >= 0xFE && (bytes[1] & 0xFF) >= 0xFE;
        for (int i = 0; i < bytes.length && i < 8192 && !marked; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * @throws IOException if the file cannot be read
     * @throws org.specimen.task.Cancelled if nobody wants it any more
     */
    static CodeFacts readNotebook(ProjectFile file, Progress progress) throws IOException {
        CodeFacts facts = new CodeFacts(file.path());
        Notebook notebook;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.location()), 1 << 16)) {
            notebook = Notebook.read(in);
        }
        Map<String, String> constants = new HashMap<>();
        boolean python = false;
        for (Notebook.Cell cell : notebook.cells()) {
            progress.checkCancelled();
            if (notebook.isPython(cell)) {
                if (!python) {
                    facts.usages.add(new CodeFacts.UsageAt(CodeFacts.UsageAt.NOTEBOOK, Evidence.of(file.path())));
                }
                python = true;
                readCode(PythonTokens.ofCell(cell.source()), facts, cell.number(), constants);
            }
        }
        if (!python && !notebook.cells().isEmpty()) {
            facts.warn(
                    WarningKind.OTHER_LANGUAGE,
                    Evidence.of(file.path()),
                    "Its code is " + notebook.language() + ", not Python, so its packages were not read.");
        }
        notebook.problem()
                .ifPresent(problem -> facts.warn(
                        WarningKind.DAMAGED,
                        Evidence.of(file.path()),
                        "The notebook could not be read to its end: " + problem + ". Code cells that were read: "
                                + notebook.cells().size() + "."));
        facts.runs = python;
        return facts;
    }

    private static void readCode(PythonTokens tokens, CodeFacts facts, int cell, Map<String, String> constants) {
        addImports(tokens, facts, cell, 0);
        SignReader.read(tokens, facts, cell, constants);
        UsageReader.read(tokens, facts, cell);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.kind(i) == Kind.MAGIC) {
                ShellReader.read(tokens.text(i), new Place(facts.file, cell, tokens.line(i)), facts);
                readCellOfCode(tokens.text(i), facts, cell, tokens.line(i));
            } else if (isSystemCall(tokens, i)) {
                Place place = new Place(facts.file, cell, tokens.line(i));
                tokens.string(i + 2).ifPresent(command -> ShellReader.read("!" + command, place, facts));
            }
        }
    }

    private static void addImports(PythonTokens tokens, CodeFacts facts, int cell, int linesBefore) {
        for (Import read : ImportReader.read(tokens)) {
            Evidence evidence = new Evidence(facts.file, cell, read.line() + linesBefore);
            facts.imports.add(new CodeFacts.ImportAt(read, evidence));
        }
    }

    /** A cell that is written to a Python file, or compiled by Cython: what it imports is needed too. */
    private static void readCellOfCode(String magic, CodeFacts facts, int cell, int line) {
        Matcher head = CELL_OF_CODE.matcher(magic);
        if (head.lookingAt()) {
            addImports(PythonTokens.of(magic.substring(head.end())), facts, cell, line);
        }
    }

    /** {@code get_ipython().system('pip install x')}, as exported notebooks have it, and {@code os.system}. */
    private static boolean isSystemCall(PythonTokens tokens, int i) {
        return (tokens.is(i, "system") && tokens.is(i + 1, "(") && tokens.is(i - 1, "."))
                || (tokens.is(i, "run_line_magic")
                        && tokens.is(i + 1, "(")
                        && tokens.string(i + 2).isPresent());
    }

    /** A place whose line counts from where the text begins. */
    record Place(String file, int cell, int line) {

        Evidence plus(int lines) {
            return new Evidence(file, cell, line + lines);
        }
    }
}
