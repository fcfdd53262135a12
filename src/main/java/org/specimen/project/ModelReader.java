package org.specimen.project;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.format.PythonTokens;

/** Finds the models and data sets that code loads by name, and the keys that clients of services read. */
final class ModelReader {

    /** Clients that read their key from the environment where none is given. */
    private static final Map<String, String> CLIENT_KEYS = Map.of(
            "OpenAI", "OPENAI_API_KEY",
            "AsyncOpenAI", "OPENAI_API_KEY",
            "ChatOpenAI", "OPENAI_API_KEY",
            "Anthropic", "ANTHROPIC_API_KEY",
            "AsyncAnthropic", "ANTHROPIC_API_KEY",
            "ChatAnthropic", "ANTHROPIC_API_KEY",
            "Groq", "GROQ_API_KEY",
            "Mistral", "MISTRAL_API_KEY");

    /** Services whose models are named by {@code model="…"}. */
    private static final Set<String> MODEL_SERVICES = Set.of(
            "openai",
            "anthropic",
            "cohere",
            "mistralai",
            "groq",
            "litellm",
            "ollama",
            "google",
            "langchain_openai",
            "langchain_anthropic",
            "together",
            "replicate");

    private static final Set<String> SERVICE_CALLS =
            Set.of("create", "parse", "generate", "generate_content", "chat", "embed", "generativemodel", "stream");

    /** What reads files of a format, rather than a data set by name (Hugging Face documentation, "Load"). */
    private static final Set<String> BUILDERS = Set.of(
            "csv", "json", "text", "parquet", "arrow", "imagefolder", "audiofolder", "webdataset", "pandas", "sql");

    private final PythonTokens tokens;
    private final CodeFacts facts;
    private final int cell;
    private final boolean callsService;
    private final Map<String, String> constants;

    ModelReader(PythonTokens tokens, CodeFacts facts, int cell, Map<String, String> constants) {
        this.tokens = tokens;
        this.facts = facts;
        this.cell = cell;
        this.constants = constants;
        this.callsService = facts.imports.stream()
                .anyMatch(at -> MODEL_SERVICES.contains(at.read().topLevel()));
    }

    /** Reads the call of a name. */
    void read(int i, String name) {
        if (CLIENT_KEYS.containsKey(name)) {
            readClient(i, name);
        } else {
            readModel(i, name, name.toLowerCase(Locale.ROOT));
        }
    }

    private Evidence at(int i) {
        return new Evidence(facts.file, cell, tokens.line(i));
    }

    private void readClient(int i, String name) {
        Call call = Call.read(tokens, i + 1, constants);
        String key = CLIENT_KEYS.get(name);
        if (key != null && !call.keywords().contains("api_key")) {
            facts.secrets.add(new ProjectFacts.Secret(key, at(i)));
        }
        call.text("model").ifPresent(model -> addModel(model, Optional.empty(), false, i));
    }

    private void readModel(int i, String name, String lower) {
        switch (name) {
            case "from_pretrained", "SentenceTransformer", "CrossEncoder", "snapshot_download", "hf_hub_download" -> {
                Call call = Call.read(tokens, i + 1, constants);
                Optional<String> model = call.text(0, name.endsWith("download") ? "repo_id" : "model_name_or_path")
                        .or(() -> call.text("pretrained_model_name_or_path"));
                model.ifPresent(found -> addModel(found, call.text("revision"), true, i));
            }
            case "pipeline" -> {
                Call call = Call.read(tokens, i + 1, constants);
                call.text(1, "model").ifPresent(found -> addModel(found, call.text("revision"), true, i));
            }
            case "load" -> {
                if (tokens.is(i - 2, "spacy") || tokens.is(i - 2, "hub")) {
                    boolean hub = tokens.is(i - 2, "hub");
                    Call call = Call.read(tokens, i + 1, constants);
                    call.text(0, "name")
                            .ifPresent(found -> addModel(found, hub ? behindColon(found) : Optional.empty(), hub, i));
                }
            }
            case "load_dataset" -> {
                Call call = Call.read(tokens, i + 1, constants);
                call.text(0, "path")
                        .filter(found -> !BUILDERS.contains(found))
                        .ifPresent(found -> add("data set", found, call.text("revision"), true, i));
            }
            case "download" -> {
                if (tokens.is(i - 2, "nltk")) {
                    Call.read(tokens, i + 1, constants)
                            .text(0, "info_or_id")
                            .ifPresent(found -> addModel("nltk " + found, Optional.empty(), false, i));
                }
            }
            case "create_model" -> {
                if (tokens.is(i - 2, "timm")) {
                    Call call = Call.read(tokens, i + 1, constants);
                    call.text(0, "model_name").ifPresent(found -> addModel(found, Optional.empty(), false, i));
                }
            }
            default -> {
                if (callsService && (SERVICE_CALLS.contains(lower) || lower.contains("completion"))) {
                    Call call = Call.read(tokens, i + 1, constants);
                    call.text("model")
                            .or(() -> call.text("engine"))
                            .or(() -> lower.equals("generativemodel") ? call.text(0, "model_name") : Optional.empty())
                            .filter(found -> found.length() < 100 && found.indexOf(' ') < 0)
                            .ifPresent(found -> addModel(found, Optional.empty(), false, i));
                }
            }
        }
    }

    /** {@code pytorch/vision:v0.10.0} (PyTorch documentation, "torch.hub"). */
    private static Optional<String> behindColon(String repository) {
        int colon = repository.indexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(repository.substring(colon + 1));
    }

    private void addModel(String name, Optional<String> revision, boolean hasRevisions, int i) {
        add("model", name, revision, hasRevisions, i);
    }

    private void add(String what, String name, Optional<String> revision, boolean hasRevisions, int i) {
        boolean local = name.isBlank()
                || name.startsWith(".")
                || name.startsWith("/")
                || name.startsWith("~")
                || name.indexOf('\\') >= 0
                || name.indexOf('\n') >= 0;
        if (local) {
            return;
        }
        facts.models.add(new ProjectFacts.Model(name, revision, at(i)));
        if (hasRevisions && revision.isEmpty()) {
            facts.warn(
                    WarningKind.UNPINNED_MODEL,
                    at(i),
                    "The " + what + " " + name
                            + " is loaded without a revision, so another state of it may come next time.");
        }
    }
}
