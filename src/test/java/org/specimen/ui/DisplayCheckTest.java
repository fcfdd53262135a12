package org.specimen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.problem.ExitStatus;
import org.specimen.problem.OutsideFailure;

class DisplayCheckTest {

    private static final String SAMPLE = "\n  specimen sample map-analysis my-map && specimen write my-map";

    @TempDir
    Path root;

    @Test
    void aDesktopWithAllLibrariesHasNoObstacle() throws IOException {
        linuxWith(SystemLibrary.values());

        assertThat(check(Map.of("DISPLAY", ":0")).obstacle()).isEmpty();
    }

    @Test
    void aServerHasNoDisplayAndLearnsTheCommand() throws IOException {
        linuxWith(SystemLibrary.values());

        var obstacle = check(Map.of()).obstacle().orElseThrow();

        assertThat(obstacle.status()).isEqualTo(ExitStatus.OUTSIDE);
        assertThat(obstacle.explanation())
                .contains("there is no display here (DISPLAY is not set)")
                .doesNotContain("install")
                .endsWith(SAMPLE);
    }

    @Test
    void waylandAloneNeedsXwayland() throws IOException {
        linuxWith(SystemLibrary.values());

        var obstacle = check(Map.of("WAYLAND_DISPLAY", "wayland-0")).obstacle().orElseThrow();

        assertThat(obstacle.explanation()).contains("xwayland").endsWith(SAMPLE);
    }

    @Test
    void missingLibrariesAreNamedWithTheCommandOfTheSystem() throws IOException {
        linuxWith(SystemLibrary.X11, SystemLibrary.FREETYPE, SystemLibrary.FONTCONFIG, SystemLibrary.PANGO);

        assertThat(explanation("ID=debian\nVERSION_ID=\"12\"\n"))
                .contains("libgtk-3.so.0, libXtst.so.6")
                .contains("\n  sudo apt install libgtk-3-0 libxtst6\n");
        assertThat(explanation("ID=ubuntu\nID_LIKE=debian\nVERSION_ID=\"24.04\"\n"))
                .contains("\n  sudo apt install libgtk-3-0t64 libxtst6\n");
        assertThat(explanation("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"))
                .contains("apt install libgtk-3-0 libxtst6\n");
        assertThat(explanation("ID=fedora\nVERSION_ID=43\n")).contains("\n  sudo dnf install gtk3 libXtst\n");
        assertThat(explanation("ID=\"opensuse-leap\"\n")).contains("\n  sudo zypper install libgtk-3-0 libXtst6\n");
        assertThat(explanation("ID=arch\n")).contains("\n  sudo pacman -S gtk3 libxtst\n");
        assertThat(explanation("ID=unheard-of\n")).contains("Debian, Ubuntu: sudo apt", "Fedora: sudo dnf", "Arch: ");
    }

    @Test
    void aLibraryInAFolderOfItsOwnCounts() throws IOException {
        linuxWith(SystemLibrary.values());
        Files.writeString(root.resolve("etc/ld.so.cache"), "glibc-ld.so.cache1.1\0libc.so.6\0");
        Path own = Files.createDirectories(root.resolve("opt/libraries"));
        for (SystemLibrary library : SystemLibrary.values()) {
            Files.createFile(own.resolve(library.file()));
        }

        assertThat(check(Map.of("DISPLAY", ":0", "LD_LIBRARY_PATH", "/nowhere:" + own))
                        .obstacle())
                .isEmpty();
        assertThat(check(Map.of("DISPLAY", ":0")).obstacle()).isPresent();
    }

    @Test
    void nothingIsSaidToBeMissingWhereTheLinkerHasNoCache() {
        assertThat(check(Map.of("DISPLAY", ":0")).obstacle()).isEmpty();
    }

    @Test
    void otherSystemsBringWhatJavaFxNeeds() {
        assertThat(new DisplayCheck("Mac OS X", Map.of(), root, "specimen", true).obstacle())
                .isEmpty();
        assertThat(new DisplayCheck("Windows 11", Map.of(), root, "specimen", true).obstacle())
                .isEmpty();
    }

    @Test
    void aFailedStartIsToldInPlainWords() {
        DisplayCheck check = check(Map.of("DISPLAY", "localhost:10.0"));

        assertThat(check.failed(new UnsupportedOperationException("Unable to open DISPLAY"))
                        .explanation())
                .contains("the display localhost:10.0 does not answer")
                .endsWith(SAMPLE);
        assertThat(check.failed(new UnsatisfiedLinkError("no glassgtk3 in java.library.path: /usr/lib"))
                        .explanation())
                .contains("missing or broken (no glassgtk3)")
                .contains("libgtk-3.so.0")
                .endsWith(SAMPLE);
        assertThat(check.failed(new RuntimeException(
                                new RuntimeException("Error initializing QuantumRenderer: no suitable pipeline found")))
                        .explanation())
                .contains("no suitable pipeline found")
                .endsWith(SAMPLE);
    }

    @Test
    void aFailedStartKeepsItsCauseForTheLog() {
        OutOfMemoryError full = new OutOfMemoryError("Java heap space");
        RuntimeException start = new RuntimeException(full);

        OutsideFailure told = check(Map.of("DISPLAY", ":0")).failed(start);

        assertThat(told).hasCause(start).hasRootCause(full);
        assertThat(told.explanation()).contains("Java heap space");
    }

    private String explanation(String release) throws IOException {
        Files.writeString(root.resolve("etc/os-release"), release);
        return check(Map.of("DISPLAY", ":0")).obstacle().orElseThrow().explanation();
    }

    private DisplayCheck check(Map<String, String> environment) {
        return new DisplayCheck("Linux", environment, root, "specimen", true);
    }

    private void linuxWith(SystemLibrary... libraries) throws IOException {
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(
                root.resolve("etc/ld.so.cache"),
                Stream.of(libraries)
                        .map(SystemLibrary::file)
                        .collect(Collectors.joining("\0", "glibc-ld.so.cache1.1\0", "\0")));
    }
}
