package org.specimen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** What can be said of the start scripts and installers of other systems without those systems. */
class StartScriptsTest {

    private static final Pattern FLAG =
            Pattern.compile("-XX:[+\\w]+(=\\w+)?(?=[ \\n])|-Xms\\w+|-Dfile\\.encoding=[-\\w]+");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/launcher/specimen.bat",
                "installer/build.sh",
                "installer/build.ps1",
                "src/benchmark/StartBenchmark.java"
            })
    void everyWayToStartHasTheFlagsOfTheScriptForLinux(String script) throws IOException {
        List<String> flags = flags("src/main/launcher/specimen");

        assertThat(flags).contains("-XX:+UseSerialGC", "-XX:MaxHeapFreeRatio=30", "-Dfile.encoding=UTF-8");
        assertThat(read(script)).contains(flags);
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/launcher/specimen", "src/main/launcher/specimen.bat"})
    void startScriptsTakeTheirOwnJavaAndTheCacheOfAnyJdk(String script) throws IOException {
        assertThat(read(script).replace('\\', '/'))
                .contains("runtime/bin/java", "-XX:AOTCache=", "-XX:SharedArchiveFile=", "--module-path");
    }

    /** A folder may be called as a command is. */
    @ParameterizedTest
    @ValueSource(strings = {"src/main/launcher/specimen", "src/main/launcher/specimen.bat"})
    void startScriptsTakeTheNameOfACommandForTheCommand(String script) throws IOException {
        assertThat(read(script).replace(" | ", " ")).contains("sample scan advise write lock build jupyter image undo");
    }

    @Test
    void theScriptForWindowsGoesOnlyToLabelsThatItHasAndClosesWhatItOpens() throws IOException {
        String script = read("src/main/launcher/specimen.bat");
        List<String> labels = found("(?m)^:(\\w+)$", script);

        assertThat(labels).isNotEmpty().doesNotHaveDuplicates();
        assertThat(labels).containsAll(found("\\bgoto (\\w+)", script));
        assertThat(script.lines())
                .allSatisfy(line -> assertThat(found("(\")", line).size() % 2).isZero());
        assertThat(found("(\\()", script)).hasSameSizeAs(found("(\\))", script));
    }

    @ParameterizedTest
    @ValueSource(strings = {"installer/build.sh", "installer/build.ps1"})
    void bothInstallersMakeTheSameRuntime(String script) throws IOException {
        assertThat(read(script))
                .contains(
                        "--ignore-missing-deps",
                        "jdk.crypto.ec,jdk.charsets,javafx.controls",
                        "--strip-java-debug-attributes",
                        "org.specimen.Training",
                        "first-window-then-close");
    }

    @Test
    void theInstallerForWindowsAsksForNoAdministratorAndNamesWhatJpackageNeeds() throws IOException {
        assertThat(read("installer/build.ps1"))
                .contains(
                        "'--type', 'msi'",
                        "--win-per-user-install",
                        "--win-menu",
                        "--win-upgrade-uuid",
                        "$pom.project.version");
    }

    @Test
    void whatIsAddedToTheInstallerForWindowsIsWellFormedAndGoesWithIt() throws Exception {
        String wrapped = "<Product>" + read("installer/windows/folder-and-path.wxs") + "</Product>";

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(wrapped)));

        assertThat(document.getElementsByTagName("Environment").item(0).getAttributes())
                .satisfies(attributes -> assertThat(
                                attributes.getNamedItem("Permanent").getNodeValue())
                        .isEqualTo("no"));
        assertThat(document.getElementsByTagName("RegistryKey")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("Key")
                        .getNodeValue())
                .isEqualTo("Software\\Classes\\Directory\\shell\\Specimen");
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static List<String> flags(String script) throws IOException {
        return FLAG.matcher(read(script)).results().map(MatchResult::group).toList();
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }
}
