package org.specimen.project;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.specimen.format.PythonTokens;
import org.specimen.format.PythonTokens.Kind;

/**
 * Finds in Python code what matters for a rerun beside imports: a GPU, keys, paths of one computer. It goes by the usual
 * names, so what code hides behind its own names is not seen.
 */
final class SignReader {

    /** The number of the device may be put behind it: {@code "cuda:" + number}. */
    private static final Pattern CUDA_DEVICE = Pattern.compile("cuda:[0-9]{0,2}");

    private static final String[] ONE_COMPUTER = {
        "/Users/", "/home/", "/content/drive/", "/kaggle/", "/scratch/", "/mnt/", "/media/", "/gpfs/", "/nfs/"
    };

    private final PythonTokens tokens;
    private final CodeFacts facts;
    private final int cell;
    private final Map<String, String> constants;
    private final RandomnessReader randomness;
    private final ModelReader models;

    private SignReader(PythonTokens tokens, CodeFacts facts, int cell, Map<String, String> constants) {
        this.tokens = tokens;
        this.facts = facts;
        this.cell = cell;
        this.constants = constants;
        this.randomness = new RandomnessReader(tokens, facts, cell, constants);
        this.models = new ModelReader(tokens, facts, cell, constants);
    }

    /**
     * Adds to the facts what the code shows.
     *
     * @param cell the notebook cell, or 0
     * @param constants the texts of variables known so far; those of this code are added
     */
    static void read(PythonTokens tokens, CodeFacts facts, int cell, Map<String, String> constants) {
        new SignReader(tokens, facts, cell, constants).read();
    }

    private void read() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.indentation(i) >= 0) {
                beginLine(i);
            }
            Kind kind = tokens.kind(i);
            if (kind == Kind.NAME) {
                readName(i);
            } else if (kind == Kind.STRING) {
                readText(i);
            }
        }
    }

    private Evidence at(int i) {
        return new Evidence(facts.file, cell, tokens.line(i));
    }

    /** What a program does by itself, and the texts of variables. */
    private void beginLine(int i) {
        if (tokens.is(i, "if") && tokens.is(i + 1, "__name__")) {
            facts.mainGuard = true;
        }
        if (tokens.indentation(i) == 0) {
            boolean definition = tokens.is(i, "import")
                    || tokens.is(i, "from")
                    || tokens.is(i, "def")
                    || tokens.is(i, "class")
                    || tokens.is(i, "@")
                    || tokens.is(i, "async")
                    || tokens.kind(i) == Kind.STRING
                    || tokens.is(i, "try")
                    || tokens.is(i, "except")
                    || tokens.is(i, "if")
                    || tokens.is(i, "else")
                    || tokens.is(i + 1, "=");
            facts.runs |= !definition && tokens.kind(i) == Kind.NAME;
        }
        if (tokens.isName(i) && tokens.is(i + 1, "=") && tokens.kind(i + 3) == Kind.NEWLINE) {
            tokens.string(i + 2).ifPresent(text -> constants.put(tokens.text(i), text));
        }
    }

    // Texts

    private void readText(int i) {
        Optional<String> value = tokens.string(i).filter(text -> !text.isEmpty() && text.length() < 5000);
        if (value.isEmpty()) {
            return;
        }
        String text = value.get();
        if (isCudaDevice(text)) {
            facts.gpu.add(at(i));
        } else if (text.equals("mps") && !tokens.is(i + 1, ":")) {
            facts.metal.add(at(i));
        } else if (text.equals("nvcc") || text.startsWith("nvcc ")) {
            facts.cudaCode.add(at(i));
        } else if (isSecret(i, text)) {
            facts.warn(
                    WarningKind.SECRET_IN_CODE,
                    at(i),
                    "A key or password seems to stand in the code. Read it from the environment instead, and have it"
                            + " replaced where it was issued: whoever sees the file has it.");
        } else if (isPathOfOneComputer(text)) {
            facts.warn(
                    WarningKind.ABSOLUTE_PATH,
                    at(i),
                    "The path " + shortened(text)
                            + " exists on one computer only. Use a path relative to the project.");
        }
    }

    private static boolean isCudaDevice(String text) {
        return text.equals("cuda")
                || CUDA_DEVICE.matcher(text).matches()
                || text.equals("GPU")
                || text.startsWith("/gpu:")
                || text.startsWith("/GPU:")
                || text.startsWith("/device:GPU");
    }

    private boolean isSecret(int i, String text) {
        if (SecretText.isKnownKey(text)) {
            return true;
        }
        boolean assigned = tokens.is(i - 1, "=") && tokens.isName(i - 2) && SecretText.isSecretName(tokens.text(i - 2));
        boolean stored = tokens.is(i - 1, "=")
                && tokens.is(i - 2, "]")
                && tokens.string(i - 3).filter(SecretText::isSecretName).isPresent();
        return (assigned || stored) && SecretText.isLikelyValue(text);
    }

    private static boolean isPathOfOneComputer(String text) {
        if (text.length() > 300 || text.indexOf('\n') >= 0) {
            return false;
        }
        for (String start : ONE_COMPUTER) {
            if (text.startsWith(start) && text.length() > start.length()) {
                return true;
            }
        }
        return text.length() > 3
                && Character.isLetter(text.charAt(0))
                && text.charAt(1) == ':'
                && (text.charAt(2) == '\\' || (text.charAt(2) == '/' && text.charAt(3) != '/'));
    }

    private static String shortened(String path) {
        return path.length() <= 60 ? path : path.substring(0, 59) + "…";
    }

    // Names

    private void readName(int i) {
        randomness.readKeyword(i);
        boolean used = tokens.is(i + 1, "(") || tokens.is(i + 1, ".") || tokens.is(i + 1, "[") || tokens.is(i - 1, ".");
        if (!used) {
            return;
        }
        String name = tokens.text(i);
        boolean call = tokens.is(i + 1, "(");
        boolean attribute = tokens.is(i - 1, ".");
        switch (name) {
            case "environ" -> readEnvironment(i);
            case "getenv" -> readKey(i + 2);
            case "cuda" -> {
                if (attribute && !tokens.is(i - 2, "numba")) {
                    facts.gpu.add(at(i));
                } else if (attribute) {
                    facts.cudaCode.add(at(i));
                }
            }
            case "CUDAExtension", "load_inline", "RawKernel", "SourceModule" -> {
                if (call) {
                    facts.cudaCode.add(at(i));
                }
            }
            case "random" -> randomness.readModule(i);
            case "path" -> readSearchPath(i);
            default -> {
                if (call && !tokens.is(i - 1, "def") && !tokens.is(i - 1, "class")) {
                    readCall(i, name, attribute);
                }
            }
        }
    }

    /** {@code os.environ["KEY"]}, {@code environ.get("KEY")}. */
    private void readEnvironment(int i) {
        if (tokens.is(i + 1, "[")) {
            readKey(i + 2);
        } else if (tokens.is(i + 1, ".") && tokens.is(i + 3, "(")) {
            readKey(i + 4);
        }
    }

    private void readKey(int i) {
        Optional<String> key = tokens.isName(i) ? Optional.ofNullable(constants.get(tokens.text(i))) : tokens.string(i);
        key.filter(SecretText::isSecretName).ifPresent(name -> facts.secrets.add(new ProjectFacts.Secret(name, at(i))));
    }

    /** {@code sys.path.append("../src")}. */
    private void readSearchPath(int i) {
        boolean changes = tokens.is(i - 2, "sys")
                && tokens.is(i + 1, ".")
                && (tokens.is(i + 2, "append") || tokens.is(i + 2, "insert") || tokens.is(i + 2, "extend"));
        for (int j = i + 3; changes && j < i + 60 && tokens.kind(j) != Kind.NEWLINE; j++) {
            tokens.string(j).ifPresent(facts.searchPaths::add);
        }
    }

    private void readCall(int i, String name, boolean attribute) {
        if (randomness.readCall(i, name)) {
            return;
        }
        if (attribute && name.equals("chdir") && tokens.is(i - 2, "os")) {
            facts.warn(
                    WarningKind.WORKING_FOLDER,
                    at(i),
                    "The folder that the program runs in is changed here, so paths below depend on where it is"
                            + " started. Use paths relative to the file.");
        } else {
            models.read(i, name);
        }
    }
}
