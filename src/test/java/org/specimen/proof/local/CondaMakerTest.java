package org.specimen.proof.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.CondaTool;
import org.specimen.machine.MachineProbe;
import org.specimen.machine.OperatingSystem;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.PlanFile;
import org.specimen.problem.NoSolution;
import org.specimen.proof.Explainer;
import org.specimen.proof.MadeEnvironment;
import org.specimen.proof.MakeRequest;
import org.specimen.proof.ProofListener;
import org.specimen.proof.RunLimits;
import org.specimen.proof.RunRequest;
import org.specimen.proof.Station;
import org.specimen.proof.Trouble;
import org.specimen.task.Progress;

/** Against a stand-in that notes how it was called and puts this computer's Python where conda would put one. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class CondaMakerTest {

    private static final MachineFacts MACHINE = MachineProbe.probe();

    private static final String STAND_IN = """
            #!/bin/sh
            echo "$@" >> %1$s/calls
            if [ -e %1$s/fail ]; then echo "PackagesNotFoundError: nothing" >&2; exit 1; fi
            case "$1" in
              run)
                shift
                while true; do
                  case "$1" in --prefix | --manifest-path) shift 2 ;; --no-capture-output) shift ;; *) break ;; esac
                done
                ACTIVATED=yes exec "$@" ;;
            esac
            while [ $# -gt 0 ]; do
              case "$1" in
                --prefix) prefix=$2 ;;
                --manifest-path) prefix=$(dirname "$2")/.pixi/envs/default ;;
                --import) prefix=; mkdir -p "$3" ;;
              esac
              shift
            done
            if [ -n "$prefix" ]; then
              mkdir -p "$prefix/bin"
              ln -s %2$s "$prefix/bin/python"
            fi
            """;

    @TempDir
    Path folder;

    @TempDir
    Path tools;

    @BeforeEach
    void aProject() throws IOException {
        assumeThat(MACHINE.pythons()).as("a Python on this computer").isNotEmpty();
        Files.writeString(folder.resolve("environment.yml"), "name: x\ndependencies: [python=3.11]\n");
    }

    @ParameterizedTest
    @EnumSource(CondaTool.Kind.class)
    void makesAnEnvironmentInTheProjectByWhicheverToolIsThereAndTakesItAgain(CondaTool.Kind kind) throws IOException {
        CondaMaker maker = maker(kind);
        assertThat(maker.obstacle(request(false))).isEmpty();
        try (MadeEnvironment made = maker.make(request(false), ProofListener.NONE, Progress.NONE)) {
            assertThat(made.identity().location())
                    .isEqualTo(folder.resolve(".conda").toString());
            List<String> words = new ArrayList<>(made.python());
            words.addAll(List.of("-c", "import os; print(os.environ['ACTIVATED'])"));
            assertThat(made.run(
                                    new RunRequest(words, folder, "", Map.of(), RunLimits.CHECK),
                                    Station.RUN,
                                    ProofListener.NONE,
                                    Progress.NONE)
                            .output())
                    .isEqualTo("yes\n");
        }
        String prefix = folder.resolve(".conda").toString();
        String file = folder.resolve("environment.yml").toString();
        assertThat(calls())
                .startsWith(
                        switch (kind) {
                            case MICROMAMBA -> "create --yes --prefix " + prefix + " --file " + file;
                            case CONDA, MAMBA -> "env create --prefix " + prefix + " --file " + file;
                            case PIXI -> "init --import " + file + " " + prefix;
                        });
        Files.delete(tools.resolve("calls"));
        maker.make(request(false), ProofListener.NONE, Progress.NONE).close();
        assertThat(tools.resolve("calls")).doesNotExist();

        Files.writeString(folder.resolve("environment.yml"), "name: x\ndependencies: [python=3.11, gdal]\n");
        maker.make(request(false), ProofListener.NONE, Progress.NONE).close();
        assertThat(calls()).contains("environment.yml");
        assertThat(folder.resolve(".conda-before")).doesNotExist();
    }

    @Test
    void anEnvironmentOfTheirOwnStaysUnlessTheyAgreeAndComesBackIfItFails() throws IOException {
        Files.createDirectory(folder.resolve(".conda"));
        Files.writeString(folder.resolve(".conda/mine"), "mine");
        CondaMaker maker = maker(CondaTool.Kind.CONDA);
        assertThat(maker.obstacle(request(false)))
                .hasValueSatisfying(trouble -> assertThat(trouble.what()).contains("that Specimen did not make"));
        assertThat(maker.obstacle(request(true))).isEmpty();

        Files.createFile(tools.resolve("fail"));
        List<Trouble> troubles = new ArrayList<>();
        ProofListener listener = new ProofListener() {
            @Override
            public void troubled(Station station, Trouble trouble) {
                troubles.add(trouble);
            }
        };
        assertThatThrownBy(() -> maker.make(request(true), listener, Progress.NONE))
                .isInstanceOf(NoSolution.class)
                .hasMessageContaining("do not have these packages together");
        assertThat(troubles).hasSize(1);
        assertThat(folder.resolve(".conda/mine")).hasContent("mine");
    }

    @Test
    void whereNoToolIsThereItSaysWhichToGet() {
        CondaMaker maker = new CondaMaker(
                () -> new MachineFacts(
                        OperatingSystem.LINUX,
                        TargetPlatform.LINUX_X86_64,
                        List.of(),
                        List.of(),
                        MachineFacts.Engine.NONE),
                System.getenv(),
                Explainer.on(Catalogue.open()));
        assertThat(maker.obstacle(request(false)))
                .hasValueSatisfying(trouble -> assertThat(trouble.whatToDo()).contains("Miniforge"));
    }

    private CondaMaker maker(CondaTool.Kind kind) throws IOException {
        Path tool = tools.resolve(kind.command());
        Files.writeString(
                tool, STAND_IN.formatted(tools, MACHINE.pythons().get(0).path()));
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
        MachineFacts facts = new MachineFacts(
                OperatingSystem.LINUX,
                TargetPlatform.LINUX_X86_64,
                List.of(),
                List.of(new CondaTool(kind, tool)),
                MachineFacts.Engine.NONE);
        return new CondaMaker(() -> facts, System.getenv(), Explainer.on(Catalogue.open()));
    }

    private MakeRequest request(boolean replaceExisting) {
        EnvironmentPlan plan = PlanFile.read("specimen.yml", """
                schema: 1
                name: small
                stack: conda
                python: 3.11.2
                platforms: [linux-64]
                """);
        return new MakeRequest(folder, plan, Optional.empty(), List.of(), replaceExisting, Optional.empty());
    }

    private String calls() throws IOException {
        return Files.readString(tools.resolve("calls"));
    }
}
