package org.specimen.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.index.FakePyPi;
import org.specimen.index.LiveIndex;
import org.specimen.net.Server;
import org.specimen.net.Webs;
import org.specimen.problem.NetworkFailure;
import org.specimen.problem.NoSolution;
import org.specimen.python.Requirement;
import org.specimen.python.Version;
import org.specimen.task.Progress;

/** Whole locks from an index on loopback that is broken, hostile, or odd. */
@Timeout(60)
class HostileIndexTest {

    private final FakePyPi pypi = new FakePyPi();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        pypi.close();
    }

    private List<String> pins(String... requirements) {
        return pins(Progress.NONE, requirements);
    }

    private List<String> pins(Progress progress, String... requirements) {
        return lock(progress, requirements).pip().stream()
                .map(pin -> pin.name() + " " + pin.version())
                .toList();
    }

    private Lockfile.Pip lock(Progress progress, String... requirements) {
        try (LiveIndex index = new LiveIndex(
                new Webs().open(), List.of(pypi.simple()), Optional.of(Version.parse("3.12.1")), progress)) {
            return new PipPinner(index, Catalogue.open())
                    .pin(
                            new PipRequest(
                                    Version.parse("3.12.1"),
                                    EnumSet.of(TargetPlatform.LINUX_X86_64),
                                    Stream.of(requirements)
                                            .map(Requirement::parse)
                                            .toList(),
                                    Map.of()),
                            progress);
        }
    }

    private String release(String name, String version, String... more) {
        return pypi.wheelWithMetadata(
                name + "-" + version + "-py3-none-any.whl",
                "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n" + String.join("\n", more)
                        + "\n");
    }

    @Test
    void extrasThatAskForEachOtherInACircleEnd() {
        pypi.json("app", release("app", "1.0", "Provides-Extra: a", "Requires-Dist: lib[b]; extra == 'a'"));
        pypi.json("lib", release("lib", "1.0", "Provides-Extra: b", "Requires-Dist: app[a]; extra == 'b'"));

        assertThat(pins("app[a]")).containsExactly("app 1.0", "lib 1.0");
    }

    @Test
    void aDistributionThatNeedsItselfInAnotherVersionCannotBeHad() {
        pypi.json("app", release("app", "2.0", "Requires-Dist: app<2"), release("app", "1.0"));

        assertThat(pins("app")).containsExactly("app 1.0");
        assertThatThrownBy(() -> pins("app>=2")).isInstanceOf(NoSolution.class);
    }

    /** What a page on the web says lies on this computer is not looked at. */
    @Test
    void aPageOnTheWebDoesNotLeadToFilesOfThisComputer() throws IOException {
        Path wheel = folder.resolve("app-2.0-py3-none-any.whl");
        Files.write(
                wheel,
                FakePyPi.wheel("app-2.0.dist-info", "Metadata-Version: 2.1\nName: app\nVersion: 2.0\n", new byte[10]));
        release("app", "1.0");
        pypi.html(
                "app",
                "<a href=\"" + wheel.toUri() + "\">app</a>"
                        + "<a data-core-metadata=true href=\"../../files/app-1.0-py3-none-any.whl\">app</a>");

        assertThat(pins("app")).containsExactly("app 1.0");

        pypi.html("app", "<base href=\"" + folder.toUri() + "\"><a href=\"app-2.0-py3-none-any.whl\">app</a>");
        assertThat(lock(Progress.NONE, "app").pip().get(0).files())
                .allSatisfy(file -> assertThat(file.address().getScheme()).isEqualTo("http"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Requires-Dist: lib >>> 3",
                "Requires-Dist: lib; python_version ~ 'x'",
                "Requires-Dist: lib; platform_release >= 'a' and python_version >",
            })
    void aReleaseThatSaysNonsenseIsPassedOverAndTold(String nonsense) {
        pypi.json("app", release("app", "2.0", nonsense), release("app", "1.0"));

        Lockfile.Pip lock = lock(Progress.NONE, "app");

        assertThat(lock.pip()).extracting(pin -> pin.version().toString()).containsExactly("1.0");
        assertThat(lock.notes()).anyMatch(note -> note.startsWith("Passed over") && note.contains("app 2.0"));
    }

    @Test
    void metadataWithoutEndIsNotRead() {
        byte[] endless = ("Metadata-Version: 2.1\nName: app\nVersion: 2.0\nDescription: " + "x".repeat(17 << 20) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        String entry = release("app", "2.0");
        pypi.server()
                .page(
                        "/files/app-2.0-py3-none-any.whl.metadata",
                        exchange -> Server.say(exchange, 200, "application/octet-stream", endless));
        pypi.json("app", entry, release("app", "1.0"));

        NetworkFailure failure = catchThrowableOfType(NetworkFailure.class, () -> pins("app"));

        assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.TOO_LARGE);
        assertThat(failure.explanation()).contains("app-2.0-py3-none-any.whl.metadata");
    }

    @Test
    void aPageThatUnpacksToFarMoreThanItIsIsNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            byte[] nothing = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 120; megabyte++) {
                out.write(nothing);
            }
        }
        pypi.server().page("/simple/app/", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            Server.say(exchange, 200, "text/html", packed.toByteArray());
        });

        NetworkFailure failure = catchThrowableOfType(NetworkFailure.class, () -> pins("app"));

        assertThat(failure.explanation()).contains("/simple/app/").contains("longer than a page");
    }

    @Test
    void aPageThatIsNestedWithoutEndIsNotUnderstood() {
        pypi.server()
                .text(
                        "/simple/app/",
                        "application/vnd.pypi.simple.v1+json",
                        "{\"meta\": {\"api-version\": \"1.0\"}, \"files\": " + "[".repeat(200_000));

        NetworkFailure failure = catchThrowableOfType(NetworkFailure.class, () -> pins("app"));

        assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.BAD_ANSWER);
    }

    /** PEP 440: 1.0 and 1.0.0 are one version. */
    @Test
    void oneVersionInTwoSpellingsIsOneRelease() {
        pypi.json("app", release("app", "1.0"), FakePyPi.entry("app-1.0.0.tar.gz", new byte[] {1}));

        Lockfile.Pip lock = lock(Progress.NONE, "app");

        assertThat(lock.pip())
                .singleElement()
                .satisfies(pin -> assertThat(pin.hashes()).hasSize(2));
    }

    @Test
    void fiveThousandReleasesThatDoNotFitAreGoneThrough() {
        pypi.json(
                "app",
                IntStream.range(0, 5000)
                        .mapToObj(number -> release("app", "1." + number, number == 7 ? "" : "Requires-Dist: lib>=2"))
                        .toArray(String[]::new));
        pypi.json("lib", release("lib", "1.0"));

        assertThat(pins("app", "lib<2")).containsExactly("app 1.7", "lib 1.0");
    }

    @Test
    void aNewerWheelWhoseInsideSaysOtherwiseIsPassedOver() {
        pypi.json(
                "app",
                pypi.file(
                        "app-2.0-py3-none-any.whl",
                        FakePyPi.wheel(
                                "app-2.0.dist-info",
                                "Metadata-Version: 2.1\nName: other\nVersion: 2.0\n",
                                new byte[10])),
                release("app", "1.0"));

        assertThat(pins("app")).containsExactly("app 1.0");
    }

    @Test
    void cancellingEndsAWholeResolutionAtOnce() throws InterruptedException {
        AtomicBoolean cancelled = new AtomicBoolean();
        CountDownLatch hanging = new CountDownLatch(1);
        Progress progress = new Progress() {
            @Override
            public void doing(String what, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        };
        pypi.json("app", release("app", "1.0", "Requires-Dist: slow"));
        pypi.server().page("/simple/slow/", exchange -> {
            cancelled.set(true);
            try {
                hanging.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        long begin = System.nanoTime();

        assertThatThrownBy(() -> pins(progress, "app")).isInstanceOf(CancellationException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        hanging.countDown();
    }
}
