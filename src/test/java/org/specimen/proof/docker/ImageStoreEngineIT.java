package org.specimen.proof.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.command.CreateContainerResponse;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.PruneType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.machine.OperatingSystem;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.problem.BadInput;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.docker.ImageStore.Loaded;
import org.specimen.proof.docker.ImageStore.Saved;
import org.specimen.proof.docker.ImageStore.Unused;
import org.specimen.task.Cancelled;
import org.specimen.task.Progress;

/** Images that go into files, come out of them, and what builds leave, with an engine that nobody else uses. */
class ImageStoreEngineIT {

    private static final String NAME = "specimen-it-store";
    private static final String BASE = "python:3.11.16-slim-bookworm";
    private static final EnvironmentPlan PLAN = Plans.named(NAME);

    private static PrivateEngine engine;
    private static ImageStore images;

    @TempDir
    private Path folder = Path.of(".");

    @TempDir
    private Path files = Path.of(".");

    @BeforeAll
    static void start() throws Exception {
        engine = PrivateEngine.start();
        engine.provide(BASE);
        images = new ImageStore(Engines.of(engine::found));
    }

    @AfterAll
    static void end() throws IOException {
        if (engine != null) {
            engine.close();
        }
    }

    @AfterEach
    void forget() {
        Set<String> kept = Set.of(BASE, TestEngine.PYTHON);
        try (Engine open = Engine.at(engine.found())) {
            tags().stream().filter(tag -> !kept.contains(tag)).forEach(tag -> TestEngine.remove(open, tag));
            open.quick().pruneCmd(PruneType.IMAGES).withDangling(true).exec();
        }
    }

    private static Stream<String> names(Image image) {
        return image.getRepoTags() == null
                ? Stream.of()
                : Arrays.stream(image.getRepoTags()).filter(name -> !name.startsWith("<none>"));
    }

    /** Never the same, so that no layer of an earlier test fits. */
    private String build(String steps) throws IOException {
        String said = "forty-two of " + Instant.now();
        Files.writeString(folder.resolve("data.txt"), said + "\n");
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + BASE + "\nLABEL org.specimen.project=" + NAME + "\nWORKDIR /project\nCOPY . ./\n" + steps
                        + "CMD [\"python3\"]\n");
        new DockerMaker(Engines.of(engine::found))
                .make(Plans.request(folder, NAME), new Heard(), Progress.NONE)
                .close();
        return said;
    }

    private static Set<String> ids() {
        try (Engine open = Engine.at(engine.found())) {
            return open.quick().listImagesCmd().withShowAll(true).exec().stream()
                    .map(Image::getId)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<String> tags() {
        try (Engine open = Engine.at(engine.found())) {
            return open.quick().listImagesCmd().exec().stream()
                    .flatMap(ImageStoreEngineIT::names)
                    .toList();
        }
    }

    private static int run(String... words) {
        try (Engine open = Engine.at(engine.found())) {
            CreateContainerResponse container =
                    open.quick().createContainerCmd(NAME).withCmd(words).exec();
            try {
                open.quick().startContainerCmd(container.getId()).exec();
                return open.patient()
                        .waitContainerCmd(container.getId())
                        .exec(new WaitContainerResultCallback())
                        .awaitStatusCode();
            } finally {
                ContainerRun.remove(open, container.getId());
            }
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    /** Cancels as soon as it hears of so many bytes. */
    private static Progress cancelledAfter(long bytes) {
        boolean[] isCancelled = {false};
        return new Progress() {
            @Override
            public void doing(String what, long done, long total) {
                isCancelled[0] |= done >= bytes && total > 0;
            }

            @Override
            public boolean isCancelled() {
                return isCancelled[0];
            }
        };
    }

    @Test
    void anImageGoesIntoAFileAndComesOutOfItAndRuns() throws Exception {
        String said = build("");
        Heard heard = new Heard();

        Saved plain = images.save(PLAN, files.resolve("my-map.tar"), false, heard);
        Saved packed = images.save(PLAN, files.resolve("my-map.tar.gz"), false, Progress.NONE);

        assertThat(plain.image()).isEqualTo(NAME + ":latest");
        assertThat(plain.sha256()).isEqualTo(sha256(plain.file()));
        assertThat(packed.sha256()).isEqualTo(sha256(packed.file()));
        assertThat(plain.bytes()).isEqualTo(Files.size(plain.file()));
        assertThat(packed.bytes()).isEqualTo(Files.size(packed.file())).isLessThan(plain.bytes() / 2);
        assertThat(heard.doings.get(0)).startsWith("saving the image to my-map.tar: 0.0 of ");
        assertThat(heard.doings).last().asString().matches("saving the image to my-map.tar: (\\d+) of \\1 MB");
        assertThat(files.toFile().list()).containsExactlyInAnyOrder("my-map.tar", "my-map.tar.gz");
        for (Saved saved : List.of(plain, packed)) {
            forget();
            assertThat(tags()).doesNotContain(NAME + ":latest");
            Heard loading = new Heard();

            Loaded loaded = images.load(saved.file(), false, loading);

            assertThat(loaded.images()).containsExactly(NAME + ":latest");
            assertThat(loading.doings.get(0)).startsWith("looking through my-map.tar");
            assertThat(loading.doings).last().asString().startsWith("loading my-map.tar");
            assertThat(run("grep", "-q", said, "/project/data.txt")).isZero();
        }
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyOnRequest() throws Exception {
        build("");
        Path file = Files.writeString(files.resolve("mine.tar"), "mine");

        assertThatThrownBy(() -> images.save(PLAN, file, false, Progress.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(file + " is there already");
        assertThat(file).hasContent("mine");

        images.save(PLAN, file, true, Progress.NONE);

        assertThat(ImageArchive.read(file, Progress.NONE).images()).containsOnlyKeys(NAME + ":latest");
    }

    @Test
    void whatIsNotBuiltOrNotOursIsNotSaved() {
        Path file = files.resolve("a.tar");
        assertThatThrownBy(() -> images.save(PLAN, file, false, Progress.NONE))
                .isInstanceOf(NoSolution.class)
                .hasMessageContaining("There is no image " + NAME + ":latest here. Build it first.");
        try (Engine open = Engine.at(engine.found())) {
            open.quick().tagImageCmd(BASE, NAME, "latest").exec();
        }

        assertThatThrownBy(() -> images.save(PLAN, file, false, Progress.NONE))
                .isInstanceOf(NoSolution.class)
                .hasMessageContaining("was not made by Specimen");

        assertThat(files.toFile().list()).isEmpty();
    }

    @Test
    void savingThatIsCancelledLeavesNoFile() throws Exception {
        build("");

        assertThatThrownBy(() -> images.save(PLAN, files.resolve("a.tar"), false, cancelledAfter(10_000_000)))
                .isInstanceOf(Cancelled.class);

        assertThat(files.toFile().list()).isEmpty();
    }

    @Test
    void savingOnAFullDiskLeavesNoFile() throws Exception {
        build("");
        ImageStore blind = new ImageStore(
                new Engines(engine::found, new Preflight(OperatingSystem.LINUX, path -> OptionalLong.empty())));
        Path disk = files.resolve("disk");
        Files.createDirectory(disk);
        assertThat(command("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", disk.toString()))
                .isZero();
        try {
            assertThatThrownBy(() -> images.save(PLAN, disk.resolve("a.tar"), false, Progress.NONE))
                    .isInstanceOf(OutsideFailure.class)
                    .hasMessageContaining("There is too little space for " + disk.resolve("a.tar"));
            assertThatThrownBy(() -> blind.save(PLAN, disk.resolve("a.tar"), false, Progress.NONE))
                    .isInstanceOf(OutsideFailure.class)
                    .hasMessageContaining("could not be written: No space left on device");
            assertThat(disk.toFile().list()).isEmpty();
        } finally {
            command("umount", disk.toString());
        }
    }

    private static int command(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words).start().waitFor();
    }

    @Test
    void loadingThatIsCancelledLeavesNoImage() throws Exception {
        build("");
        Path file =
                images.save(PLAN, files.resolve("a.tar"), false, Progress.NONE).file();
        forget();
        Set<String> before = ids();

        assertThatThrownBy(() -> images.load(file, false, cancelledAfter(10_000_000)))
                .isInstanceOf(Cancelled.class);

        assertThat(ids()).isEqualTo(before);
    }

    @Test
    void anImageOfSomebodyElseLosesItsNameOnlyOnRequest() throws Exception {
        build("");
        Path file =
                images.save(PLAN, files.resolve("a.tar"), false, Progress.NONE).file();
        forget();
        String foreign;
        try (Engine open = Engine.at(engine.found())) {
            open.quick().tagImageCmd(BASE, NAME, "latest").exec();
            foreign = open.quick().inspectImageCmd(NAME).exec().getId();
        }

        assertThat(images.load(file, false, Progress.NONE))
                .isEqualTo(new Loaded(file, List.of(), List.of(NAME + ":latest")));
        try (Engine open = Engine.at(engine.found())) {
            assertThat(open.quick().inspectImageCmd(NAME).exec().getId()).isEqualTo(foreign);
        }

        assertThat(images.load(file, true, Progress.NONE).images()).containsExactly(NAME + ":latest");
    }

    @Test
    void whatTheEngineDoesNotTakeIsToldInItsWords() throws Exception {
        build("");
        Path file =
                images.save(PLAN, files.resolve("a.tar"), false, Progress.NONE).file();
        forget();
        byte[] bytes = Files.readAllBytes(file);
        byte[] sign = "\"rootfs\"".getBytes(StandardCharsets.US_ASCII);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"rootfs\"");
        bytes[at + sign.length] = '!';
        Files.write(file, bytes);

        assertThatThrownBy(() -> images.load(file, false, Progress.NONE))
                .isInstanceOf(NoSolution.class)
                .hasMessageContaining("The engine does not take the images of a.tar");

        assertThat(tags()).doesNotContain(NAME + ":latest");
    }

    @Test
    void whatBuildsLeftIsRemovedAndNothingElse() throws Exception {
        build("RUN head -c 30000000 /dev/urandom > /filler\n");
        build("RUN head -c 3000000 /dev/urandom > /filler\n");
        assertThatThrownBy(() -> build("RUN echo x > /x && exit 7\n")).isInstanceOf(NoSolution.class);
        foreignLeaving();
        Set<String> persons = Set.of(committed(), builtOnOurs());
        Set<String> before = ids();
        List<String> tags = tags();

        Unused unused = images.unused(Progress.NONE);
        assertThat(ids()).isEqualTo(before);
        Unused removed = images.clean(Progress.NONE);

        assertThat(removed).isEqualTo(unused);
        assertThat(removed.bytes()).isBetween(30_000_000L, 31_000_000L);
        assertThat(before).hasSize(ids().size() + removed.layers());
        assertThat(tags()).hasSameElementsAs(tags).contains(NAME + ":latest", BASE);
        assertThat(run("test", "-s", "/filler")).isZero();
        assertThat(foreignLeavings()).hasSize(1);
        assertThat(ids()).containsAll(persons);
        assertThat(images.clean(Progress.NONE)).isEqualTo(new Unused(0, 0));
    }

    /** An image without a name that somebody else built. */
    private void foreignLeaving() throws IOException {
        Path other = Files.createDirectory(files.resolve("other"));
        Files.writeString(other.resolve("Dockerfile"), "FROM " + BASE + "\nLABEL whose=mine\n");
        try (Engine open = Engine.at(engine.found())) {
            open.patient().buildImageCmd(other.toFile()).start().awaitImageId();
        }
    }

    /** An image without a name that a person made of a container of ours. */
    private static String committed() {
        try (Engine open = Engine.at(engine.found())) {
            String container = open.quick().createContainerCmd(NAME).exec().getId();
            try {
                return open.patient().commitCmd(container).exec();
            } finally {
                ContainerRun.remove(open, container);
            }
        }
    }

    /** And one of a Dockerfile of theirs that begins with ours. */
    private String builtOnOurs() throws IOException {
        Path theirs = Files.createDirectory(files.resolve("theirs"));
        Files.writeString(theirs.resolve("Dockerfile"), "FROM " + NAME + "\nENV THEIRS=1\nCMD [\"true\"]\n");
        try (Engine open = Engine.at(engine.found())) {
            String id = open.patient().buildImageCmd(theirs.toFile()).start().awaitImageId();
            return String.valueOf(open.quick().inspectImageCmd(id).exec().getId());
        }
    }

    private static List<Image> foreignLeavings() {
        try (Engine open = Engine.at(engine.found())) {
            return open.quick().listImagesCmd().withShowAll(true).exec().stream()
                    .filter(image -> Objects.nonNull(image.getLabels())
                            && image.getLabels().containsKey("whose"))
                    .toList();
        }
    }
}
