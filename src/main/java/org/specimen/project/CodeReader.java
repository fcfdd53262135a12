package org.specimen.project;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.format.CodeDocument;
import org.specimen.format.Notebook;
import org.specimen.format.PrintedKeys;
import org.specimen.format.PythonTokens;
import org.specimen.format.PythonTokens.Kind;
import org.specimen.format.SourceText;
import org.specimen.problem.BadInput;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;
import org.specimen.task.Progress;

/** Reads one file of code, a script or a notebook. */
final class CodeReader {

    /** In bytes. What larger notebooks printed is not looked through for keys. */
    private static final int MOST_WITH_OUTPUTS = 16_000_000;

    private static final String METADATA = "# /// script";

    private static final Pattern NOTEBOOK_SCRIPT = Pattern.compile("# (?:%%|\\+|jupyter:| *jupytext:)");

    private static final Pattern COMMENTED_MAGIC = Pattern.compile("\\s{0,40}# ([!%](?![%\\s]))");

    /** The path of an environment behind {@code conda:}, in quotes. */
    private static final Pattern CONDA_FILE = Pattern.compile("[\"']([^\"'{}]{1,300}\\.ya?ml)[\"']");

    private static final Pattern CELL_OF_CODE =
            Pattern.compile("%%(?:(?:file|writefile)\\b[^\\n\\r]*\\.pyx?[\"']?|cython\\b[^\\n\\r]*)[ \\t]*\\R");

    private CodeReader() {}

    /**
     * Reads a script, and what its comments say that it needs.
     *
     * @throws IOException if the file cannot be read
     */
    static CodeFacts readScript(ProjectFile file) throws IOException {
        CodeFacts facts = new CodeFacts(file.path());
        byte[] bytes = Bytes.of(file);
        if (isBinary(bytes)) {
            facts.warn(
                    WarningKind.DAMAGED,
                    Evidence.of(file.path()),
                    "It has the name of a Python file and is none: it is binary.");
            return facts;
        }
        String source = SourceText.decodePython(bytes);
        readCode(PythonTokens.of(source), facts, 0, new HashMap<>());
        readCommentedMagics(source, facts);
        facts.metadata = source.contains(METADATA) ? readMetadata(file, source) : Optional.empty();
        return facts;
    }

    private static Optional<SpecFacts> readMetadata(ProjectFile file, String source) {
        SpecFacts spec = new SpecFacts(file.path(), Optional.of(SpecFileKind.SCRIPT));
        try {
            return PackagingReader.readScript(spec, source);
        } catch (BadInput broken) {
            spec.warnings.add(SpecReader.brokenFile(file.path(), broken.explanation()));
            return Optional.of(spec);
        }
    }

    /** In a script that stands for a notebook (Jupytext, "The light and percent formats") magics are comments. */
    private static void readCommentedMagics(String source, CodeFacts facts) {
        if (!isNotebookScript(source)) {
            return;
        }
        int number = 0;
        for (String line : (Iterable<String>) source.lines()::iterator) {
            number++;
            Matcher magic = COMMENTED_MAGIC.matcher(line);
            if (magic.lookingAt()) {
                MagicReader.read(line.substring(magic.start(1)), new Place(facts.file, 0, number), facts);
            }
        }
    }

    /** Whether a line begins as those do that keep a notebook's cells apart. */
    private static boolean isNotebookScript(String source) {
        Matcher mark = NOTEBOOK_SCRIPT.matcher(source);
        for (int hash = source.indexOf("# "); hash >= 0; hash = source.indexOf("# ", hash + 2)) {
            boolean beginsLine = hash == 0 || source.charAt(hash - 1) == '\n' || source.charAt(hash - 1) == '\r';
            if (beginsLine && mark.region(hash, source.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads a Snakefile: Python with rules in between, which name files of conda environments.
     *
     * @throws IOException if the file cannot be read
     */
    static CodeFacts readSnakefile(ProjectFile file) throws IOException {
        CodeFacts facts = readScript(file);
        facts.runs = false;
        facts.usages.add(new CodeFacts.UsageAt(CodeFacts.UsageAt.SNAKEFILE, Evidence.of(file.path())));
        int number = 0;
        String source = SourceText.decodePython(Bytes.of(file));
        boolean conda;
        boolean behind = false;
        for (String line : (Iterable<String>) source.lines()::iterator) {
            number++;
            String content = line.strip();
            conda = content.startsWith("conda:");
            Matcher path = CONDA_FILE.matcher(line);
            if ((conda || behind) && path.find()) {
                facts.file(path.group(1), FileKind.ENVIRONMENT_YML, Evidence.of(file.path(), number));
            }
            behind = conda;
        }
        return facts;
    }

    /**
     * Reads the code that runs in a document.
     *
     * @return empty if none does
     * @throws IOException if the file cannot be read
     */
    static Optional<CodeFacts> readDocument(ProjectFile file) throws IOException {
        CodeFacts facts = new CodeFacts(file.path());
        CodeDocument document = CodeDocument.parse(SourceText.decode(Bytes.of(file)));
        Map<String, String> constants = new HashMap<>();
        for (CodeDocument.Cell cell : document.python()) {
            readCode(PythonTokens.ofCell(cell.source(), cell.line()), facts, 0, constants);
        }
        facts.runs = false;
        facts.mainGuard = false;
        if (document.reticulate()) {
            facts.warn(
                    WarningKind.OTHER_LANGUAGE,
                    Evidence.of(file.path()),
                    "R runs Python here through reticulate. Tell it which Python by RETICULATE_PYTHON.");
        }
        return document.python().isEmpty() && !document.reticulate() ? Optional.empty() : Optional.of(facts);
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
            byte[] begin = in.readNBytes(MOST_WITH_OUTPUTS);
            notebook = Notebook.read(new SequenceInputStream(new ByteArrayInputStream(begin), in));
            if (begin.length < MOST_WITH_OUTPUTS) {
                readOutputs(begin, facts);
            }
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
        if (python) {
            notebook.languageVersion()
                    .filter(version -> notebook.isPython())
                    .flatMap(Version::tryParse)
                    .ifPresent(version -> readVersion(version, file, facts));
        }
        facts.runs = python;
        return facts;
    }

    private static void readOutputs(byte[] notebook, CodeFacts facts) throws IOException {
        for (int cell : PrintedKeys.cellsWithKeys(notebook, key -> !SecretText.isPlaceholder(key))) {
            facts.warn(
                    WarningKind.SECRET_IN_CODE,
                    new Evidence(facts.file, cell, 0),
                    "A key stands in what this cell printed. Clear its output, and have the key replaced where it was"
                            + " issued: whoever sees the notebook has it.");
        }
    }

    private static void readVersion(Version version, ProjectFile file, CodeFacts facts) {
        facts.pythons.add(seen(version, file));
        if (version.major().intValue() == 2 && facts.pythonTwo.isEmpty()) {
            facts.pythonTwo = Optional.of(new PythonTwo.Sign(
                    Evidence.of(file.path()), "this notebook was run with Python " + version, false));
        }
    }

    /** Python is kind to what is older; code that ran with one need not run with one before it. */
    private static SpecFacts.PythonWish seen(Version version, ProjectFile file) {
        SpecifierSet since = SpecifierSet.parse(">=" + version.major() + "." + version.minor());
        return new SpecFacts.PythonWish(since, Evidence.of(file.path()), SpecFacts.Weight.SEEN);
    }

    private static void readCode(PythonTokens tokens, CodeFacts facts, int cell, Map<String, String> constants) {
        addImports(tokens, facts, cell, 0);
        facts.pythonTwo = facts.pythonTwo.or(() -> PythonTwo.in(tokens, facts.file, cell));
        SignReader.read(tokens, facts, cell, constants);
        UsageReader.read(tokens, facts, cell);
        ProgramReader.read(tokens, facts, cell);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.kind(i) == Kind.MAGIC) {
                MagicReader.read(tokens.text(i), new Place(facts.file, cell, tokens.line(i)), facts);
                readCellOfCode(tokens.text(i), facts, cell, tokens.line(i));
            } else if (isSystemCall(tokens, i)) {
                Evidence evidence = new Evidence(facts.file, cell, tokens.line(i));
                tokens.string(i + 2).ifPresent(command -> ShellReader.read(command, evidence, facts));
            }
        }
    }

    private static void addImports(PythonTokens tokens, CodeFacts facts, int cell, int linesBefore) {
        for (Import read : ImportReader.read(tokens)) {
            Evidence evidence = new Evidence(facts.file, cell, read.line() + linesBefore);
            facts.add(read, evidence);
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
        return tokens.isName(i) && tokens.symbol(i + 1) == '(' && isSystemCallByName(tokens, i);
    }

    private static boolean isSystemCallByName(PythonTokens tokens, int i) {
        return (tokens.is(i, "system") && tokens.is(i - 1, "."))
                || (tokens.is(i, "run_line_magic") && tokens.string(i + 2).isPresent());
    }

    /** A place whose line counts from where the text begins. */
    record Place(String file, int cell, int line) {

        Evidence plus(int lines) {
            return new Evidence(file, cell, line + lines);
        }
    }
}
