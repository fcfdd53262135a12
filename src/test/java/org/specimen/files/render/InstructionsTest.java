package org.specimen.files.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.specimen.advice.Stack;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.files.FileRole;
import org.specimen.files.render.Instructions.Section;
import org.specimen.machine.OperatingSystem;

class InstructionsTest {

    private static Example everywhere(Stack stack) {
        Example example = Example.of(stack);
        example.platforms = EnumSet.allOf(TargetPlatform.class);
        return example;
    }

    private static Instructions instructions(Example example, String... written) {
        return Instructions.of(example.request(), List.of(written), name -> false);
    }

    private static Section on(OperatingSystem system, Instructions instructions) {
        return instructions.on(system).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void givesTheGuidesOwnCommandsForEverySystem(Stack stack) {
        Example example = everywhere(stack);
        example.jupyter = true;
        if (stack.usesConda()) {
            example.conda("jupyterlab", "4.4.0", "");
        } else {
            example.pip("jupyterlab", "4.4.0", "");
        }
        Instructions instructions = instructions(example, "specimen.yml");
        String guide = example.text(FileRole.GUIDE);

        for (OperatingSystem system : OperatingSystem.values()) {
            Section section = on(system, instructions);
            assertThat(section.make()).isNotEmpty();
            assertThat(section.run()).hasSize(1);
            assertThat(section.notebooks()).hasSize(1);
            assertThat(guide)
                    .contains(
                            "### " + section.title() + "\n",
                            "```" + section.language() + "\n" + String.join("\n", section.make()) + "\n"
                                    + section.run().get(0) + "\n```\n",
                            "\n" + section.notebooks().get(0) + "\n```\n");
        }
    }

    @Test
    void separatesMakingFromRunning() {
        Section section = on(OperatingSystem.MACOS, instructions(everywhere(Stack.VENV)));

        assertThat(section.title()).isEqualTo("Linux and macOS");
        assertThat(section.make())
                .containsExactly(
                        "python3.12 --version",
                        "python3.12 -m venv .venv",
                        ". .venv/bin/activate",
                        "python -m pip install -r requirements.txt");
        assertThat(section.run()).containsExactly("python analysis.py");
        assertThat(section.notebooks()).isEmpty();
    }

    @Test
    void saysInPlainTextWhatIsNeededAndWhatToKnow() {
        Instructions instructions = instructions(everywhere(Stack.VENV));

        assertThat(instructions.needed()).startsWith("You need Python 3.12.").contains("must say Python 3.12.14,");
        assertThat(on(OperatingSystem.WINDOWS, instructions).notes())
                .singleElement()
                .asString()
                .contains("Set-ExecutionPolicy -Scope Process")
                .doesNotContain("`");
        assertThat(instructions(Example.of(Stack.DOCKER)).notes())
                .isNotEmpty()
                .allSatisfy(note -> assertThat(note).doesNotContain("`"));
    }

    @Test
    void givesNoCommandsForASystemThatThePinsDoNotHoldOn() {
        Instructions linux = instructions(Example.of(Stack.CONDA));

        assertThat(linux.on(OperatingSystem.WINDOWS)).isEqualTo(Optional.empty());
        assertThat(linux.on(OperatingSystem.LINUX)).isPresent();
        assertThat(linux.notes()).anySatisfy(note -> assertThat(note).startsWith("Pinned for Linux only"));
    }

    @Test
    void saysSoWhereNobodySaidWhatToRun() {
        Example example = everywhere(Stack.CONDA);
        example.command = List.of();

        assertThat(on(OperatingSystem.LINUX, instructions(example)).run()).isEmpty();
        assertThat(instructions(example).notes()).contains("Then run your code, as in python analysis.py.");
    }

    @Test
    void keepsWhatWasWrittenInGit() {
        Instructions instructions =
                instructions(everywhere(Stack.DOCKER), "Dockerfile", ".dockerignore", "it's mine.txt");

        assertThat(on(OperatingSystem.LINUX, instructions).keep())
                .containsExactly(
                        "git add Dockerfile .dockerignore 'it'\\''s mine.txt'", "git commit -m 'Pin the environment'");
        assertThat(on(OperatingSystem.WINDOWS, instructions).keep())
                .containsExactly(
                        "git add Dockerfile .dockerignore 'it''s mine.txt'", "git commit -m 'Pin the environment'");
        assertThat(on(OperatingSystem.LINUX, instructions(everywhere(Stack.DOCKER)))
                        .keep())
                .isEmpty();
    }
}
