package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SetupFilesTest {

    @Test
    void readsTheLiteralArgumentsOfSetup() {
        SetupPy setup = SetupPy.parse("""
                from setuptools import setup
                needed = [
                    "numpy>=1.20",  # arrays
                    'scipy',
                ]
                setup(
                    name="tool", install_requires=needed, python_requires=">=3.8",
                    extras_require={"plot": ["matplotlib"], "dev": ["pytest"]},
                    description="install_requires=['no']",
                )
                """);

        assertThat(setup.name()).contains("tool");
        assertThat(setup.values())
                .extracting(value -> value.argument() + " " + value.group() + " " + value.text() + " " + value.line())
                .containsExactly(
                        "install_requires  numpy>=1.20 3",
                        "install_requires  scipy 4",
                        "python_requires  >=3.8 7",
                        "extras_require plot matplotlib 8",
                        "extras_require dev pytest 8");
    }

    @Test
    void readsWhatVariablesHold() {
        SetupPy setup = SetupPy.parse("""
                plot = ["matplotlib"]
                test = ["pytest"] + plot
                extras = {"plot": plot}
                extras["all"] = plot + [*test, "tqdm"]
                round = round + ["numpy"]
                setup(install_requires=round, extras_require=extras, tests_require=test.copy())
                """);

        assertThat(setup.values())
                .extracting(value -> value.argument() + " " + value.group() + " " + value.text())
                .containsExactly(
                        "install_requires  numpy",
                        "extras_require plot matplotlib",
                        "extras_require all matplotlib",
                        "extras_require all pytest",
                        "extras_require all matplotlib",
                        "extras_require all tqdm");
    }

    @Test
    void opensNoMoreVariablesThanAScriptHas() {
        StringBuilder script = new StringBuilder("a0 = ['x']\n");
        for (int i = 1; i < 60; i++) {
            script.append("a" + i + " = a" + (i - 1) + " + a" + (i - 1) + "\n");
        }

        assertThat(SetupPy.parse(script + "setup(install_requires=a59)\n").values())
                .isNotEmpty()
                .hasSizeLessThan(1000);
    }

    @Test
    void takesNothingThatIsWorkedOut() {
        SetupPy setup = SetupPy.parse("""
                setup(install_requires=[str(r) for r in parse(open(join(here, "requirements.txt")))],
                      tests_require=open("test.txt").read().split("x"), name=NAME)
                """);

        assertThat(setup.values()).isEmpty();
        assertThat(setup.name()).isEmpty();
    }

    @Test
    void readsSettingsWithTheirLines() {
        IniFile settings = IniFile.parse("""
                [metadata]
                name = tool
                [options]
                python_requires = >=3.8
                install_requires =
                    numpy
                    # arrays
                    scipy>=1.0; python_version < "3.9"
                [options.extras_require]
                Dev = pytest
                """);

        assertThat(settings.get("metadata", "name"))
                .extracting(IniFile.Value::text)
                .containsExactly("tool");
        assertThat(settings.get("options", "python_requires"))
                .extracting(IniFile.Value::text)
                .containsExactly(">=3.8");
        assertThat(settings.get("options", "install_requires"))
                .extracting(value -> value.text() + " " + value.line())
                .containsExactly("numpy 6", "scipy>=1.0; python_version < \"3.9\" 8");
        assertThat(settings.get("options.extras_require", "dev")).hasSize(1);
    }
}
