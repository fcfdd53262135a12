package org.specimen.ui.project;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.Icon;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.Texts;

/** What was found in the project that is open: a line of summary, then the findings, opened on demand. */
final class OpenedView {

    private static final Texts TEXTS = Texts.of(OpenedView.class);
    private static final int SHOWN_PLACES = 30;
    private static final int SHOWN_MORE = 500;

    private final Reading.Done done;

    OpenedView(Reading.Done done) {
        this.done = done;
    }

    List<Node> parts() {
        List<Node> parts = new ArrayList<>();
        parts.add(head());
        if (done.isEmpty()) {
            parts.add(new Banner(Banner.Tone.CAUTION, "", TEXTS.get("done.empty")));
        }
        if (done.hasPlan()) {
            parts.add(new Banner(Banner.Tone.QUIET, "", TEXTS.get("done.plan")));
        }
        if (!done.findings().isEmpty()) {
            VBox findings = new VBox(8, Words.section(TEXTS.get("done.findings")));
            done.findings().forEach(finding -> findings.getChildren().add(finding(finding)));
            parts.add(findings);
        }
        if (!done.worthRecording().isEmpty()) {
            VBox worth = new VBox(8, Words.section(TEXTS.get("done.worth")), Words.muted(TEXTS.get("done.worth.text")));
            worth.setId("worth-recording");
            done.worthRecording().forEach(finding -> worth.getChildren().add(finding(finding)));
            parts.add(worth);
        }
        return parts;
    }

    private Node head() {
        Label sign = new Label(null, Icons.of(Feather.CHECK_CIRCLE, 1.6));
        sign.getStyleClass().add("opened-sign");
        Label name = Words.section(done.name());
        Label summary = Words.styled(done.summary());
        summary.setId("summary");
        Label folder = Words.styled(done.folder().toString(), "muted", "mono");
        VBox text = new VBox(4, name, summary, folder);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox head = new HBox(16, sign, text);
        head.getStyleClass().addAll("card", "opened");
        head.setAlignment(Pos.TOP_LEFT);
        return head;
    }

    private static Node finding(Reading.Finding finding) {
        Icon sign = Icons.of(finding.breaks() ? Feather.ALERT_TRIANGLE : Feather.INFO);
        sign.getStyleClass().add(finding.breaks() ? "sign-caution" : "sign-quiet");
        Label title = Words.styled(finding.title());
        Label count = Words.badge(String.valueOf(finding.places().size()));
        HBox line = new HBox(8, sign, title, count);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox places = new VBox(8);
        showMore(places, finding.places());
        TitledPane pane = new TitledPane("", places);
        pane.getStyleClass().add("finding");
        pane.setGraphic(line);
        pane.setAccessibleText(finding.title() + ", " + finding.places().size());
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    /** Shows the first of them, and the rest, a good many at a time, where it is asked for. */
    private static void showMore(VBox places, List<Reading.Place> rest) {
        boolean isFirst = places.getChildren().isEmpty();
        int count = Math.min(isFirst ? SHOWN_PLACES : SHOWN_MORE, rest.size());
        for (Reading.Place place : rest.subList(0, count)) {
            places.getChildren().add(new VBox(2, Words.mono(place.where()), Words.prose(place.message())));
        }
        List<Reading.Place> left = rest.subList(count, rest.size());
        if (!left.isEmpty()) {
            Button all = new Button(TEXTS.counted(left.size() > SHOWN_MORE ? "done.more" : "done.all", left.size()));
            all.setOnAction(event -> {
                places.getChildren().remove(all);
                showMore(places, left);
            });
            places.getChildren().add(all);
        }
    }
}
