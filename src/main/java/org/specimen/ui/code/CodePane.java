package org.specimen.ui.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;
import org.fxmisc.wellbehaved.event.EventPattern;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;
import org.specimen.ui.code.ShownLine.Sign;
import org.specimen.ui.code.syntax.Token;
import org.specimen.ui.control.Words;

/** Shows a text with colours and line numbers; nothing can be changed in it. */
public final class CodePane extends StackPane {

    /** The width of a digit in multiples of the text's size, in JetBrains Mono. */
    private static final double DIGIT = 0.6;

    private final CodeArea area = new CodeArea();
    private List<ShownLine> lines = List.of();
    private boolean numbersOld;

    public CodePane() {
        getStyleClass().add("code-pane");
        getStylesheets()
                .add(Objects.requireNonNull(CodePane.class.getResource("code.css"))
                        .toExternalForm());
        area.setId("file-text");
        area.setEditable(false);
        area.setWrapText(false);
        area.setUndoManager(UndoUtils.noOpUndoManager());
        // A text area takes Tab for itself, though nothing can be typed here.
        Nodes.addInputMap(
                area,
                InputMap.ignore(EventPattern.anyOf(
                        EventPattern.keyPressed(KeyCode.TAB),
                        EventPattern.keyPressed(KeyCode.TAB, KeyCombination.SHIFT_DOWN))));
        getChildren().add(new VirtualizedScrollPane<>(area));
    }

    /**
     * Shows a text from its beginning.
     *
     * @param isDifference whether there are two texts in it, with a number for each
     */
    public void show(ShownText text, boolean isDifference, String said) {
        lines = text.lines();
        numbersOld = isDifference;
        area.setAccessibleText(said);
        area.replace(0, area.getLength(), document(lines));
        // Lines that both texts begin with stay, and with them their numbers, in the old width.
        area.setParagraphGraphicFactory(null);
        area.setParagraphGraphicFactory(this::gutter);
        area.moveTo(0);
        area.showParagraphAtTop(0);
        area.scrollXToPixel(0);
    }

    private static ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document(
            List<ShownLine> lines) {
        ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>> builder =
                new ReadOnlyStyledDocumentBuilder<>(SegmentOps.styledTextOps(), List.of());
        for (ShownLine line : lines) {
            builder.addParagraph(line.text(), spans(line), style(line.sign()));
        }
        if (lines.isEmpty()) {
            builder.addParagraph("", List.of());
        }
        return builder.build();
    }

    private static StyleSpans<Collection<String>> spans(ShownLine line) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int done = 0;
        for (Token token : line.tokens()) {
            int end = Math.min(token.end(), line.text().length());
            if (token.start() > done) {
                spans.add(List.of(), token.start() - done);
            }
            if (end > token.start()) {
                spans.add(List.of("token-" + name(token.kind())), end - token.start());
                done = end;
            }
        }
        spans.add(List.of(), line.text().length() - done);
        return spans.create();
    }

    private static Collection<String> style(Sign sign) {
        return sign == Sign.SAME ? List.of() : List.of("line-" + name(sign));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private Node gutter(int place) {
        HBox gutter = new HBox();
        gutter.getStyleClass().add("gutter");
        gutter.setAlignment(Pos.TOP_RIGHT);
        if (place >= lines.size()) {
            return gutter;
        }
        ShownLine line = lines.get(place);
        List<Node> parts = new ArrayList<>();
        if (numbersOld) {
            parts.add(number(line.oldNumber()));
        }
        parts.add(number(line.newNumber()));
        if (numbersOld) {
            parts.add(sign(line.sign()));
        }
        gutter.getChildren().addAll(parts);
        gutter.getStyleClass().addAll(style(line.sign()));
        return gutter;
    }

    private Label number(int number) {
        Label label = new Label(number == 0 ? "" : String.valueOf(number));
        label.getStyleClass().add("line-number");
        int digits = Math.max(2, String.valueOf(lines.size()).length());
        label.setMinWidth(Math.ceil(Words.TEXT_SIZE.get() * DIGIT * digits + Words.TEXT_SIZE.get()));
        label.setAlignment(Pos.TOP_RIGHT);
        return label;
    }

    private static Label sign(Sign sign) {
        Label label = new Label(
                switch (sign) {
                    case ADDED -> "+";
                    case REMOVED -> "−";
                    case SAME, GAP -> " ";
                });
        label.getStyleClass().add("line-sign");
        return label;
    }
}
