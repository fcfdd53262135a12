package org.specimen.ui.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.specimen.ui.text.ScreenText;
import org.specimen.ui.theme.Theme;

/** Text in its few sizes. Everything wraps. */
public final class Words {

    /** The size of ordinary text now, in pixels; the frame sets it. */
    public static final DoubleProperty TEXT_SIZE = new SimpleDoubleProperty(Theme.TEXT);

    /** The longest line of a tooltip, in multiples of the text's size. */
    private static final double TOOLTIP = 34;

    private Words() {}

    public static Label title(String text) {
        return styled(text, "page-title");
    }

    public static Label section(String text) {
        return styled(text, "section-title");
    }

    /** The sentence below a title. */
    public static Label lead(String text) {
        return Page.prose(styled(text, "lead"));
    }

    /** A paragraph. */
    public static Label prose(String text) {
        return Page.prose(styled(text));
    }

    /** Text that may be passed over. */
    public static Label muted(String text) {
        return styled(text, "muted");
    }

    public static Label strong(String text) {
        return styled(text, "strong");
    }

    /** What is typed or written to files. */
    public static Label mono(String text) {
        return styled(text, "mono");
    }

    /** A short mark, as in "suggested". */
    public static Label badge(String text, String... kinds) {
        Label badge = styled(text, "badge");
        badge.getStyleClass().addAll(kinds);
        badge.setWrapText(false);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        return badge;
    }

    /** What is said of something that one points at. */
    public static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(ScreenText.of(text));
        tooltip.setWrapText(true);
        tooltip.maxWidthProperty().bind(TEXT_SIZE.multiply(TOOLTIP));
        return tooltip;
    }

    public static Label styled(String text, String... classes) {
        Label label = new Label(ScreenText.of(text));
        label.getStyleClass().addAll(classes);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
