package org.specimen.ui.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
}
