package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the imports lies in the project itself. */
class LocalModulesTest {

    @TempDir
    Path folder;

    private List<String> packages() {
        return new Scans(folder)
                .scan().packages().stream().map(found -> found.name().value()).toList();
    }

    @Test
    void knowsWhatTheCompilerOfProtocolBuffersWrote() throws IOException {
        new Scans(folder)
                .with("chess/proto/__init__.py", "")
                .with("chess/proto/net_pb2.py", "from google.protobuf import descriptor\n")
                .with("chess/proto/chunk_pb2.py", "from proto import net_pb2 as proto_dot_net__pb2\n");

        assertThat(packages()).containsExactly("protobuf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rs", "c", "f90", "py", "so", ".py", ".rs", "study/cc", "a..f", "fast.cpython-312.so"})
    void readsBesideFilesThatAreCalledLikeAnEnding(String name) throws IOException {
        new Scans(folder).with(name, "").with("run.py", "import numpy\n");

        assertThat(packages()).containsExactly("numpy");
    }

    @Test
    void takesNoNamesakeForTheMissedNameOfAFolder() throws IOException {
        new Scans(folder)
                .with("wordgrams/__init__.py", "")
                .with("study/run.py", "from wordgram import counts\nimport numpy\n");

        assertThat(packages()).containsExactly("numpy");
    }

    @Test
    void saysWhatHidesAPackageThatManyImportAlsoWhereNoFileAsksForIt() throws IOException {
        Scans project = new Scans(folder)
                .with("numpy.py", "x = 1\n")
                .with("utils.py", "x = 1\n")
                .with("run.py", "import numpy\nimport utils\n");

        assertThat(project.warnings(WarningKind.SHADOWED))
                .containsExactly("run.py, line 1: The project's own numpy is imported here in place of the package of"
                        + " that name.");
    }

    @Test
    void searchesTheFolderBehindTheWorkingFolder() throws IOException {
        new Scans(folder)
                .with("run.py", "import os, sys\nsys.path.append(os.getcwd() + '\\code')\nfrom agents import Agent\n")
                .with("code/agents.py", "import numpy\n");

        assertThat(packages()).containsExactly("numpy");
    }
}
