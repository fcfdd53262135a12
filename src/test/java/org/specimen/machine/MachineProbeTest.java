package org.specimen.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.machine.MachineFacts.CondaTool;
import org.specimen.machine.MachineFacts.EngineState;
import org.specimen.machine.MachineFacts.InstalledPython;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the computers of these tests have POSIX links and permissions")
class MachineProbeTest {

    @TempDir
    private Path root;

    private MachineFacts look(Surroundings surroundings) {
        return new MachineProbe(surroundings).look();
    }

    @Test
    void aBareComputerHasNothing() {
        MachineFacts facts = look(new Computer(root).running("Linux"));

        assertThat(facts.pythons()).isEmpty();
        assertThat(facts.condaTools()).isEmpty();
        assertThat(facts.hasConda()).isFalse();
        assertThat(facts.engine().state()).isEqualTo(EngineState.ABSENT);
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, LINUX, LINUX_X86_64",
        "Linux, aarch64, LINUX, LINUX_ARM64",
        "Mac OS X, aarch64, MACOS, MACOS_ARM64",
        "Mac OS X, x86_64, MACOS, MACOS_X86_64",
        "Windows 11, amd64, WINDOWS, WINDOWS_X86_64",
        "Windows 11, aarch64, WINDOWS, WINDOWS_X86_64",
        "FreeBSD, amd64, LINUX, LINUX_X86_64"
    })
    void systemAndProcessorMakeThePlatform(
            String system, String processor, OperatingSystem expected, TargetPlatform platform) {
        MachineFacts facts = look(new Computer(root).running(system, processor));

        assertThat(facts.system()).isEqualTo(expected);
        assertThat(facts.platform()).isEqualTo(platform);
    }

    @Test
    void aNameTellsTheVersionWithoutBeingRun() {
        Computer computer = new Computer(root);
        computer.onPath("usr/bin/python3.11");
        computer.link("usr/bin/python3", "python3.11");
        computer.onPath("usr/local/bin/python3.9");
        computer.onPath("usr/local/bin/python3.13");
        computer.onPath("usr/local/bin/python3.13-config");
        computer.onPath("usr/local/bin/python2.7");

        List<InstalledPython> pythons = look(computer.running("Linux")).pythons();

        assertThat(pythons).extracting(InstalledPython::version).containsExactly("3.11", "3.13", "3.9");
        assertThat(computer.ran()).isEmpty();
    }

    @Test
    void aPythonWithoutAVersionInItsNameIsAsked() {
        Computer computer = new Computer(root);
        Path python = computer.onPath("opt/tool/bin/python3");
        Path two = computer.onPath("usr/bin/python");
        computer.answers(python + " --version", "Python 3.12.4\n").answers(two + " --version", "Python 2.7.18\n");

        assertThat(look(computer.running("Linux")).pythons()).containsExactly(new InstalledPython(python, "3.12.4"));
    }

    @Test
    void aPythonThatHangsOrBreaksIsNone() {
        Computer computer = new Computer(root);
        computer.onPath("opt/tool/bin/python3");

        assertThat(look(computer.running("Linux")).pythons()).isEmpty();
    }

    @Test
    void aPythonThatCannotMakeEnvironmentsIsNotSuitable() {
        Computer computer =
                new Computer(root).folder("usr/lib/python3.11").folder("usr/local/lib/python3.12/ensurepip");
        computer.onPath("usr/bin/python3.11");
        computer.onPath("usr/local/bin/python3.12");

        assertThat(look(computer.running("Linux")).pythons())
                .extracting(InstalledPython::version)
                .containsExactly("3.12");
    }

    @Test
    void shimsArePassedByAndWhatTheyStandForIsFound() {
        Computer computer = new Computer(root);
        computer.onPath("home/ada/.pyenv/shims/python3");
        computer.onPath("home/ada/.pyenv/shims/python3.12");
        computer.program("home/ada/.pyenv/versions/3.12.1/bin/python3.12");
        computer.link("home/ada/.pyenv/versions/3.12.1/bin/python3", "python3.12");

        List<InstalledPython> pythons = look(computer.running("Linux")).pythons();

        assertThat(pythons).extracting(InstalledPython::version).containsExactly("3.12");
        assertThat(computer.ran()).isEmpty();
    }

    @Test
    void applesStubIsAskedOnlyWithDeveloperTools() {
        Computer computer = new Computer(root);
        Path stub = computer.onPath("usr/bin/python3");
        computer.answers(stub + " --version", "Python 3.9.6\n");

        assertThat(look(computer.running("Mac OS X")).pythons()).isEmpty();
        assertThat(computer.ran()).containsExactly("xcode-select -p");

        computer.answers("xcode-select -p", "/Library/Developer/CommandLineTools\n");
        assertThat(look(computer.running("Mac OS X")).pythons())
                .extracting(InstalledPython::version)
                .containsExactly("3.9.6");
    }

    @Test
    void aBarePathOnMacosHidesNothing() {
        Computer computer = new Computer(root);
        computer.program("opt/homebrew/bin/python3.12");
        computer.program("opt/homebrew/bin/colima");
        computer.program("home/ada/miniforge3/bin/conda");

        MachineFacts facts = look(computer.running("Mac OS X", "aarch64"));

        assertThat(facts.pythons()).extracting(InstalledPython::version).containsExactly("3.12");
        assertThat(facts.condaTools()).extracting(CondaTool::kind).containsExactly(CondaTool.Kind.CONDA);
        assertThat(facts.engine().state()).isEqualTo(EngineState.INSTALLED_NOT_RUNNING);
        assertThat(facts.engine().name()).isEqualTo("Colima");
    }

    @Test
    void windowsHasALauncherAndAShopStub() {
        Computer computer = new Computer(root);
        computer.onPath("home/ada/AppData/Local/Microsoft/WindowsApps/python.exe");
        computer.onPath("home/ada/AppData/Local/Microsoft/WindowsApps/python3.exe");
        Path launcher = computer.onPath("Windows/py.exe");
        computer.answers(launcher + " -0p", """
                 -V:3.13 *        C:\\Users\\Ada L\\Python313\\python.exe
                 -V:3.12          C:\\Python312\\python.exe
                 -3.9-64          C:\\Python39\\python.exe
                 -V:Astral/CPython3.12.1 C:\\other\\python.exe
                """);

        assertThat(look(computer.running("Windows 11")).pythons())
                .extracting(InstalledPython::version)
                .containsExactly("3.13", "3.12", "3.9");
        assertThat(computer.ran()).containsExactly(launcher + " -0p");
    }

    @Test
    void theToolsOfCondaAreFound() {
        Computer computer = new Computer(root);
        computer.onPath("usr/local/bin/pixi");
        computer.onPath("usr/local/bin/micromamba");
        computer.program("home/ada/mambaforge/bin/mamba");

        MachineFacts facts = look(computer.running("Linux"));

        assertThat(facts.condaTools())
                .extracting(CondaTool::kind)
                .containsExactly(CondaTool.Kind.MAMBA, CondaTool.Kind.MICROMAMBA, CondaTool.Kind.PIXI);
        assertThat(facts.hasConda()).isTrue();
    }

    @Test
    void pixiAloneMakesNoEnvironmentYml() {
        Computer computer = new Computer(root);
        computer.onPath("usr/local/bin/pixi");

        assertThat(look(computer.running("Linux")).hasConda()).isFalse();
    }

    @Test
    void aPathWithAnythingInItIsRead() {
        Computer computer = new Computer(root);
        computer.onPath("usr/bin/python3.12");
        Surroundings surroundings =
                computer.variable("XDG_RUNTIME_DIR", "relative").running("Linux");
        String path = surroundings.environment().get("PATH") + "::.:relative:/no/such/folder:"
                + root.resolve("usr/bin/python3.12");
        surroundings = new Surroundings(
                "Linux",
                "amd64",
                Map.of("PATH", path, "CONDA_EXE", "", "DOCKER_HOST", " "),
                surroundings.home(),
                root,
                surroundings.programs());

        assertThat(look(surroundings).pythons())
                .extracting(InstalledPython::version)
                .containsExactly("3.12");
    }

    @Test
    void thisComputerIsLookedAt() {
        MachineFacts facts = MachineProbe.probe();

        assertThat(facts.system()).isEqualTo(OperatingSystem.ofJavaName(System.getProperty("os.name")));
        assertThat(facts.pythons())
                .allSatisfy(python -> assertThat(python.version()).startsWith("3."));
    }
}
