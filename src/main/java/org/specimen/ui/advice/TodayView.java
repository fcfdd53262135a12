package org.specimen.ui.advice;

import static org.specimen.ui.advice.AdviceWords.TEXTS;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.advice.AdvicePage.ToGet;
import org.specimen.ui.advice.AdvicePage.Today;
import org.specimen.ui.control.CommandLine;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Page;
import org.specimen.ui.control.Words;

/** What can be done on this computer today, and what to get first. */
final class TodayView extends VBox {

    TodayView(Today today, AdviceViewModel model) {
        setId("today");
        getStyleClass().add("today");
        getChildren().add(Words.section(today.headline()));
        if (!today.text().isEmpty()) {
            getChildren().add(Words.prose(today.text()));
        }
        today.python().ifPresent(python -> {
            Button take = new Button(TEXTS.get("today.take-python", python));
            take.setId("take-python");
            take.setOnAction(event -> model.takePython(python));
            getChildren().add(take);
        });
        today.toGet().forEach(each -> getChildren().add(toGet(each, model)));
    }

    private VBox toGet(ToGet each, AdviceViewModel model) {
        VBox all = new VBox(8, Words.prose(each.how()));
        each.commands().forEach(command -> all.getChildren().add(Page.prose(new CommandLine(command, model::copy))));
        List<Node> links = new ArrayList<>();
        each.addresses().forEach(address -> {
            Button link = new Button(TEXTS.get("today.open", address), Icons.of(Feather.EXTERNAL_LINK));
            link.setWrapText(true);
            link.maxWidthProperty().bind(widthProperty().subtract(48));
            link.setOnAction(event -> model.browse(address));
            links.add(link);
        });
        if (!links.isEmpty()) {
            FlowPane row = new FlowPane(8, 8, links.toArray(Node[]::new));
            row.setMinWidth(0);
            row.getStyleClass().add("banner-actions");
            all.getChildren().add(row);
        }
        return all;
    }
}
