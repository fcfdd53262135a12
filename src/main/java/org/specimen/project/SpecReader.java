package org.specimen.project;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.format.EnvironmentYaml;
import org.specimen.format.IniFile;
import org.specimen.format.PyprojectToml;
import org.specimen.format.RequirementsFile;
import org.specimen.format.SetupPy;
import org.specimen.format.SourceText;
import org.specimen.problem.BadInput;
import org.specimen.project.SpecFacts.PythonWish;
import org.specimen.project.SpecFacts.Wish;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** Reads one file in which a project asks for packages. */
final class SpecReader {

    private static final Set<String> DEVELOPMENT_WORDS = Set.of(
            "dev",
            "devel",
            "develop",
            "development",
            "test",
            "tests",
            "testing",
            "doc",
            "docs",
            "documentation",
            "lint",
            "linting",
            "ci",
            "build",
            "style",
            "format",
            "formatting",
            "typing",
            "types",
            "mypy",
            "sphinx",
            "rtd",
            "precommit",
            "coverage",
            "benchmark",
            "release",
            "maintainer",
            "tox");

    private static final Set<String> SHOWING_WORDS = Set.of(
            "tutorial",
            "tutorials",
            "example",
            "examples",
            "demo",
            "demos",
            "shared",
            "notebook",
            "notebooks",
            "binder",
            "book",
            "website");

    private static final Set<String> OPTIONAL_WORDS = Set.of("optional", "opt", "extra", "extras", "all");

    private static final Pattern PLACE = Pattern.compile(", line (\\d{1,9}), column (\\d+): ");

    private static final Pattern WORD_BREAK = Pattern.compile("[^a-z]+");

    private final SpecFacts facts;
    private final String text;
    private final Role role;

    private SpecReader(SpecFacts facts, String text, Role role) {
        this.facts = facts;
        this.text = text;
        this.role = role;
    }

    /**
     * Reads a file. What is broken in it becomes a warning.
     *
     * @param listed whether a hand-written list stands beside it that it was made from
     * @throws IOException if the file cannot be read
     */
    static SpecFacts read(ProjectFile file, FileKind kind, boolean listed) throws IOException {
        SpecFacts facts = new SpecFacts(file.path(), specFileKind(kind));
        try {
            read(file, kind, listed, facts);
        } catch (BadInput broken) {
            facts.warnings.add(brokenFile(file.path(), broken.explanation()));
        }
        return facts;
    }

    /**
     * Reads a file that must not be broken.
     *
     * @throws BadInput with the place if it is
     * @throws IOException if the file cannot be read
     */
    static SpecFacts readSound(ProjectFile file, FileKind kind) throws IOException {
        SpecFacts facts = new SpecFacts(file.path(), specFileKind(kind));
        read(file, kind, false, facts);
        return facts;
    }

    private static void read(ProjectFile file, FileKind kind, boolean listed, SpecFacts facts) throws IOException {
        String text = SourceText.decode(Files.readAllBytes(file.location()));
        if (text.indexOf('\0') >= 0) {
            throw new BadInput(file.path() + " is binary, so nothing was read from it.");
        }
        new SpecReader(facts, text, roleOf(file.path())).read(kind, listed);
    }

    /** The message names the file, and the line where it is known ({@link BadInput#at}): both belong to the evidence. */
    private static ProjectFacts.Warning brokenFile(String file, String message) {
        Evidence evidence = Evidence.of(file);
        String rest = message;
        Matcher place = PLACE.matcher(message.startsWith(file) ? message.substring(file.length()) : "");
        if (place.lookingAt()) {
            evidence = Evidence.of(file, Integer.parseInt(place.group(1)));
            rest = "Column " + place.group(2) + ": " + message.substring(file.length() + place.end());
        } else if (message.startsWith(file + " ")) {
            rest = "It" + message.substring(file.length());
        }
        return new ProjectFacts.Warning(WarningKind.BROKEN_SPEC_FILE.key(), evidence, rest);
    }

    private static Optional<SpecFileKind> specFileKind(FileKind kind) {
        return switch (kind) {
            case REQUIREMENTS -> Optional.of(SpecFileKind.REQUIREMENTS);
            case ENVIRONMENT_YML -> Optional.of(SpecFileKind.ENVIRONMENT_YML);
            case PYPROJECT -> Optional.of(SpecFileKind.PYPROJECT);
            case SETUP_CFG -> Optional.of(SpecFileKind.SETUP_CFG);
            case SETUP_PY -> Optional.of(SpecFileKind.SETUP_PY);
            case PYTHON_VERSION -> Optional.of(SpecFileKind.PYTHON_VERSION);
            case RUNTIME_TXT -> Optional.of(SpecFileKind.RUNTIME_TXT);
            case APT -> Optional.of(SpecFileKind.APT);
            case SCRIPT, NOTEBOOK, DOTENV, CUDA_SOURCE -> Optional.empty();
        };
    }

    /** What a file or a group is for, by the words in its name: {@code requirements-dev.txt}, {@code docs/environment.yml}. */
    static Role roleOf(String path) {
        Role role = Role.RUNTIME;
        for (String word : WORD_BREAK.split(path.toLowerCase(Locale.ROOT), -1)) {
            if (DEVELOPMENT_WORDS.contains(word)) {
                return Role.DEVELOPMENT;
            }
            role = OPTIONAL_WORDS.contains(word) ? Role.OPTIONAL : role;
        }
        return role;
    }

    private void read(FileKind kind, boolean listed) {
        switch (kind) {
            case REQUIREMENTS -> readRequirements(listed);
            case ENVIRONMENT_YML -> readEnvironment();
            case PYPROJECT -> readPyproject();
            case SETUP_CFG -> readSetupCfg();
            case SETUP_PY -> readSetupPy();
            case PYTHON_VERSION -> readPythonVersion("");
            case RUNTIME_TXT -> readPythonVersion("python-");
            case APT -> readApt();
            case DOTENV -> readDotenv();
            case SCRIPT, NOTEBOOK, CUDA_SOURCE -> throw new IllegalArgumentException("asks for no packages: " + kind);
        }
    }

    private Evidence at(int line) {
        return Evidence.of(facts.file, line);
    }

    // Requirements

    private void readRequirements(boolean listed) {
        for (RequirementsFile.Line line : RequirementsFile.parse(text).lines()) {
            new RequirementWishes(facts, role, listed).add(line, at(line.line()), line.comment());
        }
    }

    private void readEnvironment() {
        EnvironmentYaml environment = EnvironmentYaml.parse(facts.file, text);
        long builds = environment.dependencies().stream()
                .filter(item -> item instanceof EnvironmentYaml.Conda conda
                        && !conda.spec().build().matchesAll())
                .count();
        // "conda env export" writes everything out that is installed, each with its build
        boolean listed = builds >= 10 && builds * 2 > environment.dependencies().size();
        RequirementWishes pip = new RequirementWishes(facts, role, listed);
        for (EnvironmentYaml.Dependency item : environment.dependencies()) {
            Evidence evidence = at(item.line());
            if (item instanceof EnvironmentYaml.Conda conda) {
                boolean python = conda.spec()
                        .exactName()
                        .filter(name -> name.value().equals("python"))
                        .isPresent();
                if (python) {
                    CondaPython.specifiers(conda.spec().version())
                            .ifPresent(specifiers -> facts.pythons.add(new PythonWish(specifiers, evidence)));
                } else {
                    facts.wishes.add(
                            new Wish(new Declaration.Conda(conda.spec(), evidence, conda.comment()), role, listed));
                }
            } else if (item instanceof EnvironmentYaml.Pip line) {
                pip.add(line.requirement(), evidence, item.comment());
            } else if (item instanceof EnvironmentYaml.Unreadable broken) {
                broken(broken.text(), broken.reason(), evidence);
            }
        }
        if (listed) {
            facts.warn(
                    WarningKind.MOVING_REQUIREMENT,
                    Evidence.of(facts.file),
                    "It lists everything that was installed on one computer, build by build. What the code imports was"
                            + " taken from it; the rest is left to the solver.");
        }
    }

    private void broken(String what, String reason, Evidence evidence) {
        String shown = what.length() > 80 ? what.substring(0, 79) + "…" : what;
        facts.warn(
                WarningKind.BROKEN_REQUIREMENT,
                evidence,
                "\"" + shown + "\" cannot be read as a requirement: " + reason + ". Correct the line, or remove it.");
    }

    // Projects that are packages

    private void readPyproject() {
        PyprojectToml pyproject = PyprojectToml.parse(facts.file, text);
        facts.name = pyproject.name();
        facts.installable = pyproject.installable();
        pyproject
                .requiresPython()
                .ifPresent(python -> facts.pythons.add(new PythonWish(python.specifiers(), at(python.line()))));
        for (PyprojectToml.Dependency dependency : pyproject.dependencies()) {
            if (dependency instanceof PyprojectToml.Wanted wanted && wanted.purpose() != PyprojectToml.Purpose.BUILD) {
                noteShowing(wanted.purpose() == PyprojectToml.Purpose.EXTRA ? wanted.group() : "", wanted.line());
                add(wanted.requirement(), roleOf(wanted.purpose(), wanted.group()), wanted.line());
            } else if (dependency instanceof PyprojectToml.Unreadable broken) {
                broken(broken.text(), broken.reason(), at(broken.line()));
            }
        }
    }

    private static Role roleOf(PyprojectToml.Purpose purpose, String group) {
        return switch (purpose) {
            case RUN -> Role.RUNTIME;
            case EXTRA -> roleOf(group) == Role.DEVELOPMENT ? Role.DEVELOPMENT : Role.OPTIONAL;
            case DEVELOPMENT, BUILD -> Role.DEVELOPMENT;
        };
    }

    private void noteShowing(String group, int line) {
        if (WORD_BREAK.splitAsStream(group.toLowerCase(Locale.ROOT)).anyMatch(SHOWING_WORDS::contains)) {
            facts.showing.add(at(line));
        }
    }

    private void add(Requirement requirement, Role wanted, int line) {
        new RequirementWishes(facts, wanted, false).add(requirement, at(line), "");
    }

    private void readSetupCfg() {
        IniFile settings = IniFile.parse(text);
        facts.name = settings.get("metadata", "name").stream()
                .map(IniFile.Value::text)
                .findFirst();
        settings.get("options", "python_requires").forEach(value -> addPython(value.text(), value.line()));
        for (IniFile.Value value : settings.values()) {
            boolean options = value.section().equals("options");
            if (options && value.key().equals("install_requires")) {
                addText(value.text(), Role.RUNTIME, value.line());
            } else if (options && value.key().equals("tests_require")) {
                addText(value.text(), Role.DEVELOPMENT, value.line());
            } else if (value.section().equals("options.extras_require")) {
                noteShowing(value.key(), value.line());
                addText(value.text(), roleOf(PyprojectToml.Purpose.EXTRA, value.key()), value.line());
            }
        }
    }

    private void readSetupPy() {
        SetupPy setup = SetupPy.parse(text);
        facts.name = setup.name();
        facts.installable = true;
        for (SetupPy.Value value : setup.values()) {
            switch (value.argument()) {
                case "python_requires" -> addPython(value.text(), value.line());
                case "install_requires" -> addText(value.text(), Role.RUNTIME, value.line());
                case "extras_require" -> {
                    noteShowing(value.group(), value.line());
                    addText(value.text(), roleOf(PyprojectToml.Purpose.EXTRA, value.group()), value.line());
                }
                case "tests_require" -> addText(value.text(), Role.DEVELOPMENT, value.line());
                default -> {}
            }
        }
    }

    private void addText(String requirement, Role wanted, int line) {
        if (requirement.startsWith("#") || requirement.startsWith("file:") || requirement.startsWith("attr:")) {
            return;
        }
        try {
            add(Requirement.parse(requirement), wanted, line);
        } catch (IllegalArgumentException malformed) {
            broken(requirement, String.valueOf(malformed.getMessage()), at(line));
        }
    }

    private void addPython(String specifiers, int line) {
        try {
            facts.pythons.add(new PythonWish(SpecifierSet.parse(specifiers), at(line)));
        } catch (IllegalArgumentException malformed) {
            broken(specifiers, String.valueOf(malformed.getMessage()), at(line));
        }
    }

    // Small files

    /** One version; 3.10 means any 3.10. */
    private void readPythonVersion(String prefix) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String word = line.strip();
            if (word.isEmpty() || word.startsWith("#")) {
                continue;
            }
            String version = word.startsWith(prefix) ? word.substring(prefix.length()) : "";
            Optional<Version> parsed =
                    Version.tryParse(version.startsWith("cpython-") ? version.substring(8) : version);
            if (parsed.isPresent()) {
                boolean whole = parsed.get().release().size() > 2;
                addPython("==" + parsed.get() + (whole ? "" : ".*"), number);
            }
            return;
        }
    }

    private void readApt() {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            int hash = line.indexOf('#');
            for (String word :
                    (hash < 0 ? line : line.substring(0, hash)).strip().split("\\s+", -1)) {
                if (ShellReader.isPlainName(word)) {
                    facts.systemPackages.add(new ProjectFacts.SystemPackage(word, at(number)));
                }
            }
        }
    }

    /** Only what stands before the equals sign is ever looked at. */
    private void readDotenv() {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            int equals = line.indexOf('=');
            String key = equals < 0 ? "" : line.substring(0, equals).strip();
            key = key.startsWith("export ") ? key.substring(7).strip() : key;
            if (!key.isEmpty() && key.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)))) {
                facts.secrets.add(new ProjectFacts.Secret(key, at(number)));
            }
        }
    }
}
