package org.specimen.ui.packages;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.StepPage;
import org.specimen.ui.control.WhileShown;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.Texts;

/** The page of {@link PackagesViewModel}. */
public final class PackagesView extends StepPage<PackagesViewModel> {

    private static final Texts TEXTS = Texts.of(PackagesView.class);

    private final StackPane node = new StackPane();
    private final SearchBox search;
    private final PackageTable table;
    private final CheckBox showAll = new CheckBox();
    private final LeftOutView leftOut;
    private final TitledPane notes = new TitledPane();

    public PackagesView(PackagesViewModel model) {
        super(model, TEXTS);
        Pane overlay = new Pane();
        overlay.setPickOnBounds(false);
        search = new SearchBox(model, overlay);
        leftOut = new LeftOutView(model);
        table = new PackageTable(model);
        AsOfView asOf = new AsOfView(model);
        page.fillingHeight()
                .add(
                        new VBox(8, search.node(), new MessageLine(model).node()),
                        new FitView(model).node(),
                        new OutageView(model.fit()).node(),
                        asOf.suggestion(),
                        above(asOf),
                        asOf.node(),
                        table.node(),
                        new ReleasesView(model).node(),
                        leftOut.node(),
                        notes);
        node.getChildren().addAll(page.node(), overlay);
        style("packages.css");
        WhileShown.show(node, model.rows().notes(), this::showNotes);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public Node firstFocus() {
        return search.field();
    }

    /** The interpreter, and what the table shows. */
    private Node above(AsOfView asOf) {
        showAll.setId("show-all");
        showAll.selectedProperty().bindBidirectional(model.rows().showAll());
        showAll.setTooltip(Words.tooltip(TEXTS.get("show-all.help")));
        showAll.setAccessibleHelp(TEXTS.get("show-all.help"));
        showAll.setMinWidth(Region.USE_PREF_SIZE);
        model.rows().inAll().addListener((property, old, now) -> showCount());
        model.rows().rows().addListener((property, old, now) -> showCount());
        showCount();
        return new PythonView(model, asOf.open(), asOf.upgrade(), showAll).node();
    }

    private void showCount() {
        showAll.setText(TEXTS.get("show-all", model.rows().inAll().get()));
        Presence.set(showAll, model.rows().hasMore());
    }

    private void showNotes(List<String> told) {
        notes.setText(TEXTS.get("notes.title"));
        notes.setId("notes");
        notes.getStyleClass().add("notes");
        notes.setExpanded(notes.isExpanded() && notes.getContent() != null);
        notes.setAnimated(false);
        VBox lines = new VBox(6);
        told.forEach(note -> lines.getChildren().add(Words.prose(note)));
        notes.setContent(lines);
        Presence.set(notes, !told.isEmpty());
    }
}
