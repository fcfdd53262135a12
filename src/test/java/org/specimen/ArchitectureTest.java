package org.specimen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of packages in ARCHITECTURE.md: who may build on whom, and which libraries stay where. */
@AnalyzeClasses(packages = "org.specimen", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** What each package builds on directly; what those build on is allowed too. */
    private static final Map<String, List<String>> BUILDS_ON = table(
            "problem:",
            "task:",
            "python:",
            "conda:",
            "process:",
            "net: format",
            "catalogue: python conda",
            "format: python conda",
            "project: catalogue format",
            "machine: process catalogue format",
            "advice: project machine",
            "plan: advice project format",
            "index: catalogue format net",
            "solve:",
            "resolve: index solve",
            "files: plan resolve format",
            "proof: files project machine process",
            "app: proof",
            "cli: app",
            "ui: app");

    private static final List<String> OPEN_TO_ALL = List.of("problem", "task", "python", "conda");

    @ArchTest
    static void everyPackageKnowsOnlyWhatItBuildsOn(JavaClasses specimen) {
        BUILDS_ON.keySet().forEach(name -> {
            String[] strangers = BUILDS_ON.keySet().stream()
                    .filter(other -> !allowed(name).contains(other))
                    .map(other -> "org.specimen." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.specimen." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(strangers)
                    .allowEmptyShould(true)
                    .check(specimen);
        });
    }

    @ArchTest
    static final ArchRule everyPackageIsInTheTable = classes()
            .that()
            .resideOutsideOfPackage("org.specimen")
            .should()
            .resideInAnyPackage(BUILDS_ON.keySet().stream()
                    .map(name -> "org.specimen." + name + "..")
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule packagesKnowNoCircles =
            slices().matching("org.specimen.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheWindowKnowsJavaFx =
            only("ui", "javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..", "org.fxmisc..");

    /** A model of the window has properties and calls verbs; what a person sees is the view's. */
    @ArchTest
    static final ArchRule modelsKnowNoControls = noClasses()
            .that()
            .haveNameMatching("org\\.specimen\\.ui\\..*Model(\\$.*)?")
            .or()
            .resideInAnyPackage("org.specimen.ui.session..", "org.specimen.ui.task..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javafx.scene..",
                    "javafx.stage..",
                    "javafx.application..",
                    "org.controlsfx..",
                    "atlantafx..",
                    "org.kordamp..",
                    "org.fxmisc..");

    /** Each step can be read, and changed, without the others. */
    @ArchTest
    static void stepsDoNotKnowEachOther(JavaClasses specimen) {
        List<String> steps =
                List.of("project", "situation", "advice", "packages", "options", "files", "trial", "settings");
        steps.forEach(step -> noClasses()
                .that()
                .resideInAPackage("org.specimen.ui." + step + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(steps.stream()
                        .filter(other -> !other.equals(step))
                        .map(other -> "org.specimen.ui." + other + "..")
                        .toArray(String[]::new))
                .check(specimen));
    }

    @ArchTest
    static final ArchRule onlyProofKnowsTheContainerEngine = only("proof", "com.github.dockerjava..");

    @ArchTest
    static final ArchRule onlyFormatKnowsYamlJsonAndToml =
            only("format", "org.yaml.snakeyaml..", "com.fasterxml.jackson..", "org.tomlj..");

    @ArchTest
    static final ArchRule onlyFormatKnowsCompression = only("format", "io.airlift..");

    @ArchTest
    static final ArchRule onlyNetKnowsHttp = only("net", "java.net.http..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = only("cli", "picocli..");

    @ArchTest
    static final ArchRule onlyTheTerminalPrints = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Terminal")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    /** The table itself has no circle and names no stranger, or the test above would allow too much. */
    @Test
    void theTableIsAnOrder() {
        BUILDS_ON.forEach((name, below) -> below.forEach(other -> {
            if (!BUILDS_ON.containsKey(other) || allowed(other).contains(name)) {
                throw new AssertionError(name + " builds on " + other);
            }
        }));
    }

    private static ArchRule only(String name, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.specimen." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private static Set<String> allowed(String name) {
        Set<String> allowed = new HashSet<>();
        if (!OPEN_TO_ALL.contains(name)) {
            allowed.addAll(OPEN_TO_ALL);
        }
        allowed.add(name);
        for (String below : BUILDS_ON.getOrDefault(name, List.of())) {
            allowed.addAll(allowed(below));
        }
        return allowed;
    }

    private static Map<String, List<String>> table(String... rows) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        Arrays.stream(rows)
                .map(row -> row.split(":", 2))
                .forEach(row -> table.put(
                        row[0],
                        Stream.of(row[1].strip().split(" "))
                                .filter(word -> !word.isEmpty())
                                .toList()));
        return table;
    }
}
