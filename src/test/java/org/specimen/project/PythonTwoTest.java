package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that only Python 2 runs is told, with the place that shows it. */
class PythonTwoTest {

    @TempDir
    Path folder;

    private Scans project;

    @BeforeEach
    void beginProject() {
        project = new Scans(folder);
    }

    private List<String> told() {
        return project.warnings(WarningKind.PYTHON_TWO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print 'done'",
                "print total, 'genes'",
                "print >> log, total",
                "if total: print total",
                "exec 'total = 1'",
                "raise ValueError, 'no genes'",
                "try:\n    pass\nexcept IOError, error:\n    pass",
                "try:\n    pass\nexcept (IOError), error:\n    pass",
                "import urllib2",
                "from ConfigParser import SafeConfigParser"
            })
    void saysSoWherePythonThreeStops(String code) throws IOException {
        project.with("analyse.py", "import numpy\n" + code + "\n");

        assertThat(told()).singleElement().asString().contains("analyse.py, line ", "This project is Python 2: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print('done')",
                "print",
                "print\n'genes'",
                "print = log",
                "print if total else None",
                "exec('total = 1')",
                "raise ValueError('no, genes')",
                "try:\n    pass\nexcept (IOError, OSError) as error:\n    pass",
                "try:\n    pass\nexcept IOError, OSError:\n    pass",
                "'''\nprint 'done'\n'''",
                "# print 'done'",
                "try:\n    import urllib2\nexcept ImportError:\n    from urllib import request",
                "from dl import authClient"
            })
    void saysNothingOfWhatPythonThreeRuns(String code) throws IOException {
        project.with("analyse.py", "import numpy\n" + code + "\n");

        assertThat(told()).isEmpty();
    }

    @Test
    void tellsANotebookThatWasRunWithItFromOneThatStops() throws IOException {
        project.with(
                "old.ipynb",
                "{\"metadata\": {\"language_info\": {\"name\": \"python\", \"version\": \"2.7.11\"}}, \"nbformat\": 4,"
                        + " \"cells\": [{\"cell_type\": \"code\", \"source\": \"import numpy\"}]}");

        assertThat(told())
                .singleElement()
                .asString()
                .contains("this notebook was run with Python 2.7.11", "See whether Python 3 gives the same");
    }

    @Test
    void saysInHowManyFiles() throws IOException {
        project.with("one.py", "import numpy\nprint 1\n").with("two.py", "import numpy\nprint 2\n");

        assertThat(told()).singleElement().asString().contains("one.py, line 2", "in 1 more of its files");
    }

    @Test
    void doesNotCallAProjectOldForOneOfManyFiles() throws IOException {
        project.with("old/a.py", "import numpy\nprint 1\n");
        for (String name : List.of("b", "c", "d", "e")) {
            project.with(name + ".py", "import numpy\n");
        }

        assertThat(told()).singleElement().asString().contains("This file is Python 2");
    }
}
