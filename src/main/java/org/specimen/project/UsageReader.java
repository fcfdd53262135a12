package org.specimen.project;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.format.PythonTokens;
import org.specimen.format.PythonTokens.Kind;

/** Finds in Python code what needs a distribution although nothing imports it: engines, drivers, back ends, magics. */
final class UsageReader {

    private static final Set<String> CALLS = Set.of(
            "HDFStore",
            "ExcelWriter",
            "draw_graphviz",
            "plot_model",
            "model_to_graphviz",
            "write_image",
            "leiden",
            "louvain");

    private static final Set<String> ATTRIBUTES = Set.of("nx_agraph", "nx_pydot");

    private static final Set<String> ENGINE_WORDS = Set.of("engine", "flavor", "backend", "attn_implementation");

    /** Keywords that need a distribution whatever their value is. */
    private static final Set<String> KEYWORDS = Set.of("device_map", "load_in_8bit", "load_in_4bit");

    /** Those that fail where there is no display (Matplotlib documentation, "Backends"). */
    private static final Set<String> WINDOW_BACKENDS = Set.of(
            "tkagg",
            "tkcairo",
            "qtagg",
            "qtcairo",
            "qt4agg",
            "qt5agg",
            "qt5cairo",
            "gtk3agg",
            "gtk3cairo",
            "gtk4agg",
            "gtk4cairo",
            "wxagg",
            "wxcairo",
            "macosx");

    private static final Set<String> EXTENSION_MAKERS = Set.of("Extension", "CUDAExtension", "CppExtension");

    /** The dialect and the driver of a database, before its address (SQLAlchemy documentation, "Database URLs"). */
    private static final Pattern DATABASE = Pattern.compile(
            "(postgresql|postgres|mysql|mssql|oracle|snowflake|bigquery|duckdb)(\\+[a-z0-9_]{2,20})?://.*",
            Pattern.DOTALL);

    private static final Pattern MAGIC = Pattern.compile("%{1,2}([a-zA-Z_]\\w*)[ \\t]*([^\\n\\r]*)");

    private final PythonTokens tokens;
    private final CodeFacts facts;
    private final int cell;
    private final Workbooks workbooks;

    private UsageReader(PythonTokens tokens, CodeFacts facts, int cell) {
        this.tokens = tokens;
        this.workbooks = new Workbooks(tokens);
        this.facts = facts;
        this.cell = cell;
    }

    /**
     * Adds to the facts what the code shows.
     *
     * @param cell the notebook cell, or 0
     */
    static void read(PythonTokens tokens, CodeFacts facts, int cell) {
        new UsageReader(tokens, facts, cell).read();
    }

    private void read() {
        for (int i = 0; i < tokens.size(); i++) {
            Kind kind = tokens.kind(i);
            if (kind == Kind.NAME) {
                readName(i);
            } else if (kind == Kind.STRING) {
                int at = i;
                tokens.string(i).ifPresent(text -> readText(at, text));
            } else if (kind == Kind.FSTRING_MIDDLE && tokens.kind(i - 1) == Kind.FSTRING_START) {
                readText(i, tokens.text(i));
            } else if (kind == Kind.MAGIC) {
                readMagic(i);
            }
        }
    }

    private void add(String key, int i) {
        facts.usages.add(new CodeFacts.UsageAt(key, new Evidence(facts.file, cell, tokens.line(i))));
    }

    private void readName(int i) {
        String name = tokens.text(i);
        if (tokens.is(i + 1, "(")) {
            readCall(i, name);
        } else if (tokens.symbol(i - 1) == '.' && ATTRIBUTES.contains(name)) {
            add(name + "()", i);
        } else if (tokens.symbol(i + 1) == '=' && (ENGINE_WORDS.contains(name) || KEYWORDS.contains(name))) {
            readKeyword(i, name);
        }
    }

    private void readKeyword(int i, String name) {
        if (!tokens.is(i - 1, "(") && !tokens.is(i - 1, ",")) {
            return;
        }
        if (KEYWORDS.contains(name)) {
            add(name + "=", i);
        } else {
            tokens.string(i + 2).ifPresent(engine -> add(name + "=" + engine.toLowerCase(Locale.ROOT), i));
        }
    }

    private void readCall(int i, String name) {
        boolean attribute = tokens.is(i - 1, ".");
        if (attribute && (name.startsWith("read_") || name.startsWith("to_") || name.startsWith("open_"))) {
            readInput(i, name);
        } else if (CALLS.contains(name) && !tokens.is(i - 1, "def")) {
            readInput(i, name);
        } else if (attribute && name.equals("extension")) {
            Call.read(tokens, i + 1, Map.of()).positional().stream()
                    .flatMap(Optional::stream)
                    .forEach(library -> add("extension=" + library.toLowerCase(Locale.ROOT), i));
        } else if (attribute && name.equals("use")) {
            tokens.string(i + 2)
                    .map(backend -> backend.toLowerCase(Locale.ROOT))
                    .ifPresent(backend -> {
                        add("use=" + backend, i);
                        if (WINDOW_BACKENDS.contains(backend) && isMatplotlib(i)) {
                            facts.windows.add(new CodeFacts.UsageAt(
                                    "Matplotlib with " + backend, new Evidence(facts.file, cell, tokens.line(i))));
                        }
                    });
        } else if (EXTENSION_MAKERS.contains(name) && !tokens.is(i - 1, "def") && !tokens.is(i - 1, "class")) {
            facts.compiling.add(new Evidence(facts.file, cell, tokens.line(i)));
            Call.read(tokens, i + 1, Map.of()).text(0, "name").ifPresent(made -> {
                int dot = made.lastIndexOf('.');
                facts.compiledModules.add(made.substring(dot + 1));
            });
        }
    }

    private boolean isMatplotlib(int i) {
        return tokens.is(i - 2, "matplotlib") || tokens.is(i - 2, "mpl");
    }

    /** A call that says its engine needs that one, and no other. */
    private void readInput(int i, String name) {
        Call call = Call.read(tokens, i + 1, Map.of());
        if (call.keywords().contains("engine") || call.keywords().contains("flavor")) {
            return;
        }
        if (name.equals("read_excel")) {
            add("read_excel(" + workbooks.kindAt(i + 1).orElse("") + ")", i);
            return;
        }
        add(name + "()", i);
        if (name.equals("open_mfdataset")) {
            add("open_dataset()", i);
        }
    }

    private void readText(int i, String text) {
        workbooks.readText(i, text);
        if (text.length() < 1000 && text.contains("://")) {
            Matcher database = DATABASE.matcher(text);
            if (database.matches()) {
                String driver = database.group(2) == null ? "" : database.group(2);
                add("url=" + database.group(1) + driver, i);
            }
        }
    }

    /** {@code %load_ext x}, {@code %matplotlib widget}, {@code %%cython}. */
    private void readMagic(int i) {
        Matcher magic = MAGIC.matcher(tokens.text(i));
        if (!magic.lookingAt()) {
            return;
        }
        String name = magic.group(1);
        List<String> words = MagicReader.words(magic.group(2));
        switch (name) {
            case "load_ext", "reload_ext" ->
                words.stream()
                        .limit(1)
                        .filter(UsageReader::isModule)
                        .forEach(module -> add(CodeFacts.UsageAt.EXTENSION + module, i));
            case "matplotlib" -> words.stream().limit(1).forEach(backend -> add("%matplotlib=" + backend, i));
            default -> add("%" + name, i);
        }
    }

    private static boolean isModule(String word) {
        return Character.isJavaIdentifierStart(word.charAt(0))
                && word.chars().allMatch(c -> c == '.' || Character.isJavaIdentifierPart(c));
    }
}
