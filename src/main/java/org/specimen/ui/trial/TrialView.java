package org.specimen.ui.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.advice.Recommendation.Missing;
import org.specimen.app.MissingPython;
import org.specimen.ui.control.AddressButton;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.CommandTabs;
import org.specimen.ui.control.ErrorPanel;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Page;
import org.specimen.ui.control.StepPage;
import org.specimen.ui.control.WhileShown;
import org.specimen.ui.control.Words;
import org.specimen.ui.session.RefusalWords;
import org.specimen.ui.task.Failure;
import org.specimen.ui.text.Texts;

/** The page of {@link TrialViewModel}. */
public final class TrialView extends StepPage<TrialViewModel> {

    private static final Texts TEXTS = Texts.of(TrialView.class);

    private final VBox body = new VBox();

    public TrialView(TrialViewModel model) {
        super(model, TEXTS);
        style("trial.css");
        body.getStyleClass().add("trial");
        page.add(body);
        WhileShown.show(page.node(), model.page(), this::show);
    }

    private void show(TrialPage now) {
        if (now instanceof TrialPage.Ready ready) {
            body.getChildren().setAll(ready(ready));
        } else if (now instanceof TrialPage.Unavailable unavailable) {
            body.getChildren().setAll(error(unavailable.failure()));
        } else if (now instanceof TrialPage.WithoutFiles) {
            body.getChildren().setAll(banner(Banner.Tone.CAUTION, "without-files"));
        } else {
            body.getChildren().setAll(Words.muted(TEXTS.get("making")));
        }
    }

    private List<Node> ready(TrialPage.Ready ready) {
        List<Node> parts = new ArrayList<>();
        if (!ready.written()) {
            parts.add(banner(Banner.Tone.CAUTION, "unwritten"));
        }
        parts.add(notRun(ready));
        VBox first = section("first");
        ready.missing()
                .forEach(missing -> first.getChildren()
                        .add(new Banner(
                                Banner.Tone.CAUTION,
                                TEXTS.get("first.missing", missing.what()),
                                missing.how(),
                                addresses(missing).toArray(Node[]::new))));
        ready.python().ifPresent(missing -> first.getChildren().add(python(missing)));
        if (ready.saysWhatIsNeeded()) {
            first.getChildren().add(Words.prose(ready.instructions().needed()));
        }
        parts.add(Page.prose(first));
        VBox type = section("type");
        type.getChildren()
                .addAll(
                        Words.prose(TEXTS.get("type.why", ready.guide())),
                        new CommandTabs(ready.instructions(), model.system(), model.services.desktop()::copy));
        parts.add(Page.prose(type));
        return parts;
    }

    private Banner python(MissingPython missing) {
        String headline = missing.here()
                .map(here -> TEXTS.get("first.missing-but", missing.minor(), here))
                .orElseGet(() -> TEXTS.get("first.missing", missing.toGet().what()));
        Node[] actions = Stream.concat(missing.here().stream().map(this::take), addresses(missing.toGet()))
                .toArray(Node[]::new);
        Banner banner =
                new Banner(Banner.Tone.CAUTION, headline, missing.toGet().how(), actions);
        banner.setId("python-missing");
        return banner;
    }

    private Stream<Node> addresses(Missing missing) {
        return missing.addresses().stream()
                .map(address -> new AddressButton(address, model.services.desktop()::browse));
    }

    private Button take(String python) {
        Button take = new Button(TEXTS.get("first.take-python", python));
        take.setId("take-python");
        take.setOnAction(event -> model.takePython(python));
        return take;
    }

    private static Node notRun(TrialPage.Ready ready) {
        VBox card = new VBox(
                Words.section(TEXTS.get("not-run")),
                Words.prose(TEXTS.get("not-run.why", ready.guide())),
                new StationLine(ready.stations()),
                Words.muted(TEXTS.get("stations.caption")));
        card.getStyleClass().addAll("card", "trial-card");
        card.setId("not-run");
        return card;
    }

    private static VBox section(String key) {
        VBox section = new VBox(Words.section(TEXTS.get(key)));
        section.getStyleClass().add("trial-section");
        return section;
    }

    private Node error(Failure failure) {
        Button again = new Button(TEXTS.get("again"));
        again.setId("try-again");
        again.setOnAction(event -> model.tryAgain());
        return new ErrorPanel(
                TEXTS.get("unavailable"),
                RefusalWords.plain(failure),
                model.services.desktop()::copy,
                again,
                goToFiles());
    }

    private Button goToFiles() {
        Button files = new Button(TEXTS.get("files"), Icons.of(Feather.ARROW_LEFT));
        files.setId("go-to-files");
        files.setOnAction(event -> model.goToFiles());
        return files;
    }

    private Node banner(Banner.Tone tone, String key) {
        Banner banner = new Banner(tone, TEXTS.get(key), TEXTS.get(key + ".why"), goToFiles());
        banner.setId(key.toLowerCase(Locale.ROOT));
        return banner;
    }
}
