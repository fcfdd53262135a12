package org.specimen.ui.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.ui.NeedsJavaFx;
import org.specimen.ui.control.Words;
import org.specimen.ui.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@NeedsJavaFx
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // made on JavaFX's own thread, before each test
class PackageTableTest extends PackagesStep {

    private static final List<String> NAMES = List.of(
            "numpy",
            "pandas",
            "scipy",
            "scikit-learn",
            "matplotlib",
            "seaborn",
            "requests",
            "statsmodels",
            "networkx",
            "sympy",
            "pillow",
            "h5py",
            "xarray",
            "dask",
            "numba",
            "jupyterlab",
            "tqdm",
            "pyyaml",
            "lxml",
            "openpyxl");

    private StackPane root;
    private Stage stage;

    @Start
    void start(Stage first) {
        Theme.loadFonts();
        stage = first;
        root = new StackPane();
        stage.setScene(new Scene(root, 1920, 1000));
    }

    @AfterEach
    void usualText(FxRobot robot) {
        robot.interact(() -> Words.TEXT_SIZE.set(Theme.TEXT));
    }

    @ParameterizedTest(name = "{0} pixels at {1} %")
    @CsvSource({
        "1300, 100, name version from found why state action",
        "710, 100, name version from found why state action",
        "600, 100, name version from found why state action",
        "500, 100, name version from why state action",
        "672, 150, name version why state action",
        "780, 200, name version why state action",
        "474, 200, name version state action"
    })
    void itsColumnsFitBesideTheScrollBarAtEveryWidth(double width, int percent, String shown, FxRobot robot)
            throws IOException {
        project("requirements.txt", String.join("\n", NAMES));
        TableView<?> table = show(new PackageTable(model).node(), width, 400, percent, robot);

        ScrollBar down = TableBars.vertical(table).orElseThrow();
        assertThat(down.isVisible()).isTrue();
        assertThat(TableBars.horizontal(table).filter(Node::isVisible)).isEmpty();
        assertThat(table.getVisibleLeafColumns().stream()
                        .map(column -> column.getId().replace("column-", ""))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(shown);
        assertThat(table.getVisibleLeafColumns().stream()
                        .mapToDouble(TableColumn::getWidth)
                        .sum())
                .isLessThanOrEqualTo(width - down.getWidth() - 4);
    }

    @Test
    void showsReasonAndPlaceWholeWhereThereIsRoom(FxRobot robot) throws IOException {
        project("requirements-of-the-whole-laboratory-2026.txt", "numpy==2.2.1\npandas\n");

        TableView<?> table = show(new PackageTable(model).node(), 1300, 400, 100, robot);

        assertThat(elided(table)).isEmpty();
    }

    @Test
    void theWheelMovesThePageOnWhereTheTableIsAtItsEnd(FxRobot robot) throws IOException {
        project("requirements.txt", String.join("\n", NAMES));
        VBox page = new VBox(new PackageTable(model).node(), new Region());
        ((Region) page.getChildren().get(1)).setMinHeight(2000);
        ((Region) page.getChildren().get(0)).setMaxHeight(300);
        ((Region) page.getChildren().get(0)).setMinHeight(300);
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        TableView<?> table = show(scroll, 800, 500, 100, robot);

        wheel(table, -40, robot);
        assertThat(scroll.getVvalue()).isZero();

        robot.interact(() -> table.scrollTo(NAMES.size() - 1));
        robot.interact(root::layout);
        wheel(table, -40, robot);
        double after = scroll.getVvalue();
        assertThat(after).isPositive();

        wheel(table, 40, robot);
        assertThat(scroll.getVvalue()).isEqualTo(after);
    }

    @Test
    void aNameWithoutVersionIsWholeAndItsPlaceGivesWay(FxRobot robot) throws IOException {
        project(
                "the-analysis-of-the-second-survey-with-all-figures-and-tables.py",
                "import unpublishedtoolboxforsurveys1999\nimport numpy\n");

        show((Region) new PackagesView(model).node(), 560, 700, 150, robot);

        List<Node> names = robot.lookup(".strong").queryAll().stream()
                .filter(node -> node.toString().contains("toolbox"))
                .toList();
        assertThat(names).hasSize(1).allMatch(node -> whole((Region) node));
    }

    private TableView<?> show(Region node, double width, double height, int percent, FxRobot robot) {
        robot.interact(() -> {
            Words.TEXT_SIZE.set(Theme.TEXT * percent / 100);
            Theme.apply(stage.getScene(), false, percent);
            node.setMaxWidth(width);
            node.setMinWidth(width);
            if (!(node instanceof ScrollPane)) {
                node.setMaxHeight(height);
            }
            root.getChildren().setAll(node);
            stage.show();
        });
        for (int i = 0; i < 3; i++) {
            robot.interact(() -> {
                root.applyCss();
                root.layout();
            });
        }
        return robot.lookup("#packages").queryTableView();
    }

    private static boolean whole(Region region) {
        return region.getWidth() >= region.prefWidth(-1) - 0.5;
    }

    private static List<String> elided(TableView<?> table) {
        return table.lookupAll(".table-cell").stream()
                .filter(cell -> Stream.of("column-found", "column-why").anyMatch(id -> id.equals(cell.getId())))
                .filter(cell -> cell.lookup(".text") instanceof javafx.scene.text.Text text
                        && text.getText().endsWith("..."))
                .map(Node::getId)
                .toList();
    }

    private static void wheel(TableView<?> table, double by, FxRobot robot) {
        robot.interact(() -> {
            Node row = table.lookupAll(".table-row-cell").iterator().next();
            Bounds place = row.localToScreen(row.getLayoutBounds());
            row.fireEvent(new ScrollEvent(
                    ScrollEvent.SCROLL,
                    5,
                    5,
                    place.getCenterX(),
                    place.getCenterY(),
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    0,
                    by,
                    0,
                    by,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null));
            table.layout();
        });
    }
}
