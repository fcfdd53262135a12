package org.specimen.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** The page of the packages, as a person sees it. */
final class PackagesPage {

    private final Scene scene;
    private final Walker walker;

    PackagesPage(Window window, Walker walker) {
        this.scene = window.scene();
        this.walker = walker;
    }

    /** Types into the field of the search, and waits for what may be meant. */
    List<String> typeInSearch(String text) {
        walker.type(text)
                .await("suggestions for " + text, () -> !suggestionCells().isEmpty());
        walker.awaitRest();
        return suggestions();
    }

    /** What may be meant, with versions and hints, the likeliest first. */
    List<String> suggestions() {
        return Walker.onScreen(
                () -> suggestionCells().stream().map(Node::getAccessibleText).toList());
    }

    Node suggestion(String beginning) {
        return suggestionCells().stream()
                .filter(cell -> cell.getAccessibleText().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private List<ListCell<?>> suggestionCells() {
        return scene.getRoot().lookupAll("#suggestions .list-cell").stream()
                .filter(node -> node.getParent() != null && walker.sees("suggestions"))
                .map(node -> (ListCell<?>) node)
                .filter(cell -> !cell.isEmpty())
                .sorted(Comparator.comparing(IndexedCell::getIndex))
                .collect(Collectors.toList());
    }

    String typed() {
        return Walker.onScreen(() -> ((TextField) scene.lookup("#search")).getText());
    }

    /** The word on what was typed or done last. */
    String message() {
        return Walker.onScreen(() -> scene.getRoot().lookupAll("#message .label").stream()
                .map(label -> ((Label) label).getText())
                .filter(text -> text != null && !text.isEmpty())
                .findFirst()
                .orElse(""));
    }

    /** A button below the message. */
    Callable<Node> remedy(String text) {
        return () -> scene.getRoot().lookupAll("#message .button").stream()
                .filter(node -> node instanceof Button button && text.equals(button.getText()))
                .findFirst()
                .orElseThrow();
    }

    /** The cell of a package that can be seen now. */
    Optional<TableCell<?, ?>> cell(String name, String column) {
        Optional<TableCell<?, ?>> first =
                cells("name").filter(cell -> name.equals(cell.getText())).findFirst();
        return first.flatMap(found -> cells(column)
                .filter(cell -> cell.getTableRow() == found.getTableRow())
                .findFirst());
    }

    private Stream<TableCell<?, ?>> cells(String column) {
        return scene.getRoot().lookupAll("#packages .table-cell").stream()
                .<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node)
                .filter(cell -> !cell.isEmpty()
                        && ("column-" + column).equals(cell.getTableColumn().getId()));
    }

    /** What stands in a cell; empty where there is no such row. */
    String text(String name, String column) {
        return Walker.onScreen(() -> cell(name, column).map(Labeled::getText).orElse(""));
    }

    PackagesPage awaitText(String name, String column, String text) {
        walker.await(
                text + " as the " + column + " of " + name,
                () -> text.equals(cell(name, column).map(Labeled::getText).orElse("")));
        walker.awaitRest();
        return this;
    }

    /** Leads the keyboard to a cell: Tab to the table, arrows in it. */
    void goTo(String name, String column) {
        walker.tabTo("packages");
        TableView<?> table = (TableView<?>) walker.await("packages");
        int row = Walker.onScreen(() -> cell(name, column).orElseThrow().getIndex());
        int place = Walker.onScreen(() -> table.getVisibleLeafColumns()
                .indexOf(cell(name, column).orElseThrow().getTableColumn()));
        move(() -> table.getFocusModel().getFocusedCell().getRow(), row, KeyCode.UP, KeyCode.DOWN);
        move(() -> table.getFocusModel().getFocusedCell().getColumn(), place, KeyCode.LEFT, KeyCode.RIGHT);
    }

    private void move(Callable<Integer> now, int wanted, KeyCode less, KeyCode more) {
        int from = Walker.onScreen(now);
        for (int at = from; at != wanted; at += at < wanted ? 1 : -1) {
            walker.press(at < wanted ? more : less);
        }
        walker.await("the row or column " + wanted, () -> now.call() == wanted);
    }
}
