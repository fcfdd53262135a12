package org.specimen.ui.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.advice.Question;
import org.specimen.advice.Stack;
import org.specimen.app.BareComputer;
import org.specimen.app.IndexChoice;
import org.specimen.index.FakePyPi;
import org.specimen.python.PackageName;
import org.specimen.ui.session.BareServices;
import org.specimen.ui.session.FakeDesktop;
import org.specimen.ui.session.Session;
import org.specimen.ui.task.TaskRunner;

/** What a live index tells of the files of releases. */
@Timeout(60)
class ReleasesModelTest {

    private static final String METADATA = "Metadata-Version: 2.1\nName: rain\nVersion: %s\nRequires-Python: >=3.9\n";

    private final FakePyPi pypi = new FakePyPi();

    private final Session session = new Session(
            BareComputer.WORKBENCH.choosingFrom(
                    IndexChoice.USUAL.withIndex(pypi.simple().toString())),
            TaskRunner.immediate());

    private final PackagesViewModel model =
            new PackagesViewModel(BareServices.with(session, TaskRunner.immediate(), new FakeDesktop()));

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        pypi.close();
    }

    @Test
    void saysWhereAReleaseHasToBeBuiltAndOffersCondaAndDocker() throws IOException {
        pypi.json("rain", wheel("1.0", "cp312-cp312-manylinux_2_17_x86_64"), source("1.0"));

        open("rain\n");

        assertThat(model.releases().concerns().get()).singleElement().satisfies(concern -> {
            assertThat(concern.text())
                    .startsWith("rain 1.0 has no ready-made file for")
                    .contains("Windows");
            assertThat(concern.fixes()).extracting(Fix::text).containsExactly("Use Conda", "Use Docker");
        });
        model.releases().concerns().get().get(0).fixes().get(1).run().run();
        assertThat(session.decisions().get().wishes().stack()).contains(Stack.DOCKER);
        assertThat(model.releases().concerns().get()).isEmpty();
    }

    @Test
    void asksWhetherARareNameIsRightAndTakesEitherAnswer() throws IOException {
        pypi.json("reqeusts", wheel("1.0", "py3-none-any").replace("rain", "reqeusts"));
        pypi.json("requests", wheel("2.0", "py3-none-any").replace("rain", "requests"));

        open("reqeusts\n");

        assertThat(row("reqeusts").state()).isEqualTo(PackageRow.State.QUESTIONED);
        assertThat(model.releases().concerns().get()).singleElement().satisfies(concern -> {
            assertThat(concern.text()).startsWith("Few use reqeusts, and very many use requests.");
            assertThat(concern.fixes())
                    .extracting(Fix::text)
                    .containsExactly("Use requests instead", "reqeusts is right");
        });
        Fix instead = model.releases().concerns().get().get(0).fixes().get(0);
        Fix right = model.releases().concerns().get().get(0).fixes().get(1);

        right.run().run();
        assertThat(model.releases().concerns().get()).isEmpty();
        assertThat(session.proposal()
                        .get()
                        .ready()
                        .orElseThrow()
                        .plan()
                        .options()
                        .confirmedNames())
                .containsExactly(PackageName.of("reqeusts"));

        session.undo();
        instead.run().run();
        assertThat(model.releases().concerns().get()).isEmpty();
        assertThat(row("requests").state()).isNotEqualTo(PackageRow.State.QUESTIONED);
        assertThat(row("reqeusts").kind()).isEqualTo(PackageRow.Kind.LEFT_OUT);
    }

    private PackageRow row(String name) {
        return model.rows().rows().get().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhyAReleaseWasWithdrawnAndOffersAnother() throws IOException {
        pypi.json(
                "rain",
                wheel("1.0", "py3-none-any"),
                wheel("1.1", "py3-none-any").replaceFirst("\\{", "{\"yanked\": \"loses drops\", "));

        open("rain==1.1\n");

        Concern concern = model.releases().concerns().get().get(0);
        assertThat(concern.text()).contains("rain 1.1 was withdrawn").contains("loses drops");
        assertThat(concern.fixes()).extracting(Fix::text).containsExactly("Let Specimen choose rain");
        concern.fixes().get(0).run().run();
        assertThat(model.releases().concerns().get()).isEmpty();
        assertThat(session.proposal().get().ready().orElseThrow().lock().pip())
                .extracting(pinned -> pinned.version().toString())
                .containsExactly("1.0");
    }

    @Test
    void saysHowMuchIsDownloaded() throws IOException {
        pypi.json("rain", wheel("1.0", "py3-none-any").replace("1000,", "52000000,"));

        open("rain\n");

        assertThat(model.releases().size().get()).contains("Up to 52 MB to download.");
        assertThat(model.releases().concerns().get()).isEmpty();
    }

    private void open(String requirements) throws IOException {
        Files.writeString(folder.resolve("requirements.txt"), requirements);
        session.open(folder);
        session.decide(decisions -> decisions.answering(Question.OPERATING_SYSTEMS, "linux", "windows"));
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.VENV)).withPython(Optional.of("3.12")));
    }

    private String wheel(String version, String tags) {
        return pypi.wheelWithMetadata("rain-" + version + "-" + tags + ".whl", METADATA.formatted(version));
    }

    private static String source(String version) {
        return FakePyPi.entry("rain-" + version + ".tar.gz", new byte[] {7});
    }
}
