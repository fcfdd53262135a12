package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BelowPythonTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "from pyspark.sql import SparkSession, pyspark stands on a Java installation, openjdk",
        "from mpi4py import MPI, mpi4py stands on an MPI library, openmpi",
        "import rpy2.robjects as ro, rpy2 stands on R, r-base"
    })
    void saysWhatAPackageStandsOn(String code, String reason, String conda) throws IOException {
        Scans project =
                new Scans(folder).with("a.py", "# a line\n" + code + "\n").with("b.py", code + "\n");

        assertThat(project.warnings(WarningKind.BELOW_PYTHON))
                .singleElement()
                .asString()
                .startsWith("a.py, line 2: " + reason)
                .contains("conda does")
                .contains(conda);
    }

    @Test
    void saysNothingOfPackagesWhoseWheelsAreComplete() throws IOException {
        Scans project = new Scans(folder)
                .with("a.py", "import numpy, pandas, torch\n")
                .with("tests/test_a.py", "import pyspark\n");

        assertThat(project.warnings(WarningKind.BELOW_PYTHON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import subprocess\nsubprocess.run(['samtools', 'view', path])\n",
                "import subprocess as sp\nsp.check_output('samtools view ' + path, shell=True)\n",
                "from subprocess import Popen\nPopen(['samtools'])\n",
                "import os\nos.system(f'samtools view {path}')\n",
                "import subprocess\nsubprocess.call(\"samtools sort x.bam\".split())\n"
            })
    void namesAProgramThatNoPackageBrings(String code) throws IOException {
        Scans project = new Scans(folder).with("a.py", code);

        assertThat(project.warnings(WarningKind.SYSTEM_PROGRAM))
                .singleElement()
                .asString()
                .startsWith("a.py, line 2: The program samtools is run here, ");
    }

    @Test
    void readsTheProgramsOfNotebooks() throws IOException {
        Scans project = new Scans(folder)
                .with(
                        "a.ipynb",
                        "{\"nbformat\": 4, \"metadata\": {}, \"cells\": [{\"cell_type\": \"code\","
                                + " \"source\": [\"!ls data\\n\", \"!ffmpeg -i a.mp4 b.wav\"]}]}");

        assertThat(project.warnings(WarningKind.SYSTEM_PROGRAM))
                .containsExactly("a.ipynb, cell 1, line 2: The program ffmpeg is run here, and no Python package of the"
                        + " project is known to bring it. conda-forge has a package of that name.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import subprocess\nsubprocess.run(['ls', '-l'])\nsubprocess.run('rm -r x', shell=True)\n",
                "import subprocess, sys\nsubprocess.run([sys.executable, 'b.py'])\nsubprocess.run(['./tool.sh'])\n",
                "import papermill, subprocess\nsubprocess.run(['papermill', 'a.ipynb'])\n",
                "import subprocess\nsubprocess.run(['python', 'b.py'])\nsubprocess.run([program])\n",
                "client.run('hello there')\ndef check_output(text):\n    pass\nserver.call(['samtools'])\n",
                "import os\nos.system(f'{tool} view')\nos.system(f'sam{tools}')\n"
            })
    void namesNoProgramThatIsThereOrComesAlong(String code) throws IOException {
        assertThat(new Scans(folder).with("a.py", code).warnings(WarningKind.SYSTEM_PROGRAM))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CMakeLists.txt, project(x), CMakeLists.txt",
        "fast/loops.pyx, cdef int i, fast/loops.pyx",
        "setup.py, 'from setuptools import Extension, setup\nsetup(ext_modules=[Extension(\"fast\", [\"fast.c\"])])\n',"
                + " 'setup.py, line 2'"
    })
    void saysThatTheProjectHasCodeToCompile(String file, String text, String place) throws IOException {
        Scans project = new Scans(folder).with("a.py", "import numpy\n").with(file, text);

        assertThat(project.warnings(WarningKind.COMPILED_CODE))
                .containsExactly(place + ": The project has code of its own to compile, as this shows. Whoever installs"
                        + " it needs a compiler; write down which.");
    }

    @Test
    void knowsNoCompilerInWhatATestOrAClassIsCalled() throws IOException {
        Scans project = new Scans(folder)
                .with("a.py", "class Extension(Base):\n    pass\nx = Extension('name')\n")
                .with("tests/data/CMakeLists.txt", "")
                .with("tests/a.pyx", "");

        assertThat(project.warnings(WarningKind.COMPILED_CODE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"import matplotlib\nmatplotlib.use('TkAgg')\n", "import matplotlib as mpl\nmpl.use(\"Qt5Agg\")\n"
            })
    void saysThatABackEndOfMatplotlibOpensWindows(String code) throws IOException {
        assertThat(new Scans(folder).with("a.py", code).warnings(WarningKind.DESKTOP_WINDOW))
                .singleElement()
                .asString()
                .startsWith("a.py, line 2: Matplotlib with ");
    }

    @Test
    void saysNothingOfABackEndThatDrawsIntoFiles() throws IOException {
        assertThat(new Scans(folder)
                        .with("a.py", "import matplotlib\nmatplotlib.use('Agg')\n")
                        .warnings(WarningKind.DESKTOP_WINDOW))
                .isEmpty();
    }
}
