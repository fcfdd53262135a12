package org.specimen.ui.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.specimen.advice.Stack;
import org.specimen.ui.packages.PackageRow.Kind;
import org.specimen.ui.packages.PackageRow.State;

class AddingModelTest extends PackagesStep {

    @Test
    void aKeyThatWasPastedIsNeitherAddedNorShown() {
        session.startWithoutProject();
        String key = "hf_" + "aB3dE6gH9j".repeat(4);

        model.adding().add(key);

        assertThat(names()).isEmpty();
        assertThat(told()).isNotEmpty().doesNotContainIgnoringCase("aB3dE6gH9j");
    }

    @Test
    void addsByNameAndCountsWhatItNeeds() {
        session.startWithoutProject();
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.VENV)));

        model.adding().add("Pandas");

        assertThat(names()).containsExactly("pandas");
        assertThat(told()).isEqualTo("pandas is added.");
        assertThat(model.fit().fit().get().sentence()).containsPattern("(each of|these) \\d+ ");
        model.rows().showAll().set(true);
        assertThat(row("numpy").kind()).isEqualTo(Kind.NEEDED);
        assertThat(RowTexts.found(row("numpy"))).isEqualTo("needed by pandas");
    }

    @Test
    void takesAnImportNameForTheDistributionBehindIt() {
        session.startWithoutProject();

        model.adding().add("cv2 sklearn PIL");

        assertThat(names()).containsExactly("opencv-python", "pillow", "scikit-learn");
        assertThat(told()).contains("cv2 is what code imports; the package is called opencv-python.");
    }

    @Test
    void asksWhetherAnotherNameWasMeant() {
        session.startWithoutProject();

        model.adding().add("scikit-lern");

        assertThat(names()).isEmpty();
        assertThat(told()).isEqualTo("No package called scikit-lern is known. Did you mean scikit-learn?");
        click("Add scikit-learn");
        assertThat(names()).containsExactly("scikit-learn");
    }

    @Test
    void addsWhatIsNotKnownWithItsVersion() {
        session.startWithoutProject();

        model.adding().add("our-own-thing==1.4");

        assertThat(row("our-own-thing").version()).isEqualTo("1.4");
        assertThat(row("our-own-thing").state()).isEqualTo(State.BY_HAND);
        assertThat(told()).contains("its version stays unverified");
    }

    @Test
    void addsAPastedListWithItsComments() {
        session.startWithoutProject();

        model.adding().add("# the analysis\nnumpy>=2  # arrays\npandas\n\nnot a name at all!\n");

        assertThat(names()).containsExactly("numpy", "pandas");
        assertThat(row("numpy").why()).isEqualTo("arrays");
        assertThat(row("numpy").asked()).isEqualTo(">=2");
        assertThat(told()).startsWith("2 packages are added.").contains("not a name at all!");
    }

    @Test
    void readsACommandThatInstalls() {
        session.startWithoutProject();

        model.adding().add("pip install requests tqdm");

        assertThat(names()).containsExactly("requests", "tqdm");
    }

    @Test
    void tellsWhatCannotBeAName() {
        session.startWithoutProject();

        model.adding().add("-=-");

        assertThat(names()).isEmpty();
        assertThat(told()).isEqualTo("This could not be read as a package: -=-");
    }

    @Test
    void suggestsTheMostPopularFirstAndWhatAnImportComesFrom() {
        model.adding().typed("pand");
        assertThat(model.adding().suggestions().get().get(0).entry()).isEqualTo("pandas");

        model.adding().typed("cv2");
        assertThat(model.adding().suggestions().get().get(0))
                .extracting(Suggestion::entry, Suggestion::hint)
                .containsExactly("opencv-python", "imported as cv2");

        model.adding().typed("scikit-lern");
        assertThat(model.adding().suggestions().get().get(0).entry()).isEqualTo("scikit-learn");

        model.adding().typed("");
        assertThat(model.adding().suggestions().get()).isEmpty();
    }

    @Test
    void anImportThatIsBeingTypedSuggestsWhatItIsInstalledAs() {
        session.startWithoutProject();

        model.adding().typed("skl");

        Suggestion first = model.adding().suggestions().get().get(0);
        assertThat(first.entry()).isEqualTo("scikit-learn");
        assertThat(first.hint()).isEqualTo("imported as sklearn");
        assertThat(model.adding().suggestions().get())
                .extracting(Suggestion::entry)
                .doesNotHaveDuplicates()
                .doesNotContain("sklearn");
    }
}
