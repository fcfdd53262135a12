package org.specimen.ui.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.specimen.advice.Stack;
import org.specimen.ui.session.Decisions;

/** What one click does about versions, and what is told of it. */
class SettlingTest extends PackagesStep {

    @Test
    void aRemedyIsOneDecisionThatSettlesAndCanBeTakenBack() throws IOException {
        conflict();
        Decisions before = session.decisions().get();
        Fix remedy = model.fit().fit().get().problems().get(0).fixes().stream()
                .filter(fix -> fix.text().startsWith("Use numpy "))
                .findFirst()
                .orElseThrow();

        remedy.run().run();

        assertThat(model.fit().fit().get().kind()).isNotIn(Fit.Kind.DOES_NOT_FIT, Fit.Kind.CLASHES);
        assertThat(remedy.text()).isEqualTo("Use numpy " + row("numpy").version() + " instead of 1.15.4");
        assertThat(row("pandas").version()).isEqualTo("2.2.3");
        assertThat(told()).isEqualTo("Done: " + remedy.text() + ".");
        click("Undo");
        assertThat(session.decisions().get()).isEqualTo(before);
        assertThat(model.fit().fit().get().kind()).isEqualTo(Fit.Kind.DOES_NOT_FIT);
    }

    @Test
    void everyRemedySettles() throws IOException {
        conflict();
        List<String> remedies = model.fit().fit().get().problems().get(0).fixes().stream()
                .map(Fix::text)
                .toList();

        assertThat(remedies).isNotEmpty().allSatisfy(remedy -> {
            click(remedy);
            assertThat(model.fit().fit().get().kind()).isNotIn(Fit.Kind.DOES_NOT_FIT, Fit.Kind.CLASHES);
            session.undo();
            assertThat(model.fit().fit().get().kind()).isEqualTo(Fit.Kind.DOES_NOT_FIT);
        });
    }

    @Test
    void tellsWhichVersionsADecisionMovedAndWhy() throws IOException {
        project("map.py", "import pandas\n");
        String newest = row("pandas").version();

        model.editing().changeVersion(row("pandas"), "2.2.3");

        assertThat(model.moves().moves().get())
                .contains(new Move("pandas", Optional.of(newest), Optional.of("2.2.3"), "you asked for 2.2.3"));
        model.editing().leaveOut(row("pandas"));
        assertThat(model.moves().moves().get())
                .contains(new Move("pandas", Optional.of("2.2.3"), Optional.empty(), "left out"));
    }

    @Test
    void tellsOfNoMovesBetweenTwoProjects() throws IOException {
        project("map.py", "import pandas\n");

        session.startWithoutProject();

        assertThat(model.moves().moves().get()).isEmpty();
    }

    @Test
    void bringsBackThePackagesOfAMonth() throws IOException {
        project("map.py", "import pandas\n");
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.VENV)).withPython(Optional.of("3.12")));
        String newest = row("pandas").version();
        YearMonth march = YearMonth.of(2025, 3);

        model.asOf().choose(march);

        assertThat(session.decisions().get().wishes().asOf()).contains(LocalDate.of(2025, 3, 31));
        assertThat(model.asOf().month().getValue()).contains(march);
        assertThat(row("pandas").version()).isNotEqualTo(newest);
        assertThat(model.moves().moves().get())
                .contains(new Move(
                        "pandas",
                        Optional.of(newest),
                        Optional.of(row("pandas").version()),
                        "another day of versions"));
        assertThat(told()).isEqualTo("The packages of March 2025 are brought back.");
        click("Undo");
        assertThat(row("pandas").version()).isEqualTo(newest);
    }

    @Test
    void bringsBackNothingOfAMonthThatHasNotBeen() throws IOException {
        project("map.py", "import pandas\n");

        model.asOf().choose(model.asOf().now());

        assertThat(session.decisions().get().wishes().asOf()).isEmpty();
    }

    private void conflict() throws IOException {
        project("requirements.txt", "pandas==2.2.3\nnumpy==1.15.4\n");
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.VENV)).withPython(Optional.of("3.12")));
    }

    @Test
    void anOldProjectWithoutVersionsIsOfferedThoseOfItsLastCommit() throws IOException {
        lastCommit("2023-03-17T10:00:00Z");

        project("map.py", "import pandas\n");

        assertThat(model.asOf().suggested().get()).contains(YearMonth.of(2023, 3));
        model.asOf().choose(YearMonth.of(2023, 3));
        assertThat(model.asOf().suggested().get()).isEmpty();
        session.undo();
        assertThat(model.asOf().suggested().get()).isPresent();
    }

    @Test
    void aYoungProjectAndOneWithAVersionAreOfferedNoOthers() throws IOException {
        lastCommit("2026-08-01T10:00:00Z");
        project("map.py", "import pandas\n");
        assertThat(model.asOf().suggested().get()).isEmpty();

        lastCommit("2023-03-17T10:00:00Z");
        project("requirements.txt", "pandas==1.5.3\n");
        assertThat(model.asOf().suggested().get()).isEmpty();
    }

    /** A repository whose log says when the commit was made that it stands on. */
    private void lastCommit(String instant) throws IOException {
        String hash = "a".repeat(40);
        Files.createDirectories(folder.resolve(".git/logs"));
        Files.writeString(folder.resolve(".git/HEAD"), hash + "\n");
        Files.writeString(
                folder.resolve(".git/logs/HEAD"),
                "0".repeat(40) + " " + hash + " A B <a@example.org> "
                        + Instant.parse(instant).getEpochSecond() + " +0000\tcommit: tables\n");
    }

    @Test
    void whatIsPinnedIsRenewedOnceThatIsAskedFor() throws IOException {
        project("map.py", "import pandas\n");
        assertThat(model.asOf().canUpgrade().get()).isFalse();
        session.wish(wishes -> wishes.withAsOf(Optional.of(LocalDate.of(2025, 3, 31))));
        String older = row("pandas").version();
        session.workbench().write(session.preview().get().ready().orElseThrow());
        session.open(folder);

        assertThat(row("pandas").version()).isEqualTo(older);
        assertThat(model.asOf().canUpgrade().get()).isTrue();
        model.asOf().upgrade(true);

        assertThat(row("pandas").version()).isNotEqualTo(older);
        assertThat(told()).isEqualTo("Versions are chosen anew.");
        model.asOf().upgrade(false);
        assertThat(row("pandas").version()).isEqualTo(older);
    }

    @Test
    void aRemedyCountsOverAVersionThatWasWrittenByHandAndTheFilesSaySo() throws IOException {
        Files.writeString(folder.resolve("requirements.in"), "numpy==1.15.4\npandas==2.2.3\n");
        session.open(folder);
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.VENV)).withPython(Optional.of("3.12")));
        assertThat(model.fit().fit().get().kind()).isEqualTo(Fit.Kind.DOES_NOT_FIT);

        Fix remedy = model.fit().fit().get().problems().get(0).fixes().stream()
                .filter(fix -> fix.text().startsWith("Use numpy "))
                .findFirst()
                .orElseThrow();
        remedy.run().run();

        assertThat(model.fit().fit().get().kind()).isNotIn(Fit.Kind.DOES_NOT_FIT, Fit.Kind.CLASHES);
        assertThat(session.preview().get().ready().orElseThrow().comparison().changes())
                .filteredOn(change -> change.path().equals("requirements.in"))
                .singleElement()
                .satisfies(change ->
                        assertThat(change.notes()).anyMatch(note -> note.startsWith("numpy==1.15.4 became numpy==")));
    }
}
