package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.catalogue.Elsewhere;
import org.specimen.python.PackageName;

/** Which distributions a project needs, in which role, beyond the plain import of what is declared. */
class NeededPackagesTest {

    @TempDir
    Path folder;

    private Scans project;

    @BeforeEach
    void begin() {
        project = new Scans(folder);
    }

    private List<String> needed() {
        return project.needed();
    }

    private FoundPackage found(String name) {
        return project.found(name);
    }

    private List<String> unknown() {
        return project.unknown();
    }

    // Lists of all that was installed

    private static final String FREEZE = """
                        certifi==2024.2.2
                        charset-normalizer==3.3.2
                        contourpy==1.2.0
                        cycler==0.12.1
                        fonttools==4.49.0
                        idna==3.6
                        kiwisolver==1.4.5
                        matplotlib==3.8.3
                        numpy==1.26.4
                        packaging==23.2
                        pandas==2.2.1
                        pillow==10.2.0
                        pyparsing==3.1.1
                        python-dateutil==2.8.2
                        pytz==2024.1
                        requests==2.31.0
                        six==1.16.0
                        tzdata==2024.1
                        urllib3==2.2.1
                        """;

    @Test
    void takesFromAListOfAllThatWasInstalledWhatTheCodeUses() throws IOException {
        project.with("requirements.txt", FREEZE).with("plot.py", "import matplotlib.pyplot as plt\nimport pandas\n");

        assertThat(needed()).containsExactly("matplotlib", "pandas");
        assertThat(found("pandas").declarations()).hasSize(1);
        assertThat(project.warnings(WarningKind.MOVING_REQUIREMENT))
                .containsExactly("requirements.txt: It lists all 19 packages that were installed on one computer. The 2"
                        + " that the code uses were taken from it; the rest is left to the solver.");
    }

    @Test
    void takesFromThePipPartOfAnExportWhatTheCodeUses() throws IOException {
        String pip = FREEZE.lines().map(line -> "    - " + line + "\n").reduce("", String::concat);
        project.with("environment.yml", "dependencies:\n  - python=3.11\n  - pip\n  - pip:\n" + pip)
                .with("plot.py", "import pandas\n");

        assertThat(needed()).containsExactly("pandas");
    }

    @Test
    void keepsAWrittenListWithPinsWhole() throws IOException {
        project.with("requirements.txt", """
                        numpy==1.26.4
                        scipy==1.12.0
                        pandas==2.2.1
                        seaborn==0.13.2
                        scikit-learn==1.4.1
                        statsmodels==0.14.1
                        xgboost==2.0.3
                        lightgbm==4.3.0
                        shap==0.45.0
                        optuna==3.6.0
                        """)
                .with("fit.py", "import pandas, sklearn, xgboost, statsmodels.api\nimport numpy as np\n");

        assertThat(needed()).contains("lightgbm", "optuna", "shap").hasSize(10);
        assertThat(project.warnings(WarningKind.UNUSED))
                .anyMatch(text -> text.startsWith("requirements.txt, line 10: optuna is asked for"));
    }

    @Test
    void keepsWhatIsDeclaredByHandAndUsedByNothingAndSaysWhatNeedsIt() throws IOException {
        project.with("requirements.txt", "pandas\nhumanize\nnumpy<2\n").with("read.py", "import pandas\n");

        assertThat(needed()).containsExactly("humanize", "numpy", "pandas");
        assertThat(found("numpy").imports()).isEmpty();
        assertThat(project.warnings(WarningKind.UNUSED))
                .containsExactly(
                        "requirements.txt, line 2: humanize is asked for, and no import of it was found. Plug-ins and"
                                + " command-line tools are used without one.",
                        "requirements.txt, line 3: numpy is asked for, and no import of it was found. Something else"
                                + " that the project uses needs it, so it comes in any case.");
    }

    // Names

    @Test
    void takesWhatIsMeantByANameThatIsOftenWritten() throws IOException {
        project.with("requirements.txt", "sklearn==0.0\nargparse\n").with("fit.py", "import argparse, sklearn\n");

        assertThat(needed()).containsExactly("scikit-learn");
        assertThat(found("scikit-learn").declarations().get(0))
                .extracting(declaration ->
                        ((Declaration.Pip) declaration).requirement().toString())
                .isEqualTo("scikit-learn");
        assertThat(project.warnings(WarningKind.BROKEN_REQUIREMENT))
                .hasSize(2)
                .anyMatch(text -> text.contains("scikit-learn is meant"))
                .anyMatch(text -> text.startsWith("requirements.txt, line 2: argparse comes with Python"));
    }

    @Test
    void takesADeclaredDistributionWhoseNameHoldsTheModules() throws IOException {
        project.with("requirements.txt", "python-quuxly\n").with("run.py", "import quuxly\n");

        assertThat(needed()).containsExactly("python-quuxly");
        assertThat(found("python-quuxly").imports()).containsExactly("quuxly");
    }

    @Test
    void takesWhatIsDeclaredByAddressForItsImport() throws IOException {
        project.with("requirements.txt", "git+https://github.com/someone/CLIP.git@" + "a".repeat(40) + "#egg=clip\n")
                .with("embed.py", "import clip\n");

        assertThat(needed()).containsExactly("clip");
        assertThat(found("clip").confidence()).isEqualTo(Confidence.DECLARED);
    }

    @Test
    void knowsItsOwnRepositoryInANotebookThatRunsElsewhere() throws IOException {
        project.with("quuxly/__init__.py", "")
                .with("demo.ipynb", Scans.cells("!pip install git+https://github.com/someone/quuxly\nimport quuxly"));

        assertThat(project.scan().packages()).isEmpty();
    }

    @Test
    void knowsThePartsOfSharedNamespaces() throws IOException {
        project.with("cloud.py", """
                        from google.cloud import storage, exceptions
                        from google.api_core import retry
                        import google.auth
                        from google.cloud import quuxly
                        """);

        assertThat(needed())
                .containsExactly("google-api-core", "google-auth", "google-cloud-core", "google-cloud-storage");
        assertThat(unknown()).containsExactly("google");
    }

    @Test
    void offersTheOtherDistributionsOfAnImport() throws IOException {
        project.with("see.py", "import cv2\n");

        assertThat(found("opencv-python").alternatives())
                .extracting(PackageName::value)
                .contains("opencv-python-headless");
    }

    @Test
    void knowsAPartOfALibraryWhoseNameAnotherHasToo() throws IOException {
        project.with("sparse.py", "from lightning.classification import CDClassifier\n")
                .with("train.py", "import lightning as L\nfrom lightning.pytorch import Trainer\n")
                .with("path.py", "import glmnet_python\nfrom glmnet import glmnet\nfrom cvglmnet import cvglmnet\n")
                .with("net.py", "from glmnet import LogitNet\n")
                .with("listen.py", "from twitter import OAuth, TwitterStream\n");

        assertThat(needed())
                .containsExactly("glmnet", "glmnet-py", "lightning", "sklearn-contrib-lightning", "twitter");
        assertThat(unknown()).isEmpty();
    }

    // Modules that no index has

    @Test
    void neverAsksAnIndexForTheModuleOfAProgram() throws IOException {
        project.with("render.py", "import bpy\nfrom google.colab import drive\n");

        ProjectFacts facts = project.scan();

        assertThat(facts.packages()).isEmpty();
        assertThat(facts.unknownModules()).extracting(UnknownModule::name).containsExactly("bpy", "google");
        assertThat(facts.unknownModules().get(0).evidence()).containsExactly(Evidence.of("render.py", 1));
        assertThat(facts.unknownModules().get(0).elsewhere())
                .contains(new Elsewhere("bpy", Elsewhere.Kind.HOST, "Blender"));
        assertThat(project.warnings(WarningKind.UNKNOWN_MODULE))
                .anyMatch(text -> text.contains("It comes from Blender, inside of which it runs."));
    }

    @Test
    void guessesNoDistributionForAModuleThatIsLikelySomeonesOwn() throws IOException {
        project.with("keys_in.py", "import keys\nimport base\nimport quuxly_utils\n")
                .with("perhaps.py", "try:\n    import quuxlion\nexcept ImportError:\n    quuxlion = None\n")
                .with("out.py", "import sys\nsys.path.append('/opt/lab/code')\nimport quuxlane\n");

        assertThat(project.scan().packages()).isEmpty();
        assertThat(unknown()).containsExactly("base", "keys", "quuxlane", "quuxlion", "quuxly_utils");
    }

    @Test
    void guessesTheNamesakeOnlyOfAModuleWhoseNameTheCatalogueKnows() throws IOException {
        project.with("run.py", "import mercantile\nimport quuxly\n");

        assertThat(needed()).containsExactly("mercantile");
        assertThat(found("mercantile").confidence()).isEqualTo(Confidence.GUESSED);
        assertThat(unknown()).containsExactly("quuxly");
        assertThat(project.warnings(WarningKind.UNKNOWN_MODULE))
                .anyMatch(
                        text -> text.contains("quuxly is imported, and neither the project nor the catalogue has it"));
    }

    @Test
    void knowsTheModulesThatTheProjectCompiles() throws IOException {
        project.with("setup.py", """
                        from setuptools import setup, Extension
                        setup(name='speed', ext_modules=[Extension('speed._quick', ['quick.c'])])
                        """)
                .with("run.py", "import _quick, slow, waves\n")
                .with("slow.pyx", "")
                .with("sums.ipynb", Scans.cells("!f2py -c -m quuxf sums.f", "import quuxf"))
                .with("native/waves.f90", "");

        assertThat(needed()).isEmpty();
        assertThat(unknown()).isEmpty();
    }

    // Roles

    private void writeLibrary() throws IOException {
        project.with("pyproject.toml", """
                        [build-system]
                        requires = ['hatchling']
                        [project]
                        name = 'quuxly'
                        dependencies = ['numpy']
                        [project.optional-dependencies]
                        dev = ['pytest']
                        tutorials = ['corner']
                        """).with("quuxly/__init__.py", "import numpy\n");
    }

    @Test
    void takesTheToolsBesideALibraryForDevelopment() throws IOException {
        writeLibrary();
        project.with("scripts/release_notes.py", "import requests\n")
                .with("benchmarks/speed.py", "import quuxly, statsmodels\n")
                .with("tasks.py", "import invoke\n")
                .with("website/conf.py", "import sphinx_rtd_theme\n")
                .with("binder/requirements.txt", "emcee\n");

        assertThat(needed()).containsExactly("numpy");
    }

    @Test
    void takesTheScriptsOfAnAnalysisForTheAnalysis() throws IOException {
        project.with("scripts/fit.py", "import statsmodels\n").with("tools/clean.py", "import pandas\n");

        assertThat(needed()).containsExactly("pandas", "statsmodels");
    }

    @Test
    void takesScriptsThatUseTheLibraryForItsStudy() throws IOException {
        writeLibrary();
        project.with("scripts/figure.py", "import matplotlib, quuxly\n");

        assertThat(needed()).containsExactly("matplotlib", "numpy");
    }

    @Test
    void takesToolsByTheirNamesForDevelopmentWhereNothingImportsThem() throws IOException {
        project.with("requirements.txt", "pandas\nmkdocs-material\nwheel\npre-commit\nnbdime\ncython\nipdb\n")
                .with("run.py", "import pandas\n");

        assertThat(needed()).containsExactly("pandas");
    }

    @Test
    void takesAFileOfTestsForDevelopmentWhereverItLies() throws IOException {
        project.with("requirements.txt", "numpy\npytest\nrmsd\n")
                .with("xyz.py", "import numpy\n")
                .with("test.py", "import pytest\nimport rmsd\nimport xyz\n")
                .with("solver/tests.py", "import nose\nimport solver\n")
                .with("solver/__init__.py", "");

        assertThat(needed()).containsExactly("numpy");
    }

    @Test
    void takesAScriptThatTestsAModelForTheStudy() throws IOException {
        project.with("test.py", "import torch\nimport tqdm\n");

        assertThat(needed()).containsExactly("torch", "tqdm");
    }

    @Test
    void readsAFolderThatOnlyLooksLikeAnEnvironment() throws IOException {
        project.with("conda-meta/notes.txt", "")
                .with("run.py", "import pandas\n")
                .with("env/conda-meta/history", "")
                .with("env/lib/thing.py", "import numpy\n");

        assertThat(needed()).containsExactly("pandas");
    }

    // Lists of conda's under another name

    @Test
    void takesOfACondaListInARequirementsFileWhatTheCodeUses() throws IOException {
        project.with("a.py", "import netCDF4\nimport yaml\n").with("requirements.txt", """
                        # platform: osx-64
                        bzip2=1.0.8=h0d85af4_4
                        libnetcdf=4.8.1=nompi_hc61b76e_106
                        netcdf4=1.6.2=nompi_py311h41bc3eb_100
                        pyyaml=6.0=pypi_0
                        utm=0.7.0=pyhd8ed1ab_0
                        """);

        assertThat(needed()).containsExactly("netcdf4", "pyyaml");
        assertThat(found("netcdf4").confidence()).isEqualTo(Confidence.DECLARED);
        assertThat(project.warnings(WarningKind.MOVING_REQUIREMENT))
                .singleElement()
                .asString()
                .startsWith("requirements.txt: It lists everything that conda had installed");
        assertThat(project.warnings(WarningKind.BROKEN_REQUIREMENT)).isEmpty();
    }

    @Test
    void takesAHandWrittenCondaListAsItIs() throws IOException {
        project.with("a.py", "import numpy\n").with("requirements.txt", "numpy=1.24\nseaborn=0.12\n");

        assertThat(needed()).containsExactly("numpy", "seaborn");
    }

    @Test
    void knowsAnExportThatPeopleCutByWhatCondaAddsItself() throws IOException {
        project.with("a.py", "import numpy\n").with("environment.yml", """
                        dependencies:
                          - _libgcc_mutex
                          - _openmp_mutex=4.5
                          - ca-certificates
                          - certifi=2020.6.20
                          - fontconfig
                          - freetype
                          - jinja2
                          - ld_impl_linux-64
                          - numpy=1.19
                          - openssl
                          - pytz
                        """);

        assertThat(needed()).containsExactly("numpy");
    }

    // Notebook servers

    @Test
    void takesANotebookServerOnlyFromPeople() throws IOException {
        project.with("a.ipynb", Scans.cells("import numpy"))
                .with("frozen/requirements.txt", FREEZE + "jupyter==1.0.0\n");

        assertThat(needed()).doesNotContain("jupyter").contains("numpy");
    }

    // What only an image installs

    @Test
    void takesFromAnImageWhatTheCodeUsesWhereAListStandsBesideIt() throws IOException {
        project.with("a.py", "import numpy\nimport scipy\n")
                .with("requirements.txt", "numpy\n")
                .with("docker/Dockerfile", "FROM python:3.11\nRUN pip install scipy awscli\n");

        assertThat(needed()).containsExactly("numpy", "scipy");
        assertThat(found("scipy").confidence()).isEqualTo(Confidence.DECLARED);
    }
}
