package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.catalogue.Catalogue;
import org.specimen.task.Progress;

/** What shows that a project's results depend on random numbers. */
class RandomnessTest {

    private static final Path SAMPLES = Path.of("src/main/resources/org/specimen/samples");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rng = np.random.default_rng(42)",
                "rng = np.random.default_rng()",
                "x = rng.normal(size=3)",
                "x = self.rng.choice(y)",
                "x = rng.random(3)",
                "np.random.seed(1)",
                "random.seed(1)",
                "torch.manual_seed(0)",
                "tf.random.set_seed(0)",
                "key = jax.random.PRNGKey(0)",
                "key = jax.random.key(0)",
                "model = LogisticRegression(random_state=3)",
                "model = Tree(depth=2, random_state=SEED)",
                "a, b = train_test_split(x)"
            })
    void showsInALine(String line) throws IOException {
        ProjectFacts facts = new Scans(folder).with("a.py", line + "\n").scan();

        assertThat(facts.randomness()).containsExactly(Evidence.of("a.py", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = np.normal(3)",
                "random_state = 3",
                "x = shuffle(y)",
                "x = cards.choice(3)",
                "key = key(0)",
                "# rng.normal(3)"
            })
    void doesNotShowInALineThatIsNotOfRandomNumbers(String line) throws IOException {
        assertThat(new Scans(folder).with("a.py", line + "\n").scan().randomness())
                .isEmpty();
    }

    @Test
    void showsWhereAGeneratorOfAnyNameIsUsed() throws IOException {
        Scans project = new Scans(folder).with("a.py", "dice = random.Random(6)\nprint(dice.randint(1, 6))\n");

        assertThat(project.scan().randomness()).containsExactly(Evidence.of("a.py", 1), Evidence.of("a.py", 2));
        assertThat(project.warnings(WarningKind.UNSEEDED)).isEmpty();
    }

    @Test
    void aStateOfNoneIsNoSeed() throws IOException {
        Scans project = new Scans(folder).with("a.py", "fit(x, random_state=None)\n");

        assertThat(project.warnings(WarningKind.UNSEEDED)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-analysis", "gpu-deep-learning"})
    void showsInTheSamplesThatAreSeeded(String sample) {
        ProjectFacts facts =
                new ProjectScanner(Catalogue.open()).scan(SAMPLES.resolve(sample), ScanOptions.DEFAULT, Progress.NONE);

        assertThat(facts.randomness()).isNotEmpty();
        assertThat(facts.warnings()).extracting(ProjectFacts.Warning::kind).doesNotContain(WarningKind.UNSEEDED.key());
    }
}
