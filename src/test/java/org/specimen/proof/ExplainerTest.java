package org.specimen.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.advice.Stack;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.DebianSuite;
import org.specimen.proof.Explainer.FailedImport;
import org.specimen.proof.Trouble.Fix;

/** The messages are what CPython 3.11, pip 23 and glibc print, of November 2026. */
class ExplainerTest {

    private final Explainer explainer = Explainer.on(Catalogue.open());

    private Trouble inImage(String module, String said, DebianSuite suite) {
        return explainer.failedImport(new FailedImport(module, said, Stack.DOCKER, Optional.of(suite)));
    }

    @ParameterizedTest
    @CsvSource({
        "libGL.so.1, BOOKWORM, libgl1",
        "libgthread-2.0.so.0, BOOKWORM, libglib2.0-0",
        "libgthread-2.0.so.0, TRIXIE, libglib2.0-0t64",
        "libpoppler-cpp.so.0, BOOKWORM, libpoppler-cpp0v5",
    })
    void aMissingLibraryIsOfferedAsItsDebianPackage(String library, DebianSuite suite, String debian) {
        String module = library.startsWith("libpoppler") ? "pdftotext" : "cv2";
        Trouble trouble = inImage(
                module,
                "Traceback (most recent call last):\nImportError: " + library
                        + ": cannot open shared object file: No such file or directory",
                suite);
        assertThat(trouble.what())
                .isEqualTo(module + " needs the shared library " + library + ", which is not in the environment.");
        assertThat(trouble.fixes()).containsExactly(new Fix.AddSystemPackage(debian));
    }

    @Test
    void aLibraryThatNobodyKnowsIsToldWithoutAFix() {
        Trouble trouble = inImage(
                "strange",
                "ImportError: libstrange.so.7: cannot open shared object file: No such file or directory",
                DebianSuite.TRIXIE);
        assertThat(trouble.fixes()).isEmpty();
        assertThat(trouble.whatToDo()).contains("packages.debian.org");
    }

    @Test
    void aModuleThatAPackageIsKnownForIsOfferedAsThatPackage() {
        Trouble trouble = inImage("cv2", "ModuleNotFoundError: No module named 'cv2'", DebianSuite.TRIXIE);
        assertThat(trouble.what()).isEqualTo("Nothing in the environment has the module cv2.");
        assertThat(trouble.fixes()).singleElement().isInstanceOf(Fix.AddPackage.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ImportError: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.38' not found (required by x.so) | newer system",
                "ImportError: numpy.core.multiarray failed to import | another version of NumPy",
                "ImportError: cannot import name 'soft_unicode' from 'markupsafe' (/x.py) | looks for soft_unicode in markupsafe",
                "It was ended by signal 4. | instructions that this processor does not have",
                "It took more than 180 seconds. | after 180 seconds",
                "RuntimeError: something else | The import of x failed: RuntimeError: something else",
            })
    void otherFailuresAreToldInPlainWords(String said, String told) {
        assertThat(inImage("x", said, DebianSuite.TRIXIE).what()).contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ERROR: No matching distribution found for numpy==1.99 | The index has no numpy==1.99 that fits",
                "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device | The disk is full.",
                "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. | its hash differs",
                "Failed to establish a new connection: [Errno -2] Name or service not known | cannot be reached",
                "error: command 'gcc' failed: No such file or directory | there is no compiler here",
                "src/x.c:3:10: fatal error: Python.h: No such file or directory | the header Python.h is missing",
                "ERROR: Failed building wheel for pyproj | pyproj could not be built",
                "Client Error: 401 Client Error: Unauthorized for url | asks for a name and a password",
            })
    void whatPipSaysIsToldInPlainWords(String said, String told) {
        assertThat(explainer.build(said).orElseThrow().what()).contains(told);
    }

    @Test
    void whatNobodyKnowsIsNotExplained() {
        assertThat(explainer.build("all is well")).isEmpty();
        assertThat(List.of(Explainer.usualName("libusb-1.0.so.0"), Explainer.usualName("libGL.so.1")))
                .containsExactly("libusb-1.0-0", "libgl1");
    }
}
