package org.specimen.ui;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/** The menu that has opened, as a person sees it. */
final class OpenMenu {

    private final FxRobot robot;
    private final Walker walker;

    /** Waits until there is one. */
    OpenMenu(FxRobot robot, Walker walker) {
        this.robot = robot;
        this.walker = walker;
        walker.await("a menu", () -> !nodes().isEmpty());
    }

    /** What it offers, from the top. */
    List<String> items() {
        return Walker.onScreen(() -> nodes().stream().map(OpenMenu::text).toList());
    }

    /** Chooses, with the mouse, what begins like this. */
    void click(String beginning) {
        walker.click(() -> nodes().stream()
                .filter(node -> text(node).startsWith(beginning))
                .findFirst()
                .orElseThrow());
        awaitEnd();
    }

    /** Chooses, with the arrow keys and Enter, what begins like this. */
    void choose(String beginning) {
        while (!chosen().orElse("").startsWith(beginning)) {
            Optional<String> before = chosen();
            robot.push(KeyCode.DOWN);
            walker.await("the choice below " + before.orElse("none"), () -> !chosen().equals(before));
        }
        robot.push(KeyCode.ENTER);
        awaitEnd();
    }

    private void awaitEnd() {
        walker.await("the end of the menu", () -> nodes().isEmpty());
    }

    private static Optional<String> chosen() {
        return Walker.onScreen(() ->
                nodes().stream().filter(Node::isFocused).map(OpenMenu::text).findFirst());
    }

    private static List<Node> nodes() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .filter(Window::isShowing)
                .flatMap(menu -> menu.getScene().getRoot().lookupAll(".menu-item").stream())
                .toList();
    }

    private static String text(Node item) {
        return item.lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .filter(text -> text != null && !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
