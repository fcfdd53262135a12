package org.specimen.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.index.IndexRelease.Metadata;
import org.specimen.net.RawServer;
import org.specimen.net.Server;
import org.specimen.net.Web;
import org.specimen.net.Webs;
import org.specimen.problem.NetworkFailure;
import org.specimen.problem.NetworkFailure.Kind;
import org.specimen.python.Extra;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;
import org.specimen.task.Progress;

/** An index on loopback, asked for pages and metadata of every kind. */
@Timeout(20)
class LiveIndexTest {

    private static final PackageName FLASK = PackageName.of("flask");

    private static final String METADATA = """
            Metadata-Version: 2.1
            Name: Flask
            Version: 3.1.0
            Requires-Python: >=3.9
            Requires-Dist: Werkzeug>=3.1
            Requires-Dist: asgiref>=3.2; extra == "async"
            Provides-Extra: async

            A web framework. Requires-Dist: nothing
            """;

    private final FakePyPi pypi = new FakePyPi();
    private final Webs webs = new Webs();

    @TempDir
    private Path folder;

    private LiveIndex index = new LiveIndex(webs.open(), List.of(pypi.simple()), Optional.empty(), Progress.NONE);

    @AfterEach
    void stop() {
        index.close();
        pypi.close();
    }

    private LiveIndex reopen(Web web, URI... indexes) {
        index.close();
        index = new LiveIndex(web, List.of(indexes), Optional.empty(), Progress.NONE);
        return index;
    }

    private IndexRelease release(String version) {
        return index.releases(FLASK).stream()
                .filter(found -> found.version().equals(Version.parse(version)))
                .findFirst()
                .orElseThrow();
    }

    private Metadata metadata(String version) {
        return index.metadata(FLASK, release(version)).orElseThrow();
    }

    private static List<String> versions(List<IndexRelease> releases) {
        return releases.stream().map(release -> release.version().toString()).toList();
    }

    @Test
    void tellsReleasesNewestFirstWithTheirFiles() {
        pypi.json(
                "flask",
                pypi.wheelWithMetadata("flask-3.1.0-py3-none-any.whl", METADATA),
                FakePyPi.entry("flask-3.1.0.tar.gz", new byte[] {1}),
                FakePyPi.entry("Flask-0.9-2.tar.gz", new byte[] {2}),
                FakePyPi.entry("flask-3.10.0rc1.tar.gz", new byte[] {3}),
                FakePyPi.entry("flask-nonsense.tar.gz", new byte[] {3}),
                FakePyPi.entry("flask-1.0-py2.7.egg", new byte[] {3}),
                FakePyPi.entry("flask_login-9.0-py3-none-any.whl", new byte[] {4}));

        List<IndexRelease> releases = index.releases(FLASK);

        assertThat(versions(releases)).containsExactly("3.10.0rc1", "3.1.0", "0.9.post2");
        List<ReleaseFile> files = releases.get(1).files();
        assertThat(files)
                .extracting(ReleaseFile::name)
                .containsExactly("flask-3.1.0-py3-none-any.whl", "flask-3.1.0.tar.gz");
        ReleaseFile wheel = files.get(0);
        assertThat(wheel.address()).isEqualTo(pypi.server().address("/files/flask-3.1.0-py3-none-any.whl"));
        assertThat(wheel.sha256())
                .contains(FakePyPi.sha256("flask-3.1.0-py3-none-any.whl".getBytes(StandardCharsets.UTF_8)));
        assertThat(wheel.size()).hasValue(1000);
        assertThat(wheel.uploaded()).contains(Instant.parse("2026-03-01T10:00:00.123Z"));
        assertThat(wheel.metadata().orElseThrow().address())
                .isEqualTo(pypi.server().address("/files/flask-3.1.0-py3-none-any.whl.metadata"));
    }

    @Test
    void aNameThatIsNotThereHasNoReleases() {
        assertThat(index.releases(FLASK)).isEmpty();
    }

    @Test
    void readsPagesInHtmlWithTheirQuirks() {
        String digest = "ab".repeat(32);
        pypi.html("flask", """
                <!-- <a href="flask-9.0.tar.gz">flask-9.0.tar.gz</a> -->
                <base href="/files/">
                <A HREF='flask-3.1.0-py3-none-any.whl#sha256=%s'
                   data-requires-python="&gt;=3.9,&lt;4" data-dist-info-metadata="true">flask-3.1.0...</A><br/>
                <a href=flask-3.0.0.tar.gz data-yanked="broken &amp; bad">x</a>
                <a data-yanked href="https://other.example.org/a b/flask-2.0%%2Blocal-py3-none-any.whl?x=1#md5=0">y</a>
                <a>no link</a>
                """.formatted(digest));

        List<IndexRelease> releases = index.releases(FLASK);

        assertThat(versions(releases)).containsExactly("3.1.0", "3.0.0", "2.0+local");
        ReleaseFile newest = releases.get(0).files().get(0);
        assertThat(newest.address()).isEqualTo(pypi.server().address("/files/flask-3.1.0-py3-none-any.whl"));
        assertThat(newest.sha256()).contains(digest);
        assertThat(newest.requiresPython()).contains(SpecifierSet.parse(">=3.9,<4"));
        assertThat(newest.hasMetadata()).isTrue();
        assertThat(newest.yanked()).isEmpty();
        assertThat(releases.get(1).yanked()).contains("broken & bad");
        assertThat(releases.get(2).yanked()).contains("");
        assertThat(releases.get(2).files().get(0).address())
                .hasToString("https://other.example.org/a%20b/flask-2.0%2Blocal-py3-none-any.whl?x=1");
    }

    @Test
    void readsMetadataBesideTheWheel() {
        pypi.json("flask", pypi.wheelWithMetadata("flask-3.1.0-py3-none-any.whl", METADATA));

        Metadata metadata = metadata("3.1.0");

        assertThat(metadata.requiresPython()).isEqualTo(SpecifierSet.parse(">=3.9"));
        assertThat(metadata.requires())
                .containsExactly(
                        Requirement.parse("werkzeug>=3.1"), Requirement.parse("asgiref>=3.2; extra == 'async'"));
        assertThat(metadata.extras()).containsExactly(Extra.of("async"));
        assertThat(pypi.server().askedFor("/files/flask-3.1.0-py3-none-any.whl"))
                .isZero();
    }

    @Test
    void metadataOfAnotherHashIsNotBelieved() {
        pypi.json("flask", pypi.wheelWithMetadata("flask-3.1.0-py3-none-any.whl", METADATA));
        pypi.server().text("/files/flask-3.1.0-py3-none-any.whl.metadata", "text/plain", METADATA + "changed");

        assertThatThrownBy(() -> metadata("3.1.0"))
                .isInstanceOf(UnreadableMetadata.class)
                .hasMessage("the metadata of flask-3.1.0-py3-none-any.whl does not have the hash that the index gives"
                        + " for it");
    }

    @Test
    void readsMetadataInsideALargeWheelWithoutLoadingIt() {
        byte[] payload = new byte[3_000_000];
        new Random(1).nextBytes(payload);
        pypi.json(
                "flask",
                pypi.file("flask-3.1.0-py3-none-any.whl", FakePyPi.wheel("flask-3.1.0.dist-info", METADATA, payload)));

        assertThat(metadata("3.1.0").requires()).hasSize(2);
        assertThat(pypi.bytesServed()).isLessThan(200_000);
    }

    @Test
    void readsATableThatStandsFarBeforeTheEnd() {
        byte[] wheel = FakePyPi.wheel("flask-3.1.0.dist-info", METADATA, new byte[200_000]);
        byte[] commented = java.util.Arrays.copyOf(wheel, wheel.length + 65_000);
        commented[wheel.length - 2] = (byte) (65_000 & 0xff);
        commented[wheel.length - 1] = (byte) (65_000 >> 8);
        pypi.json("flask", pypi.file("flask-3.1.0-py3-none-any.whl", commented));

        assertThat(metadata("3.1.0").requires()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 6_000_000})
    void loadsTheWholeWheelFromAServerThatKnowsNoRanges(int size) {
        pypi.json(
                "flask",
                pypi.fileWithoutRanges(
                        "flask-3.1.0-py3-none-any.whl",
                        FakePyPi.wheel("flask-3.1.0.dist-info", METADATA, new byte[size])));

        assertThat(metadata("3.1.0").requires()).hasSize(2);
    }

    @Test
    void aWholeWheelOfAnotherHashIsNotBelieved() {
        byte[] wheel = FakePyPi.wheel("flask-3.1.0.dist-info", METADATA, new byte[6_000_000]);
        pypi.fileWithoutRanges("flask-3.1.0-py3-none-any.whl", wheel);
        pypi.json("flask", FakePyPi.entry("flask-3.1.0-py3-none-any.whl", new byte[] {1}));

        assertThatThrownBy(() -> metadata("3.1.0"))
                .isInstanceOf(UnreadableMetadata.class)
                .hasMessageContaining("hash");
    }

    @Test
    void aWheelThatSaysToBeAnotherIsNotBelieved() {
        pypi.json("flask", pypi.wheelWithMetadata("flask-3.1.0-py3-none-any.whl", METADATA.replace("3.1.0", "3.2.0")));

        assertThatThrownBy(() -> metadata("3.1.0"))
                .isInstanceOf(UnreadableMetadata.class)
                .hasMessage("its file flask-3.1.0-py3-none-any.whl says that it is flask 3.2.0");
    }

    @Test
    void aRequirementThatNobodyCanParseConcernsThatReleaseAlone() {
        String old = METADATA.replace("3.1.0", "3.0.0").replace("Werkzeug>=3.1", "Werkzeug (>=3.1))");
        pypi.json(
                "flask",
                pypi.wheelWithMetadata("flask-3.1.0-py3-none-any.whl", METADATA),
                pypi.wheelWithMetadata("flask-3.0.0-py3-none-any.whl", old));

        assertThatThrownBy(() -> metadata("3.0.0"))
                .isInstanceOf(UnreadableMetadata.class)
                .hasMessage("its Requires-Dist 'Werkzeug (>=3.1))' is no requirement");
        assertThat(metadata("3.1.0").requires()).hasSize(2);
    }

    @Test
    void aWheelThatIsNoArchiveIsNotUnderstood() {
        pypi.json("flask", pypi.file("flask-3.1.0-py3-none-any.whl", "garbage".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> metadata("3.1.0")).isInstanceOf(UnreadableMetadata.class);
    }

    @Test
    void aSourceDistributionTellsWhatBuildingCannotChange() {
        String final22 = METADATA.replace("Metadata-Version: 2.1", "Metadata-Version: 2.2");
        pypi.json("flask", pypi.file("flask-3.1.0.tar.gz", FakePyPi.sdist("flask-3.1.0", final22)));

        assertThat(metadata("3.1.0").requires()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Metadata-Version: 2.1", "Metadata-Version: 2.3\nDynamic: Requires-Dist"})
    void aSourceDistributionThatHasToBeBuiltTellsNothing(String head) {
        String open = METADATA.replace("Metadata-Version: 2.1", head);
        pypi.json("flask", pypi.file("flask-3.1.0.tar.gz", FakePyPi.sdist("flask-3.1.0", open)));

        assertThat(index.metadata(FLASK, release("3.1.0"))).isEmpty();
    }

    @Test
    void aSecondRunAsksForNothingThatIsFresh() {
        webs.cacheIn(folder);
        String entry = pypi.wheelWithMetadata("flask-3.1.0-py3-none-any.whl", METADATA);
        pypi.server().page("/simple/flask/", exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", "max-age=600");
            Server.say(
                    exchange,
                    200,
                    "application/vnd.pypi.simple.v1+json",
                    ("{\"files\": [" + entry + "]}").getBytes(StandardCharsets.UTF_8));
        });
        reopen(webs.open(), pypi.simple());
        Metadata first = metadata("3.1.0");
        int asked = pypi.server().questions().size();

        reopen(webs.open(), pypi.simple());

        assertThat(metadata("3.1.0")).isEqualTo(first);
        assertThat(pypi.server().questions()).hasSize(asked);
    }

    @Test
    void withoutTheServerTheLastAnswersHoldAndAreTold() {
        webs.cacheIn(folder);
        pypi.json(
                "flask",
                pypi.file(
                        "flask-3.1.0-py3-none-any.whl",
                        FakePyPi.wheel("flask-3.1.0.dist-info", METADATA, new byte[10])));
        reopen(webs.open(), pypi.simple());
        Metadata first = metadata("3.1.0");
        URI simple = pypi.simple();
        pypi.close();

        reopen(webs.open(), simple);

        assertThat(metadata("3.1.0")).isEqualTo(first);
        assertThat(index.notes())
                .containsExactly("the index 127.0.0.1:" + simple.getPort()
                        + " could not be asked, so that versions are taken as it told them on 2026-11-20.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"files\": [{\"filename\"",
                "[]",
                "{\"name\": \"flask\"}",
                "{\"meta\": {\"api-version\": \"2.0\"}, \"files\": []}"
            })
    void aPageThatIsNoneIsToldAndNotKept(String body) throws IOException {
        webs.cacheIn(folder);
        pypi.server().text("/simple/flask/", "application/vnd.pypi.simple.v1+json", body);
        reopen(webs.open(), pypi.simple());

        NetworkFailure failure = catchThrowableOfType(NetworkFailure.class, () -> index.releases(FLASK));

        assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(failure.explanation()).contains("/simple/flask/", "package index");
        try (var kept = Files.list(folder)) {
            assertThat(kept).isEmpty();
        }
    }

    @Test
    void aPageOfAnotherKindIsTold() {
        pypi.server().text("/simple/flask/", "image/png", "PNG");

        assertThat(catchThrowableOfType(NetworkFailure.class, () -> index.releases(FLASK))
                        .explanation())
                .contains("image/png");
    }

    @Test
    void severalIndexesAreOfOneRank() {
        try (FakePyPi other = new FakePyPi()) {
            byte[] same = {1};
            pypi.json("flask", FakePyPi.entry("flask-1.0.tar.gz", same), FakePyPi.entry("flask-2.0.tar.gz", same));
            other.json(
                    "flask",
                    FakePyPi.entry("flask-2.0.tar.gz", same),
                    FakePyPi.entry("flask-2.0-py3-none-any.whl", same),
                    FakePyPi.entry("flask-3.0.tar.gz", same));
            reopen(webs.open(), pypi.simple(), other.simple());

            assertThat(versions(index.releases(FLASK))).containsExactly("3.0", "2.0", "1.0");
            assertThat(release("2.0").files())
                    .extracting(ReleaseFile::name)
                    .containsExactly("flask-2.0.tar.gz", "flask-2.0-py3-none-any.whl");
        }
    }

    @Test
    void severalIndexesAreAskedSideBySide() {
        try (FakePyPi other = new FakePyPi()) {
            CountDownLatch together = new CountDownLatch(2);
            Server.Page page = exchange -> {
                together.countDown();
                try {
                    boolean both = together.await(10, TimeUnit.SECONDS);
                    Server.say(exchange, both ? 404 : 500, "text/plain", new byte[0]);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            };
            pypi.server().page("/simple/flask/", page);
            other.server().page("/simple/flask/", page);
            reopen(webs.open(), pypi.simple(), other.simple());

            assertThat(index.releases(FLASK)).isEmpty();
        }
    }

    @Test
    void anIndexMayBeAFolder() throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        Files.write(
                files.resolve("flask-3.1.0-py3-none-any.whl"),
                FakePyPi.wheel("flask-3.1.0.dist-info", METADATA, new byte[10]));
        Path page = Files.createDirectories(folder.resolve("simple/flask"));
        Files.writeString(page.resolve("index.html"), "<a href='../../files/flask-3.1.0-py3-none-any.whl'>flask</a>");
        reopen(webs.open(), folder.resolve("simple").toUri());

        assertThat(metadata("3.1.0").requires()).hasSize(2);
        assertThat(index.releases(PackageName.of("django"))).isEmpty();
    }

    @Test
    void filesMayLieSideBySideInAFolderAndBehindTheLinksOfAPage() throws IOException {
        byte[] wheel = FakePyPi.wheel("flask-3.1.0.dist-info", METADATA, new byte[10]);
        Files.write(folder.resolve("flask-3.1.0-py3-none-any.whl"), wheel);
        Files.write(folder.resolve("django-5.0-py3-none-any.whl"), new byte[1]);
        Files.writeString(folder.resolve("README"), "wheels of the institute");
        pypi.server()
                .text(
                        "/all.html",
                        "text/html",
                        "<a href='files/flask-3.2.0-py3-none-any.whl#sha256=" + "0".repeat(64) + "'>flask</a>"
                                + "<a href='files/numpy-1.0.tar.gz'>numpy</a>");
        index.close();
        index = new LiveIndex(
                webs.open(),
                List.of(),
                List.of(
                        folder.toUri(),
                        pypi.server().address("/all.html"),
                        folder.resolve("gone").toUri()),
                Optional.empty(),
                Progress.NONE);

        assertThat(versions(index.releases(FLASK))).containsExactly("3.2.0", "3.1.0");
        assertThat(release("3.1.0").files().get(0).sha256()).contains(FakePyPi.sha256(wheel));
        assertThat(release("3.2.0").files().get(0).address())
                .isEqualTo(pypi.server().address("/files/flask-3.2.0-py3-none-any.whl"));
        assertThat(metadata("3.1.0").requires()).hasSize(2);
        assertThat(versions(index.releases(PackageName.of("numpy")))).containsExactly("1.0");
        assertThat(index.releases(PackageName.of("scipy"))).isEmpty();
        assertThat(pypi.server().askedFor("/all.html")).isEqualTo(1);
    }

    @Test
    void aPageOfLinksThatIsNoneIsTold() {
        pypi.server().text("/all.html", "application/pdf", "%PDF");
        index.close();
        index = new LiveIndex(
                webs.open(), List.of(), List.of(pypi.server().address("/all.html")), Optional.empty(), Progress.NONE);

        assertThatThrownBy(() -> index.releases(FLASK))
                .isInstanceOf(NetworkFailure.class)
                .hasMessageContaining("no page with links");
    }

    @Test
    void whatIsExpectedIsFetchedSideBySide() throws InterruptedException {
        CountDownLatch together = new CountDownLatch(8);
        List<PackageName> names = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            names.add(PackageName.of("p" + number));
            pypi.server().page("/simple/p" + number + "/", exchange -> {
                together.countDown();
                try {
                    boolean all = together.await(10, TimeUnit.SECONDS);
                    Server.say(exchange, all ? 404 : 500, "text/plain", new byte[0]);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        index.expect(names);

        for (PackageName name : names) {
            assertThat(index.releases(name)).isEmpty();
        }
        assertThat(together.await(0, TimeUnit.SECONDS)).isTrue();
        assertThat(pypi.server().questions()).hasSize(8);
    }

    @Test
    void cancellingEndsEverythingAtOnce() throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        Progress progress = new Progress() {
            @Override
            public void doing(String what, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        };
        try (RawServer slow = new RawServer(out -> {
                    cancelled.set(true);
                    Thread.sleep(60_000);
                });
                LiveIndex endless =
                        new LiveIndex(webs.open(), List.of(slow.address("/simple/")), Optional.empty(), progress)) {
            long begin = System.nanoTime();
            endless.expect(IntStream.range(0, 100)
                    .mapToObj(number -> PackageName.of("p" + number))
                    .toList());

            assertThatThrownBy(() -> endless.releases(PackageName.of("p99"))).isInstanceOf(CancellationException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
            assertThat(slow.hungUp().await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void fiveThousandReleasesAreReadInAMoment() {
        String[] files = IntStream.range(0, 5000)
                .mapToObj(number -> FakePyPi.entry("flask-1." + number + "-py3-none-any.whl", new byte[] {1}))
                .toArray(String[]::new);
        pypi.json("flask", files);
        long begin = System.nanoTime();

        List<IndexRelease> releases = index.releases(FLASK);

        assertThat(releases).hasSize(5000);
        assertThat(releases.get(0).version()).hasToString("1.4999");
        assertThat(releases.get(4999).files()).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void anotherIndexTakesThePlaceOfOneThatIsGone() {
        PackageIndex other = new PackageIndex() {
            @Override
            public List<IndexRelease> releases(PackageName name) {
                return List.of(new IndexRelease(Version.parse("1.0"), Optional.empty(), Optional.empty()));
            }

            @Override
            public String title() {
                return "the catalogue";
            }
        };
        URI gone = pypi.simple();
        pypi.close();
        PackageIndex both = new FallbackIndex(reopen(webs.open(), gone), other);

        assertThat(versions(both.releases(FLASK))).containsExactly("1.0");
        assertThat(both.metadata(FLASK, both.releases(FLASK).get(0))).isEmpty();
        assertThat(both.title()).isEqualTo("the catalogue");
        assertThat(both.outage())
                .contains("The server 127.0.0.1:" + gone.getPort()
                        + " takes no connections. Check that it is running, and the address.");
        assertThat(both.notes())
                .containsExactly("The server 127.0.0.1:" + gone.getPort()
                        + " takes no connections. Check that it is running, and the address."
                        + " Versions of flask are taken from the catalogue, and nobody confirmed them.");
    }

    @Test
    void anIndexAsOfADayHasNothingThatCameLater() {
        pypi.json(
                "flask",
                pypi.wheelWithMetadata("flask-3.1.0-py3-none-any.whl", METADATA),
                pypi.wheelWithMetadata("flask-4.0.0-py3-none-any.whl", METADATA).replace("2026-03-01", "2026-03-02"),
                FakePyPi.entry("flask-2.0.tar.gz", new byte[] {1}));

        IndexAsOf then = new IndexAsOf(index, java.time.LocalDate.of(2026, 3, 1));

        assertThat(versions(then.releases(FLASK))).containsExactly("3.1.0");
        assertThat(then.notes()).singleElement().asString().contains("flask");
    }
}
