package org.specimen.project;

import java.util.Optional;
import org.specimen.format.IniFile;
import org.specimen.format.Pipfile;
import org.specimen.format.PyprojectToml;
import org.specimen.format.RequirementsFile;
import org.specimen.format.ScriptMetadata;
import org.specimen.format.SetupPy;
import org.specimen.project.SpecFacts.PythonWish;

/** Reads the files in which tools for Python projects keep what a project needs. */
final class PackagingReader {

    private PackagingReader() {}

    /** @param listed whether a hand-written list stands beside it that it was made from */
    static void readRequirements(SpecText spec, boolean listed) {
        if (CondaList.isOne(spec.text())) {
            CondaList.read(spec);
            return;
        }
        RequirementWishes wishes = new RequirementWishes(spec.facts(), spec.role(), listed);
        for (RequirementsFile.Line line : RequirementsFile.parse(spec.text()).lines()) {
            wishes.add(line, spec.at(line.line()), line.comment());
        }
    }

    static void readPyproject(SpecText spec) {
        PyprojectToml pyproject = PyprojectToml.parse(spec.file(), spec.text());
        spec.facts().name = pyproject.name();
        spec.facts().installable = pyproject.installable();
        pyproject.requiresPython().ifPresent(spec::addPython);
        spec.add(pyproject.dependencies());
        EnvironmentReader.readPixi(spec, true);
    }

    static void readPipfile(SpecText spec) {
        Pipfile pipfile = Pipfile.parse(spec.file(), spec.text());
        pipfile.requiresPython().ifPresent(spec::addPython);
        spec.add(pipfile.dependencies());
    }

    /** What stands in the comments of a script; its Python is that of this script alone. */
    static Optional<SpecFacts> readScript(SpecFacts facts, String source) {
        Optional<PyprojectToml> metadata = ScriptMetadata.read(facts.file, source);
        metadata.ifPresent(block -> {
            SpecText spec = new SpecText(facts, source, Roles.of(facts.file));
            block.requiresPython()
                    .ifPresent(python -> facts.pythons.add(
                            new PythonWish(python.specifiers(), spec.at(python.line()), SpecFacts.Weight.HAD)));
            spec.add(block.dependencies());
        });
        return metadata.map(block -> facts);
    }

    static void readSetupCfg(SpecText spec) {
        IniFile settings = IniFile.parse(spec.text());
        spec.facts().name = settings.get("metadata", "name").stream()
                .map(IniFile.Value::text)
                .findFirst();
        settings.get("options", "python_requires").forEach(value -> spec.addPython(value.text(), value.line()));
        for (IniFile.Value value : settings.values()) {
            boolean options = value.section().equals("options");
            if (options && value.key().equals("install_requires")) {
                spec.addText(value.text(), Role.RUNTIME, value.line());
            } else if (options && value.key().equals("tests_require")) {
                spec.addText(value.text(), Role.DEVELOPMENT, value.line());
            } else if (value.section().equals("options.extras_require")) {
                spec.noteShowing(value.key(), value.line());
                spec.addText(value.text(), Roles.of(PyprojectToml.Purpose.EXTRA, value.key()), value.line());
            }
        }
    }

    static void readSetupPy(SpecText spec) {
        SetupPy setup = SetupPy.parse(spec.text());
        spec.facts().name = setup.name();
        spec.facts().installable = true;
        for (SetupPy.Value value : setup.values()) {
            switch (value.argument()) {
                case "python_requires" -> spec.addPython(value.text(), value.line());
                case "install_requires" -> spec.addText(value.text(), Role.RUNTIME, value.line());
                case "extras_require" -> {
                    spec.noteShowing(value.group(), value.line());
                    spec.addText(value.text(), Roles.of(PyprojectToml.Purpose.EXTRA, value.group()), value.line());
                }
                case "tests_require" -> spec.addText(value.text(), Role.DEVELOPMENT, value.line());
                default -> {}
            }
        }
    }

    /** What the test environments need. A line may begin with the environments that it is for (tox, "Conditional settings"). */
    static void readTox(SpecText spec) {
        RequirementWishes wishes = new RequirementWishes(spec.facts(), Role.DEVELOPMENT, false);
        for (IniFile.Value value : IniFile.parse(spec.text()).values()) {
            if (value.section().startsWith("testenv") && value.key().equals("deps")) {
                int colon = value.text().indexOf(": ");
                String text = colon > 0 ? value.text().substring(colon + 2) : value.text();
                if (text.indexOf('{') < 0) {
                    RequirementsFile.parseLine(text, value.line())
                            .ifPresent(line -> wishes.add(line, spec.at(line.line()), line.comment()));
                }
            }
        }
    }
}
