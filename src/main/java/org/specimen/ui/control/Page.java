package org.specimen.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of a step: its title, a sentence on what happens here and why, and its parts below one another. */
public final class Page {

    /** The longest line of prose, in multiples of the text's size. */
    private static final double PROSE = 760.0 / 14;

    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final Label title;
    private final Label sentence;

    public Page(String title, String sentence) {
        content.getStyleClass().add("page");
        content.setFillWidth(true);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        FocusInView.keep(scroll, content);
        this.title = Words.title(title);
        this.sentence = Words.lead(sentence);
        VBox head = new VBox(this.title, this.sentence);
        head.setSpacing(4);
        content.getChildren().add(head);
    }

    /** Puts other words at the top, where the page's news is its title. */
    public void say(String newTitle, String newSentence) {
        title.setText(newTitle);
        title.setGraphic(null);
        sentence.setText(newSentence);
    }

    /** As {@link #say(String, String)}, with a sign before the title. */
    public void say(String newTitle, String newSentence, Node sign) {
        say(newTitle, newSentence);
        title.setGraphic(sign);
    }

    /** Adds parts that take the full width: comparisons, tables, files. */
    public Page add(Node... parts) {
        content.getChildren().addAll(parts);
        return this;
    }

    /** Lets the page's content fill the height that there is, so that a table or a file inside can scroll by itself. */
    public Page fillingHeight() {
        scroll.setFitToHeight(true);
        return this;
    }

    /** Keeps prose at a width that reads well, at every size of text. */
    public static <R extends Region> R prose(R region) {
        region.maxWidthProperty().bind(Words.TEXT_SIZE.multiply(PROSE));
        return region;
    }

    /** The content itself, below the head. */
    public VBox content() {
        return content;
    }

    public ScrollPane node() {
        return scroll;
    }
}
