package org.specimen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.specimen.app.Wishes;
import org.specimen.catalogue.Distribution;
import org.specimen.plan.PlannedPackage;
import org.specimen.project.Role;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.ui.session.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A person adds, changes and leaves out packages in the window, and finds it in the files. */
@NeedsJavaFx
class PackagesWalkTest extends WindowWalk {

    private static final String SAMPLE = "map-analysis";

    @SuppressWarnings("NullAway.Init")
    private PackagesPage page;

    @Start
    @Override
    void show(Stage stage) {
        super.show(stage);
    }

    @Test
    void theSearchOffersThePopularFirstAndTheMouseTakesOne(FxRobot robot) {
        openPackages(robot);

        walker.click("search");
        List<String> offered = page.typeInSearch("sci");

        assertThat(offered).map(PackagesWalkTest::name).startsWith("scipy", "scikit-learn");
        assertThat(offered).map(this::rank).isSorted();
        walker.click(() -> page.suggestion("scikit-image"));
        assertIsAdded("scikit-image");
    }

    @Test
    void theSearchIsDoneWithTheKeyboardAlone(FxRobot robot) {
        openPackages(robot);

        walker.tabTo("search");
        List<String> offered = page.typeInSearch("sci");
        walker.press(KeyCode.DOWN).press(KeyCode.DOWN).press(KeyCode.ENTER);

        walker.awaitRest();
        assertThat(page.typed()).isEmpty();
        assertThat(walker.focus()).isEqualTo("search");
        assertIsAdded(name(offered.get(1)));
    }

    @Test
    void escapePutsTheSuggestionsAway(FxRobot robot) {
        openPackages(robot);
        walker.tabTo("search");
        page.typeInSearch("sci");

        walker.press(KeyCode.ESCAPE);

        assertThat(walker.sees("suggestions")).isFalse();
        assertThat(page.typed()).isEqualTo("sci");
    }

    @Test
    void aSlipOfTheKeysIsAskedAbout(FxRobot robot) {
        openPackages(robot);

        walker.click("search").type("scikit-lern").press(KeyCode.ENTER).awaitRest();

        assertThat(page.message()).isEqualTo("No package called scikit-lern is known. Did you mean scikit-learn?");
        walker.click(page.remedy("Add scikit-learn"));
        assertIsAdded("scikit-learn");
    }

    @Test
    void whatCodeImportsIsTakenForItsPackage(FxRobot robot) {
        openPackages(robot);

        walker.click("search");
        assertThat(page.typeInSearch("cv2")).first().asString().startsWith("opencv-python ");
        walker.click("add").awaitRest();

        assertThat(page.message()).contains("cv2 is what code imports; the package is called opencv-python.");
        page.awaitText("opencv-python", "name", "opencv-python");
        assertThat(write()).isEqualTo(written("opencv-python"));
    }

    @Test
    void aVersionIsTypedWithTheMouse(FxRobot robot) {
        openPackages(robot);

        walker.click(() -> page.cell("shapely", "version").orElseThrow());
        OpenMenu menu = new OpenMenu(robot, walker);
        assertThat(menu.items()).startsWith("Newest that fits").endsWith("Another version…");
        menu.click("Another version");
        walker.typeInstead("2.0.7").press(KeyCode.ENTER);

        page.awaitText("shapely", "version", "2.0.7");
        Map<String, String> files = write();
        assertThat(files.get("specimen.yml")).contains("requires: shapely==2.0.7\n");
        assertThat(files.get("environment.yml")).containsPattern("- shapely=+2\\.0\\.7\\b");
    }

    @Test
    void aVersionIsChosenWithTheKeyboard(FxRobot robot) {
        openPackages(robot);
        String before = page.text("pandas", "version");

        page.goTo("pandas", "version");
        walker.press(KeyCode.F2);
        OpenMenu menu = new OpenMenu(robot, walker);
        String older = menu.items().stream()
                .filter(item -> item.matches("[0-9].*") && !item.startsWith(before + " "))
                .findFirst()
                .orElseThrow();
        String version = older.split(" ", 2)[0];
        menu.choose(older);

        page.awaitText("pandas", "version", version);
        Map<String, String> files = write();
        assertThat(files.get("specimen.yml")).contains("requires: pandas==" + version + "\n");
        assertThat(files.get("environment.yml")).containsPattern("- pandas=+" + Pattern.quote(version) + "\\b");
    }

    @Test
    void aVersionThatIsNoneChangesNothing(FxRobot robot) {
        openPackages(robot);
        String before = page.text("pandas", "version");

        walker.click(() -> page.cell("pandas", "version").orElseThrow());
        new OpenMenu(robot, walker).click("Another version");
        walker.typeInstead("newest").press(KeyCode.ENTER).awaitRest();

        assertThat(page.message()).startsWith("“newest” is no version.");
        assertThat(page.text("pandas", "version")).isEqualTo(before);
        assertThat(write()).isEqualTo(workplace.written(SAMPLE, Wishes.NONE));
    }

    @Test
    void aReasonIsGivenWithTheKeyboardAndKeptInTheFiles(FxRobot robot) {
        openPackages(robot);

        page.goTo("pyproj", "why");
        walker.press(KeyCode.F2).typeInstead("areas in square metres").press(KeyCode.ENTER);

        page.awaitText("pyproj", "why", "areas in square metres");
        assertThat(write().get("specimen.yml")).contains("areas in square metres");
    }

    @Test
    void aReasonIsGivenWithTheMouseAndEscapeKeepsTheOld(FxRobot robot) {
        openPackages(robot);
        String before = page.text("pyproj", "why");

        robot.doubleClickOn(Walker.onScreen(() -> page.cell("pyproj", "why").orElseThrow()));
        walker.await("a field", () -> window.scene().lookup(".in-cell") != null);
        walker.typeInstead("never mind").press(KeyCode.ESCAPE);
        assertThat(page.text("pyproj", "why")).isEqualTo(before);

        robot.doubleClickOn(Walker.onScreen(() -> page.cell("pyproj", "why").orElseThrow()));
        walker.await("a field", () -> window.scene().lookup(".in-cell") != null);
        walker.typeInstead("areas").press(KeyCode.ENTER);
        page.awaitText("pyproj", "why", "areas");
    }

    @Test
    void aPackageIsLeftOutAndPutBackWithTheMouse(FxRobot robot) {
        openPackages(robot);

        walker.click(() -> page.cell("pyproj", "action").orElseThrow().lookup(".button"));
        page.awaitText("pyproj", "state", "left out");
        assertThat(page.message()).isEqualTo("pyproj is left out, though the project’s files ask for it.");
        walker.click(page.remedy("Undo"));

        walker.await("its state of before", () -> !"left out".equals(page.text("pyproj", "state")))
                .awaitRest();
        assertThat(write()).isEqualTo(workplace.written(SAMPLE, Wishes.NONE));
    }

    @Test
    void aPackageIsLeftOutAndUndoneWithTheKeyboard(FxRobot robot) {
        openPackages(robot);

        page.goTo("pyproj", "name");
        walker.press(KeyCode.DELETE);
        page.awaitText("pyproj", "state", "left out");
        walker.press(KeyCode.SHORTCUT, KeyCode.Z);
        walker.await("its state of before", () -> !"left out".equals(page.text("pyproj", "state")))
                .awaitRest();
        page.goTo("pyproj", "name");
        walker.press(KeyCode.DELETE);
        page.awaitText("pyproj", "state", "left out");

        assertThat(write())
                .isEqualTo(workplace.written(SAMPLE, Wishes.NONE.withLeftOut(List.of(PackageName.of("pyproj")))))
                .isNotEqualTo(workplace.written(SAMPLE, Wishes.NONE));
    }

    @Test
    void theMenuOfPythonTellsTheEndsOfLife(FxRobot robot) {
        openPackages(robot);

        walker.click("python");
        OpenMenu menu = new OpenMenu(robot, walker);

        assertThat(menu.items()).first().isEqualTo("Let Specimen choose");
        assertThat(menu.items())
                .anyMatch(item -> item.matches("3\\.12: security fixes until October 2028"))
                .anyMatch(item -> item.matches("3\\.9: its life ended in October 2025: no fixes any more"));
        menu.click("3.11: ");
        walker.await("the other Python", () -> label("python").startsWith("Python 3.11."))
                .awaitRest();
        assertThat(label("python-life")).isEqualTo("security fixes until October 2027");
        assertThat(write()).isEqualTo(workplace.written(SAMPLE, Wishes.NONE.withPython(Optional.of("3.11"))));
    }

    @Test
    void anotherPythonIsChosenWithTheKeyboard(FxRobot robot) {
        openPackages(robot);

        walker.choose("python");
        new OpenMenu(robot, walker).choose("3.11: ");

        walker.await("the other Python", () -> label("python").startsWith("Python 3.11."))
                .awaitRest();
        assertThat(write()).isEqualTo(workplace.written(SAMPLE, Wishes.NONE.withPython(Optional.of("3.11"))));
    }

    private void openPackages(FxRobot robot) {
        openSample(SAMPLE, robot);
        page = new PackagesPage(window, walker);
        walkTo(Step.PACKAGES);
    }

    /** In the table, and in the very files that the command line writes with it. */
    private void assertIsAdded(String name) {
        page.awaitText(name, "name", name);
        assertThat(page.message()).isEqualTo(name + " is added.");
        assertThat(write()).isEqualTo(written(name)).isNotEqualTo(workplace.written(SAMPLE, Wishes.NONE));
    }

    private Map<String, String> written(String added) {
        PlannedPackage asked = new PlannedPackage(
                Requirement.of(PackageName.of(added)), Optional.empty(), Optional.empty(), Role.RUNTIME, "");
        return workplace.written(SAMPLE, Wishes.NONE.withPackages(List.of(asked)));
    }

    private Map<String, String> write() {
        return writeTo(workplace.sample(SAMPLE));
    }

    private String label(String id) {
        return Walker.onScreen(() -> ((Labeled) window.scene().lookup("#" + id)).getText());
    }

    private static String name(String suggestion) {
        return suggestion.split(" ", 2)[0];
    }

    private int rank(String suggestion) {
        return window.services()
                .catalogue()
                .distribution(PackageName.of(name(suggestion)))
                .map(Distribution::rank)
                .flatMap(rank -> rank.isPresent() ? Optional.of(rank.getAsInt()) : Optional.empty())
                .orElse(Integer.MAX_VALUE);
    }
}
