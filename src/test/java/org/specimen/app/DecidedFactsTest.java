package org.specimen.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.specimen.app.BareComputer.WORKBENCH;
import static org.specimen.app.Bench.answers;
import static org.specimen.app.Bench.wished;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.advice.Answers;
import org.specimen.advice.Origin;
import org.specimen.advice.Question;
import org.specimen.advice.Recommendation;
import org.specimen.advice.Situation;
import org.specimen.advice.Stack;
import org.specimen.plan.PlanFile;
import org.specimen.project.Evidence;
import org.specimen.python.PackageName;
import org.specimen.task.Progress;

/** What a person adds by hand, or leaves out, counts for advice. */
class DecidedFactsTest {

    private static final List<Evidence> IN_THE_PLAN = List.of(Evidence.of(PlanFile.NAME));

    @TempDir
    Path folder;

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private Project open() {
        return WORKBENCH.open(folder, Progress.NONE);
    }

    private Situation situation(Wishes wishes) {
        return WORKBENCH.advise(Optional.of(open()), wishes).situation();
    }

    private static Wishes leavingOut(String name) {
        return Wishes.NONE.withLeftOut(List.of(PackageName.of(name)));
    }

    @Test
    void aPackageAddedToAnEmptyFolderShowsCompiledLibraries() {
        assertThat(situation(Wishes.NONE).one(Question.COMPILED)).isEqualTo("no");

        Situation situation = situation(Wishes.NONE.withPackages(List.of(wished("geopandas"))));

        assertThat(situation.one(Question.COMPILED)).isEqualTo("yes");
        assertThat(situation.origin(Question.COMPILED)).isEqualTo(new Origin.Found("geopandas", IN_THE_PLAN));
    }

    @Test
    void aPackageAddedWithoutAProjectCountsToo() {
        Advice advice = WORKBENCH.advise(Optional.empty(), Wishes.NONE.withPackages(List.of(wished("geopandas"))));

        assertThat(advice.facts()).isEmpty();
        assertThat(advice.situation().origin(Question.COMPILED)).isEqualTo(new Origin.Found("geopandas", IN_THE_PLAN));
        assertThat(advice.recommendation().stack()).isEqualTo(Stack.CONDA);
    }

    @Test
    void aPackageLeftOutNoLongerCounts() throws IOException {
        write("map.py", "import geopandas, numpy\n");
        assertThat(situation(Wishes.NONE).origin(Question.COMPILED))
                .isEqualTo(new Origin.Found("geopandas", List.of(Evidence.of("map.py", 1))));

        Situation without = situation(leavingOut("geopandas"));

        assertThat(without.one(Question.COMPILED)).isEqualTo("no");
        assertThat(without.origin(Question.COMPILED).toString()).doesNotContain("geopandas");
    }

    @Test
    void whatTheScanFindsKeepsItsPlace() throws IOException {
        write("map.py", "import geopandas\n");

        assertThat(situation(Wishes.NONE.withPackages(List.of(wished("geopandas<2"))))
                        .origin(Question.COMPILED))
                .isEqualTo(new Origin.Found("geopandas", List.of(Evidence.of("map.py", 1))));
    }

    @Test
    void packagesAddedByHandShowWhatGpuTheyNeed() throws IOException {
        write("train.py", "import numpy\n");

        assertThat(situation(Wishes.NONE).one(Question.GPU)).isEqualTo("none");
        assertThat(situation(Wishes.NONE.withPackages(List.of(wished("jax[cuda12]"))))
                        .origin(Question.GPU))
                .isInstanceOfSatisfying(
                        Origin.Found.class,
                        found -> assertThat(found.evidence()).isEqualTo(IN_THE_PLAN));
    }

    @Test
    void aPackageLeftOutTakesItsNeedOfAGpuAlong() throws IOException {
        write("requirements.txt", "numpy\njax[cuda12]\n");

        assertThat(situation(Wishes.NONE).one(Question.GPU)).isEqualTo("wheels");
        assertThat(situation(leavingOut("jax")).one(Question.GPU)).isEqualTo("none");
    }

    @Test
    void condaPackagesCountAsLongAsTheyAreNotLeftOut() throws IOException {
        write("environment.yml", "name: lab\nchannels: [conda-forge]\ndependencies: [numpy, gcc=14.2.0]\n");

        assertThat(situation(Wishes.NONE).one(Question.COMPILED)).isEqualTo("yes");
        assertThat(situation(leavingOut("gcc")).one(Question.COMPILED)).isEqualTo("no");
    }

    @Test
    void adviceIsTheSameInTheWindowAndInALaterRunThatReadsThePlan() throws IOException {
        write("map.py", "import numpy, pandas\n");
        Wishes wishes = Wishes.NONE
                .withAnswers(answers(Question.PEOPLE, "mixed-os-team"))
                .withPackages(List.of(wished("geopandas"), wished("openai")))
                .withLeftOut(List.of(PackageName.of("pandas")));
        Project project = open();
        Recommendation inTheWindow =
                WORKBENCH.advise(Optional.of(project), wishes).recommendation();
        Preview preview = WORKBENCH.preview(project, wishes, Progress.NONE);
        WORKBENCH.write(preview);

        Project again = open();
        Advice later = WORKBENCH.advise(Optional.of(again), Answers.NONE);

        assertThat(preview.advice().recommendation()).isEqualTo(inTheWindow);
        assertThat(later.recommendation()).isEqualTo(inTheWindow);
        assertThat(later.recommendation().habits()).isNotEmpty();
        assertThat(WORKBENCH
                        .preview(again, Wishes.NONE, Progress.NONE)
                        .comparison()
                        .changesSomething())
                .isFalse();
    }
}
