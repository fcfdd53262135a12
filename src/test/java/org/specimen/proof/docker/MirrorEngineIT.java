package org.specimen.proof.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.problem.NoSolution;
import org.specimen.proof.EnvironmentIdentity;
import org.specimen.proof.MadeEnvironment;
import org.specimen.proof.MakeRequest;
import org.specimen.proof.RegistryMirror;
import org.specimen.proof.docker.ImageStore.Fetched;

/** Base images from a registry, and from a mirror of Docker Hub. */
class MirrorEngineIT {

    private static final String NAME = "specimen-it-mirror";

    /** Nobody else's: it is not on Docker Hub. */
    private static final String BASE = "specimen-it/base:3.12.4-slim";

    private static final String REPOSITORY = "specimen-it/base";
    private static final String TAG = "3.12.4-slim";

    @TempDir
    private Path folder = Path.of(".");

    private final TestRegistry registry = new TestRegistry();
    private final ImageStore images = new ImageStore(Engines.of(TestEngine::found));

    @BeforeEach
    void needsAnEngine() {
        TestEngine.found();
    }

    @AfterEach
    void forget() {
        TestEngine.forget(NAME);
        forgetBase();
        registry.close();
    }

    private void forgetBase() {
        TestEngine.forget(BASE);
        TestEngine.forget(registry.domain() + "/hub/" + BASE);
        TestEngine.forget(registry.domain() + "/" + BASE);
    }

    private void dockerfile(String base) throws IOException {
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + base + "\nLABEL org.specimen.project=" + NAME + "\nCOPY . /project/\n");
        Files.writeString(folder.resolve(".dockerignore"), ".specimen\n");
        Files.writeString(folder.resolve("code.py"), "print(1)\n");
    }

    private MakeRequest request(boolean isMirrored) {
        return new MakeRequest(
                folder,
                Plans.named(NAME),
                Optional.empty(),
                List.of(),
                false,
                Optional.of(new RegistryMirror(registry.domain() + "/hub")).filter(mirror -> isMirrored));
    }

    private EnvironmentIdentity.Image make(boolean isMirrored, Heard heard) {
        try (MadeEnvironment environment = TestEngine.maker().make(request(isMirrored), heard, heard)) {
            return environment.identity().image().orElseThrow();
        }
    }

    @Test
    void theDigestOfABaseIsThatOfAllItsPlatforms() throws IOException {
        String digest = registry.add(REPOSITORY, TAG, "base");
        String base = registry.domain() + "/" + BASE;
        dockerfile(base);

        EnvironmentIdentity.Image image = make(false, new Heard());

        assertThat(image.base()).isEqualTo(base);
        assertThat(image.baseDigest()).contains(digest);
        dockerfile(base + "@" + digest);
        EnvironmentIdentity.Image again = make(false, new Heard());
        assertThat(again.baseDigest()).contains(digest);
        assertThat(again.id()).as("but for the Dockerfile in it").isNotEqualTo(image.id());
        assertThat(again.stepsReused()).isEqualTo(1);
    }

    @Test
    void aBaseThatIsFrozenByItsDigestIsFetchedByIt() throws IOException {
        String digest = registry.add(REPOSITORY, TAG, "base");
        String base = registry.domain() + "/" + REPOSITORY + "@" + digest;
        registry.add(REPOSITORY, TAG, "another since");
        dockerfile(registry.domain() + "/" + BASE + "@" + digest);
        Heard heard = new Heard();

        EnvironmentIdentity.Image image = make(false, heard);

        assertThat(image.baseDigest()).contains(digest);
        assertThat(heard.stations)
                .contains("BASE_IMAGE DONE: " + registry.domain() + "/" + BASE + "@" + digest + " downloaded");
        TestEngine.forget(NAME);
        TestEngine.forget(base);
    }

    @Test
    void aMirrorGivesTheBaseItsOwnNameAndStandsInNoFile() throws IOException {
        String digest = registry.add("hub/" + REPOSITORY, TAG, "mirrored");
        dockerfile(BASE);
        String before = Files.readString(folder.resolve("Dockerfile"));

        EnvironmentIdentity.Image image = make(true, new Heard());

        assertThat(image.base()).isEqualTo(BASE);
        assertThat(image.baseDigest()).contains(digest);
        assertThat(TestEngine.tags()).contains(BASE, NAME + ":latest");
        assertThat(Files.readString(folder.resolve("Dockerfile"))).isEqualTo(before);
        long asked = registry.askedAbout("hub/" + REPOSITORY);
        make(true, new Heard());
        make(false, new Heard());
        assertThat(registry.askedAbout("hub/" + REPOSITORY))
                .as("questions, once it is here")
                .isEqualTo(asked);
    }

    @Test
    void aBaseThatIsFrozenComesThroughTheMirrorToo() throws IOException {
        String digest = registry.add("hub/" + REPOSITORY, TAG, "frozen");
        dockerfile(BASE + "@" + digest);
        Heard heard = new Heard();

        EnvironmentIdentity.Image image = make(true, heard);

        assertThat(image.baseDigest()).contains(digest);
        assertThat(image.base()).isEqualTo(BASE + "@" + digest);
        assertThat(registry.askedAbout("hub/" + REPOSITORY)).isPositive();
        try (Engine engine = TestEngine.open()) {
            assertThat(ImageFiles.of(engine, NAME)).contains("project/code.py", "project/Dockerfile");
            assertThat(ImageFiles.of(engine, NAME)).noneMatch(file -> file.contains(".specimen"));
        }
        assertThat(Files.readString(folder.resolve("Dockerfile"))).startsWith("FROM " + BASE + "@" + digest);
        assertThat(folder.resolve(".specimen")).doesNotExist();
        TestEngine.forget(NAME);
        TestEngine.forget(registry.domain() + "/hub/" + REPOSITORY + "@" + digest);
    }

    @Test
    void whatABuildBeginsWithIsFetchedBeforehandAndOnlyOnce() throws IOException {
        registry.add("hub/" + REPOSITORY, TAG, "fetched");
        dockerfile(BASE);
        Heard heard = new Heard();

        Fetched first = images.fetch(request(true), heard);
        Fetched second = images.fetch(request(true), heard);

        assertThat(first).isEqualTo(new Fetched(List.of(BASE), List.of()));
        assertThat(second).isEqualTo(new Fetched(List.of(), List.of(BASE)));
        assertThat(TestEngine.tags()).contains(BASE);
    }

    @Test
    void whatTheMirrorDoesNotHaveIsNamed() throws IOException {
        registry.lacks("hub/" + REPOSITORY, TAG);
        dockerfile(BASE);

        assertThatThrownBy(() -> images.fetch(request(true), new Heard()))
                .isInstanceOf(NoSolution.class)
                .hasMessageContaining(registry.domain() + "/hub/" + BASE);
        assertThat(TestEngine.tags()).noneMatch(tag -> tag.contains("specimen-it/base"));
    }
}
