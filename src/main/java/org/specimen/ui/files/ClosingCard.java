package org.specimen.ui.files;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.advice.Recommendation.Missing;
import org.specimen.files.FileChange;
import org.specimen.ui.control.AddressButton;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.CommandTabs;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Page;
import org.specimen.ui.control.Words;
import org.specimen.ui.files.FilesPage.Written;
import org.specimen.ui.text.Texts;

/** What was written, and what comes next. */
final class ClosingCard extends VBox {

    private static final Texts TEXTS = FilesTexts.TEXTS;

    private final FilesViewModel model;
    private final Written written;

    ClosingCard(FilesViewModel model, Written written) {
        this.model = model;
        this.written = written;
        setId("closing-card");
        getStyleClass().add("closing");
        getChildren().addAll(headline(), files());
        written.report()
                .backupFolder()
                .ifPresent(folder -> getChildren()
                        .add(section(
                                "written.backup",
                                Words.prose(TEXTS.get(
                                        "written.backup.why",
                                        folder,
                                        String.join(", ", written.report().backedUp()))))));
        getChildren().addAll(first(), next());
    }

    private Node headline() {
        int count = written.report().written().size();
        return new Banner(
                Banner.Tone.GOOD,
                TEXTS.counted("written", count),
                TEXTS.get("written.where", written.folder()),
                button(
                        "written.open",
                        "open-folder",
                        Feather.FOLDER,
                        () -> model.services.desktop().open(written.folder())),
                button("written.show", "show-files", Feather.FILE_TEXT, model::showFiles),
                button("written.undo", "undo-write", Feather.CORNER_UP_LEFT, model::undoWrite));
    }

    private static Button button(String text, String id, Feather icon, Runnable action) {
        Button button = new Button(TEXTS.get(text), Icons.of(icon));
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Node files() {
        FlowPane list = new FlowPane(20, 6);
        for (FileChange change : written.report().written()) {
            FileRow row = FileRow.of(change);
            Label sign = new Label(null, Icons.of(FileList.icon(row.kind())));
            HBox file = new HBox(8, sign, Words.mono(row.path()), Words.muted(kind(row)));
            file.setAlignment(Pos.CENTER_LEFT);
            file.getStyleClass().addAll("file-row", FileList.style(row.kind()));
            list.getChildren().add(file);
        }
        return section("written.files", list);
    }

    private static String kind(FileRow row) {
        return row.change().isBeside()
                ? TEXTS.get("state.beside").toLowerCase(Locale.ROOT)
                : TEXTS.get("kind." + row.kind().name().toLowerCase(Locale.ROOT));
    }

    private Node first() {
        VBox parts = new VBox(8);
        written.missing()
                .forEach(missing -> parts.getChildren()
                        .add(new Banner(
                                Banner.Tone.CAUTION,
                                TEXTS.get("written.first.missing", missing.what()),
                                missing.how(),
                                addresses(missing))));
        if (written.saysWhatIsNeeded()) {
            parts.getChildren().add(Words.prose(written.instructions().needed()));
        }
        return section("written.first", parts);
    }

    private Node[] addresses(Missing missing) {
        return missing.addresses().stream()
                .map(address -> new AddressButton(address, model.services.desktop()::browse))
                .toArray(Node[]::new);
    }

    private Node next() {
        return section(
                "written.next",
                Words.prose(TEXTS.get("written.next.why")),
                new CommandTabs(written.instructions(), model.system(), model.services.desktop()::copy));
    }

    private static Node section(String title, Node... parts) {
        VBox section = new VBox(Words.section(TEXTS.get(title)));
        section.getStyleClass().add("closing-section");
        section.getChildren().addAll(parts);
        return Page.prose(section);
    }
}
