package org.specimen.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.specimen.format.PythonTokens;
import org.specimen.format.PythonTokens.Kind;

/**
 * Finds the imports in Python code, wherever they stand (Python language reference, "The import statement"), and tells
 * those that the code can do without.
 */
final class ImportReader {

    private static final Set<String> IMPORT_ERRORS = Set.of("ImportError", "ModuleNotFoundError");
    private static final Set<String> ALL_ERRORS = Set.of("Exception", "BaseException");

    /** What a handler does that gives up rather than go on without the module. */
    private static final Set<String> GIVES_UP = Set.of("raise", "exit", "_exit", "quit", "abort");

    /** What a handler imports to say so. */
    private static final Set<String> HELPS_TO_GIVE_UP = Set.of("sys", "os", "traceback", "logging", "warnings");

    /** What a condition names that holds on some Pythons or computers only, or never when the program runs. */
    private static final Set<String> ELSEWHERE =
            Set.of("TYPE_CHECKING", "version_info", "PY2", "PY3", "PY34", "platform", "system", "name");

    private static final Set<String> IMPORTING_CALLS = Set.of("import_module", "__import__", "importorskip");

    private enum Block {
        TRY,
        HANDLER,
        /** Under a condition, or in {@code with suppress(ImportError)}. */
        OPTIONAL,
        OTHER
    }

    /** A block that is open: the lines that are indented further than its head. */
    private static final class OpenBlock {
        final Block block;
        final int indentation;
        final int firstImport;
        /** For a handler: the imports of the {@code try} that it belongs to. */
        final int tryFrom;

        final int tryTo;
        boolean givesUp;
        /** Of {@code if}, {@code elif}: whether a block of {@code else} behind it is optional too. */
        boolean optionalElse;

        OpenBlock(Block block, int indentation, int firstImport, int tryFrom, int tryTo) {
            this.block = block;
            this.indentation = indentation;
            this.firstImport = firstImport;
            this.tryFrom = tryFrom;
            this.tryTo = tryTo;
        }
    }

    private final PythonTokens tokens;
    private final List<Import> imports = new ArrayList<>();
    private final Deque<OpenBlock> blocks = new ArrayDeque<>();
    /** The {@code try} whose handlers may come: from which to which import its body went, and where it was indented. */
    private int tryFrom;

    private int tryTo;
    private int tryIndentation = -1;
    private boolean tryBeginsWithImport;
    /** The block that an {@code else} may come behind: where it was indented, and whether the other branch is optional. */
    private int elseIndentation = -1;

    private boolean elseOptional;

    private ImportReader(PythonTokens tokens) {
        this.tokens = tokens;
    }

    /** The imports, in the order of the code. */
    static List<Import> read(PythonTokens tokens) {
        return new ImportReader(tokens).read();
    }

    private List<Import> read() {
        int depth = 0;
        boolean statementBegins = true;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.indentation(i) >= 0) {
                depth = 0;
                statementBegins = true;
                beginLine(i);
            }
            if (tokens.isName(i)) {
                if (statementBegins && tokens.is(i, "import")) {
                    readImport(i + 1);
                } else if (statementBegins && tokens.is(i, "from")) {
                    readFrom(i + 1);
                } else {
                    readCall(i);
                }
            }
            char symbol = tokens.symbol(i);
            switch (symbol) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth = Math.max(0, depth - 1);
                default -> {}
            }
            statementBegins = depth == 0 && (symbol == ';' || symbol == ':');
        }
        closeBlocks(0);
        return List.copyOf(imports);
    }

    // Blocks

    private void beginLine(int i) {
        int indentation = tokens.indentation(i);
        closeBlocks(indentation);
        int head = tokens.is(i, "async") ? i + 1 : i;
        boolean continues = elseIndentation == indentation && (tokens.is(head, "else") || tokens.is(head, "elif"));
        boolean otherBranch = continues && elseOptional;
        if (indentation <= elseIndentation) {
            elseIndentation = -1;
        }
        if (tokens.is(head, "try")) {
            tryIndentation = -1;
            open(Block.TRY, indentation);
            tryBeginsWithImport = startsWithImport(head + 2);
        } else if (tokens.is(head, "except") && tryIndentation == indentation) {
            boolean copes = catches(head, IMPORT_ERRORS)
                    || (tryBeginsWithImport && (tokens.is(head + 1, ":") || catches(head, ALL_ERRORS)));
            blocks.push(
                    new OpenBlock(copes ? Block.HANDLER : Block.OTHER, indentation, imports.size(), tryFrom, tryTo));
        } else if (tokens.is(head, "if") || tokens.is(head, "elif")) {
            boolean elsewhere = otherBranch || (catches(head, ELSEWHERE) && !isMainGuard(head));
            OpenBlock block = open(elsewhere ? Block.OPTIONAL : Block.OTHER, indentation);
            // the other branch of TYPE_CHECKING is what runs
            block.optionalElse = elsewhere && !catches(head, Set.of("TYPE_CHECKING"));
        } else if (tokens.is(head, "else") && continues) {
            open(otherBranch ? Block.OPTIONAL : Block.OTHER, indentation);
        } else if (tokens.is(head, "with") && catches(head, IMPORT_ERRORS) && catches(head, Set.of("suppress"))) {
            open(Block.OPTIONAL, indentation);
        } else if (!tokens.is(head, "else") && !tokens.is(head, "finally")) {
            tryIndentation = indentation <= tryIndentation ? -1 : tryIndentation;
        }
    }

    private OpenBlock open(Block block, int indentation) {
        OpenBlock open = new OpenBlock(block, indentation, imports.size(), 0, 0);
        blocks.push(open);
        return open;
    }

    private boolean startsWithImport(int i) {
        int first = tokens.kind(i) == Kind.NEWLINE ? i + 1 : i;
        return tokens.is(first, "import") || tokens.is(first, "from");
    }

    private static boolean endsHead(PythonTokens tokens, int i) {
        return i >= tokens.size() || tokens.kind(i) == Kind.NEWLINE || tokens.is(i, ":");
    }

    /** Whether the head of a block names one of these. */
    private boolean catches(int head, Set<String> names) {
        for (int i = head + 1; !endsHead(tokens, i); i++) {
            if (tokens.isName(i) && names.contains(tokens.text(i))) {
                return !tokens.text(i).equals("name") || tokens.is(i - 2, "os");
            }
        }
        return false;
    }

    private boolean isMainGuard(int head) {
        return tokens.is(head + 1, "__name__");
    }

    private void closeBlocks(int indentation) {
        while (!blocks.isEmpty() && blocks.getFirst().indentation >= indentation) {
            OpenBlock block = blocks.pop();
            elseIndentation = block.indentation;
            elseOptional = block.optionalElse;
            switch (block.block) {
                case TRY -> {
                    tryFrom = block.firstImport;
                    tryTo = imports.size();
                    tryIndentation = block.indentation;
                }
                case HANDLER -> {
                    boolean alternative = imports.subList(block.firstImport, imports.size()).stream()
                            .anyMatch(read -> !HELPS_TO_GIVE_UP.contains(read.topLevel()));
                    if (!block.givesUp || alternative) {
                        markOptional(block.tryFrom, block.tryTo);
                        markOptional(block.firstImport, imports.size());
                        elseOptional = true;
                    }
                }
                case OPTIONAL -> markOptional(block.firstImport, imports.size());
                case OTHER -> {}
            }
        }
    }

    private void markOptional(int from, int to) {
        for (int i = from; i < to; i++) {
            imports.set(i, imports.get(i).asOptional());
        }
    }

    // Statements

    /** {@code import a.b as c, d}. */
    private void readImport(int begin) {
        int line = tokens.line(begin - 1);
        int i = begin;
        while (tokens.isName(i)) {
            StringBuilder module = new StringBuilder();
            i = readDotted(i, module);
            imports.add(new Import(module.toString(), List.of(), 0, false, line));
            i = tokens.is(i, "as") ? i + 2 : i;
            if (!tokens.is(i, ",")) {
                return;
            }
            i++;
        }
    }

    /** {@code from a import (b as c, d)}, {@code from ..a import *}. */
    private void readFrom(int begin) {
        int i = begin;
        while (tokens.is(i, ".")) {
            i++;
        }
        int level = i - begin;
        StringBuilder module = new StringBuilder();
        if (tokens.isName(i) && !tokens.is(i, "import")) {
            i = readDotted(i, module);
        }
        if (!tokens.is(i, "import") || (level == 0 && module.isEmpty())) {
            return;
        }
        List<String> names = new ArrayList<>();
        i = tokens.is(i + 1, "(") ? i + 2 : i + 1;
        while (tokens.isName(i) || tokens.is(i, "*")) {
            names.add(tokens.text(i));
            i = tokens.is(i + 1, "as") ? i + 3 : i + 1;
            if (!tokens.is(i, ",")) {
                break;
            }
            i++;
        }
        imports.add(new Import(module.toString(), names, level, false, tokens.line(begin - 1)));
    }

    private int readDotted(int begin, StringBuilder module) {
        int i = begin;
        module.append(tokens.text(i++));
        while (tokens.is(i, ".") && tokens.isName(i + 1)) {
            module.append('.').append(tokens.text(i + 1));
            i += 2;
        }
        return i;
    }

    /** {@code importlib.import_module("a.b")} and what else imports by a name in quotes. */
    private void readCall(int i) {
        String name = tokens.text(i);
        if (!blocks.isEmpty() && GIVES_UP.contains(name)) {
            blocks.stream()
                    .filter(block -> block.block == Block.HANDLER)
                    .findFirst()
                    .ifPresent(block -> block.givesUp = true);
        } else if (tokens.symbol(i + 1) == '(' && IMPORTING_CALLS.contains(name) && !tokens.is(i - 1, "def")) {
            tokens.string(i + 2)
                    .filter(module -> isModuleName(module) && (tokens.is(i + 3, ")") || tokens.is(i + 3, ",")))
                    .ifPresent(module ->
                            imports.add(new Import(module, List.of(), 0, name.equals("importorskip"), tokens.line(i))));
        }
    }

    private static boolean isModuleName(String text) {
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && !begins) {
                begins = true;
            } else if (begins ? Character.isJavaIdentifierStart(c) : Character.isJavaIdentifierPart(c)) {
                begins = false;
            } else {
                return false;
            }
        }
        return !begins;
    }
}
