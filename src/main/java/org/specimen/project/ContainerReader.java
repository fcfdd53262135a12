package org.specimen.project;

import java.util.Map;
import java.util.Optional;
import org.specimen.format.DevContainer;
import org.specimen.format.DockerfileText;
import org.specimen.format.Yaml;
import org.specimen.format.YamlNode;
import org.specimen.project.SpecFacts.PythonWish;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** Reads the files that say how a container or a hosted notebook is prepared. */
final class ContainerReader {

    private ContainerReader() {}

    static void readDockerfile(SpecText spec) {
        DockerfileText dockerfile = DockerfileText.parse(spec.text());
        dockerfile.images().forEach(image -> ImageSigns.read(image.name(), spec, image.line()));
        dockerfile.commands().forEach(command -> run(command.text(), spec, command.line()));
    }

    private static void run(String command, SpecText spec, int line) {
        ShellReader.read(command, spec.at(line), new SpecInstalls(spec.facts(), spec.role()));
    }

    /** A script for the shell, as repo2docker runs postBuild. */
    static void readScript(SpecText spec) {
        StringBuilder joined = new StringBuilder();
        int number = 0;
        int begin = 0;
        for (String line : (Iterable<String>) spec.text().lines()::iterator) {
            number++;
            begin = joined.isEmpty() ? number : begin;
            boolean continues = line.endsWith("\\");
            joined.append(continues ? line.substring(0, line.length() - 1) + " " : line);
            if (!continues) {
                run(joined.toString(), spec, begin);
                joined.setLength(0);
            }
        }
        run(joined.toString(), spec, Math.max(begin, 0));
    }

    static void readDevContainer(SpecText spec) {
        DevContainer container = DevContainer.parse(spec.file(), spec.text());
        container.image().ifPresent(image -> ImageSigns.read(image, spec, lineOf(image, spec)));
        for (Map.Entry<String, String> feature : container.features().entrySet()) {
            if (feature.getKey().contains("/python:")) {
                addPython(feature.getValue(), spec, lineOf(feature.getKey(), spec));
            } else if (feature.getKey().contains("nvidia-cuda")) {
                spec.facts().cuda.add(spec.at(lineOf(feature.getKey(), spec)));
            }
        }
        for (String command : container.commands()) {
            run(command, spec, lineOf(command, spec));
        }
    }

    private static void addPython(String version, SpecText spec, int line) {
        Optional<Version> parsed =
                Version.tryParse(version).filter(found -> found.release().size() > 1);
        parsed.ifPresent(found -> spec.facts()
                .pythons
                .add(new PythonWish(
                        SpecifierSet.parse("==" + found + (found.release().size() > 2 ? "" : ".*")),
                        spec.at(line),
                        SpecFacts.Weight.HAD)));
    }

    /** The line that a text stands on, 0 if it is written in another way there. */
    private static int lineOf(String text, SpecText spec) {
        int at = spec.text().indexOf(text);
        return at < 0
                ? 0
                : 1
                        + (int) spec.text()
                                .substring(0, at)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }

    /** The commands of the tasks of a workspace (Gitpod documentation, ".gitpod.yml"). */
    static void readGitpod(SpecText spec) {
        YamlNode.Mapping top = Yaml.readMapping(spec.file(), spec.text());
        top.get("image")
                .filter(YamlNode.Scalar.class::isInstance)
                .map(YamlNode.Scalar.class::cast)
                .ifPresent(image -> ImageSigns.read(image.text(), spec, image.line()));
        if (top.get("tasks").orElse(top) instanceof YamlNode.Sequence tasks) {
            for (YamlNode task : tasks.items()) {
                if (task instanceof YamlNode.Mapping steps) {
                    steps.entries().forEach(step -> runStep(step.value(), spec));
                }
            }
        }
    }

    private static void runStep(YamlNode step, SpecText spec) {
        if (step instanceof YamlNode.Scalar script) {
            int line = script.line();
            for (String command : script.text().split("\n", -1)) {
                run(command, spec, line);
            }
        }
    }
}
