package org.specimen.ui.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.advice.Rulebook;
import org.specimen.advice.Stack;
import org.specimen.app.Workbench;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.OperatingSystem;
import org.specimen.plan.PackageManager;
import org.specimen.python.PackageName;
import org.specimen.ui.packages.PackageRow.Kind;
import org.specimen.ui.packages.PackageRow.State;
import org.specimen.ui.session.Desktop;
import org.specimen.ui.session.Journey;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.task.TaskRunner;

class PackagesViewModelTest {

    private static final MachineFacts EMPTY_LINUX = new MachineFacts(
            OperatingSystem.LINUX, TargetPlatform.LINUX_X86_64, List.of(), List.of(), MachineFacts.Engine.NONE);

    private static final class NoDesktop implements Desktop {
        @Override
        public Optional<Path> chooseFolder(String title, Optional<Path> start) {
            return Optional.empty();
        }

        @Override
        public void copy(String text) {}

        @Override
        public void open(Path path) {}

        @Override
        public void browse(String address) {}
    }

    private final TaskRunner tasks = TaskRunner.immediate();
    private final Session session =
            new Session(new Workbench(Catalogue.open(), Rulebook::shipped, () -> EMPTY_LINUX), tasks);
    private final PackagesViewModel model = new PackagesViewModel(new Services(
            session,
            new Journey(session),
            tasks,
            Catalogue.open(),
            new NoDesktop(),
            InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"))));

    @TempDir
    Path folder;

    private void project(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        session.open(folder);
    }

    private PackageRow row(String name) {
        return model.rows().rows().get().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + name + " in " + names()));
    }

    private List<String> names() {
        return model.rows().rows().get().stream().map(PackageRow::name).toList();
    }

    private String told() {
        return model.told().message().get().map(Message::text).orElse("");
    }

    private void click(String fix) {
        Map<String, Fix> fixes = java.util.stream.Stream.concat(
                        model.fit().fit().get().problems().stream().flatMap(problem -> problem.fixes().stream()),
                        model.told().message().get().stream().flatMap(message -> message.fixes().stream()))
                .collect(Collectors.toMap(Fix::text, one -> one, (one, other) -> one));
        assertThat(fixes).containsKey(fix);
        Objects.requireNonNull(fixes.get(fix)).run().run();
    }

    @Test
    void showsWhatTheProjectImportsWithItsPlaceAndAPinnedVersion() throws IOException {
        project("map.py", "import os\nimport numpy\n");

        PackageRow numpy = row("numpy");

        assertThat(numpy.version()).isNotEmpty();
        assertThat(numpy.state()).isEqualTo(State.VERIFIED);
        assertThat(RowTexts.found(numpy)).isEqualTo("map.py");
        assertThat(RowTexts.foundWhole(numpy)).isEqualTo("map.py, line 2");
        assertThat(model.fit().fit().get().kind()).isEqualTo(Fit.Kind.FITS);
    }

    @Test
    void doesNotCallTriedWhatNobodyConfirms() throws IOException {
        project("requirements.txt", "matplotlib==1.5.1\nnumpy==1.11.1\n");
        model.python().choose(Optional.of("3.12"));

        Fit fit = model.fit().fit().get();

        assertThat(fit.kind()).isEqualTo(Fit.Kind.UNTRIED);
        assertThat(fit.sentence()).contains("confirmed for Python 3.12").contains("not been installed together");
    }

    @Test
    void namesWhatIsKnownNotToGoTogether() throws IOException {
        project("requirements.txt", "pandas==2.2.3\nnumpy==1.15.4\n");
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.VENV)).withPython(Optional.of("3.12")));

        Fit fit = model.fit().fit().get();

        assertThat(fit.kind()).isEqualTo(Fit.Kind.CLASHES);
        assertThat(fit.problems().get(0).what())
                .startsWith("Not every package accepts numpy 1.15.4")
                .contains("pandas asks for");
        click("Let Specimen choose numpy");
        assertThat(model.fit().fit().get().kind()).isNotEqualTo(Fit.Kind.CLASHES);
    }

    @Test
    void beginsEmptyWithoutAProject() {
        session.startWithoutProject();

        assertThat(names()).isEmpty();
        assertThat(model.fit().fit().get().kind()).isEqualTo(Fit.Kind.EMPTY);
        assertThat(model.python().card().get()).isPresent();
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
    void leavesOutAndPutsBack() throws IOException {
        project("map.py", "import numpy\nimport requests\n");

        model.editing().leaveOut(row("requests"));

        assertThat(row("requests").state()).isEqualTo(State.LEFT_OUT);
        assertThat(session.proposal().get().ready().orElseThrow().plan().leftOut())
                .containsExactly(PackageName.of("requests"));
        model.editing().putBack(row("requests"));
        assertThat(row("requests").kind()).isEqualTo(Kind.CHOSEN);
    }

    @Test
    void putsBackWhatAnEarlierPlanLeavesOut() throws IOException {
        project("map.py", "import numpy\nimport requests\n");
        model.editing().leaveOut(row("requests"));
        session.workbench().write(session.preview().get().ready().orElseThrow());
        session.open(folder);
        assertThat(row("requests").kind()).isEqualTo(Kind.LEFT_OUT);

        model.editing().putBack(row("requests"));

        assertThat(row("requests").kind()).isEqualTo(Kind.CHOSEN);
    }

    @Test
    void takesWhatWasAddedByHandOffTheList() {
        session.startWithoutProject();
        model.adding().add("numpy");

        model.editing().leaveOut(row("numpy"));

        assertThat(names()).isEmpty();
        click("Undo");
        assertThat(names()).containsExactly("numpy");
    }

    @Test
    void changesAVersionAndTellsOneThatCannotBe() throws IOException {
        project("map.py", "import numpy\n");
        String newest = row("numpy").version();

        model.editing().changeVersion(row("numpy"), "99.9");
        assertThat(row("numpy").version()).isEqualTo(newest);
        assertThat(told()).isEqualTo("No version of numpy is known that is 99.9, so nothing was changed.");

        model.editing().changeVersion(row("numpy"), "two");
        assertThat(told()).startsWith("\u201ctwo\u201d is no version.");

        model.editing().changeVersion(row("numpy"), "<2.4");
        assertThat(row("numpy").asked()).isEqualTo("<2.4");
        assertThat(row("numpy").version()).isNotEqualTo(newest);

        model.editing().changeVersion(row("numpy"), " ");
        assertThat(row("numpy").version()).isEqualTo(newest);
    }

    @Test
    void editsWhyAndUndoes() throws IOException {
        project("map.py", "import numpy\n");
        String before = row("numpy").why();

        model.editing().changeWhy(row("numpy"), "arrays of\n villages ");

        assertThat(row("numpy").why()).isEqualTo("arrays of villages");
        session.undo();
        assertThat(row("numpy").why()).isEqualTo(before);
    }

    @Test
    void letsThePersonChooseWhoInstalls() throws IOException {
        project("map.py", "import numpy\n");
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.CONDA)));
        assertThat(row("numpy").from()).contains(PackageManager.CONDA);
        assertThat(model.editing().canChangeFrom()).isTrue();

        model.editing().changeFrom(row("numpy"), Optional.of(PackageManager.PIP));

        assertThat(row("numpy").from()).contains(PackageManager.PIP);
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.VENV)));
        assertThat(model.editing().canChangeFrom()).isFalse();
    }

    @Test
    void saysHowLongAPythonLives() throws IOException {
        project("pyproject.toml", "[project]\nname = \"x\"\nversion = \"1\"\nrequires-python = \">=3.11\"\n");

        model.python().choose(Optional.of("3.9"));
        assertThat(model.python().card().get().orElseThrow().caution()).isTrue();
        assertThat(model.python().card().get().orElseThrow().life())
                .startsWith("the project asks for Python 3.11 or newer (pyproject.toml");

        model.python().choose(Optional.of("3.12"));
        assertThat(model.python().card().get().orElseThrow().version()).startsWith("3.12.");
        assertThat(model.python().card().get().orElseThrow().life()).isEqualTo("security fixes until October 2028");

        model.python().choose(Optional.empty());
        assertThat(model.python().card().get().orElseThrow().choices().get(0).chosen())
                .isTrue();
    }

    @Test
    void saysThatTheLifeOfAPythonHasEnded() {
        session.startWithoutProject();

        model.python().choose(Optional.of("3.9"));

        assertThat(model.python().card().get().orElseThrow().life())
                .isEqualTo("its life ended in October 2025: no fixes any more");
    }

    @Test
    void offersWaysOutOfWhatDoesNotFit() throws IOException {
        project("requirements.txt", "scikit-lern\nnumpy==99.1\n");

        assertThat(model.fit().fit().get().headline()).isEqualTo("2 things do not fit");
        assertThat(row("scikit-lern").state()).isEqualTo(State.REFUSED);
        assertThat(row("numpy").state()).isEqualTo(State.REFUSED);

        click("Use scikit-learn instead");
        assertThat(model.fit().fit().get().headline()).isEqualTo("One thing does not fit");
        click("Take the newest that fits");

        assertThat(model.fit().fit().get().kind()).isEqualTo(Fit.Kind.FITS);
        assertThat(row("scikit-learn").kind()).isEqualTo(Kind.CHOSEN);
        assertThat(row("scikit-lern").kind()).isEqualTo(Kind.LEFT_OUT);
    }

    @Test
    void offersAPythonThatFits() throws IOException {
        String newest = String.valueOf(Catalogue.open()
                .distribution(PackageName.of("numpy"))
                .orElseThrow()
                .releases()
                .get(0)
                .version());
        project("requirements.txt", "numpy==" + newest + "\n");
        model.python().choose(Optional.of("3.9"));
        assertThat(model.fit().fit().get().kind()).isEqualTo(Fit.Kind.DOES_NOT_FIT);

        String offered = model.fit().fit().get().problems().get(0).fixes().stream()
                .map(Fix::text)
                .filter(text -> text.startsWith("Take Python "))
                .findFirst()
                .orElseThrow();
        click(offered);

        assertThat(model.fit().fit().get().kind()).isEqualTo(Fit.Kind.FITS);
        assertThat(row("numpy").version()).isEqualTo(newest);
    }

    @Test
    void listsWhatIsImportedAndUnknown() throws IOException {
        project("map.py", "import numpy\nimport zzz_our_lab\n");

        assertThat(model.rows().withoutVersion().get())
                .extracting(found -> found.name().value())
                .containsExactly("zzz-our-lab");

        model.adding().nameVersion(PackageName.of("zzz-our-lab"));
        assertThat(model.adding().draft().get()).contains("zzz-our-lab==");
        model.adding().add("zzz-our-lab==0.3");
        assertThat(model.rows().withoutVersion().get()).isEmpty();
        assertThat(row("zzz-our-lab").version()).isEqualTo("0.3");
    }

    @Test
    void takes400PackagesAndANameOf80Letters() {
        session.startWithoutProject();
        String long80 = "a" + "-very-long-name".repeat(5) + "-ok";
        String list = Catalogue.open().complete("p", 400).stream()
                .map(PackageName::value)
                .collect(Collectors.joining("\n"));

        model.adding().add(list + "\n" + long80 + "==1.0");

        assertThat(model.rows().rows().get()).hasSizeGreaterThan(390);
        assertThat(names()).contains(long80);
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

    @Test
    void refusalsSayWhatIsWrongAndLeaveToTheButtonsWhatToDo() throws IOException {
        project("requirements.txt", "pandas==99.1\nsciket-learn\nnumpy\n");

        assertThat(model.fit().fit().get().problems())
                .extracting(Fit.Problem::what)
                .satisfiesExactlyInAnyOrder(
                        what -> assertThat(what)
                                .matches("No version of pandas is known that is 99\\.1; [0-9.]+ would do\\."),
                        what -> assertThat(what)
                                .isEqualTo("No package called sciket-learn is known. Did you mean scikit-learn?"));
    }

    @Test
    void fourHundredPackagesAreListedThoughOneOfThemIsUnknown() throws IOException {
        String known = Catalogue.open().complete("py", 200).stream()
                .map(PackageName::value)
                .collect(Collectors.joining("\n"));
        String longest = "a".repeat(80);

        project("requirements.txt", known + "\n" + longest + "\n");

        assertThat(model.fit().fit().get().kind()).isEqualTo(Fit.Kind.DOES_NOT_FIT);
        assertThat(row(longest).state()).isEqualTo(State.REFUSED);
        assertThat(model.rows().rows().get()).hasSizeGreaterThan(150);
    }
}
