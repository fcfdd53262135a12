package org.specimen.ui.packages;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.ErrorPanel;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.WhileShown;
import org.specimen.ui.control.Words;
import org.specimen.ui.task.Failure;
import org.specimen.ui.text.Texts;

/** The banner that says whether everything fits together. */
final class FitView {

    private static final Texts TEXTS = Texts.of(FitView.class);
    private static final PseudoClass UNTRIED = PseudoClass.getPseudoClass("untried");

    private final VBox node = new VBox();
    private final Consumer<String> copy;
    private final Runnable tryAgain;
    private int fixes;

    FitView(PackagesViewModel model) {
        copy = model.services.desktop()::copy;
        tryAgain = model.fit()::tryAgain;
        node.setId("fit");
        WhileShown.show(node, model.fit().fit(), this::show);
    }

    VBox node() {
        return node;
    }

    private void show(Fit fit) {
        Optional<Node> banner = switch (fit.kind()) {
            case EMPTY -> Optional.empty();
            case WORKING -> Optional.of(new Banner(Banner.Tone.QUIET, "", fit.sentence()));
            case FITS -> Optional.of(slim(Feather.CHECK_CIRCLE, fit));
            case UNTRIED -> Optional.of(slim(Feather.INFO, fit));
            case CLASHES, DOES_NOT_FIT -> Optional.of(problems(fit));
            case FAULT -> fit.failure().map(failure -> new ErrorPanel(fit.headline(), failure, copy, again()));
        };
        Presence.set(node, banner.isPresent());
        node.getChildren().setAll(banner.map(List::of).orElse(List.of()));
    }

    private Button again() {
        Button again = new Button(TEXTS.get("again"));
        again.setId("try-again");
        again.setOnAction(event -> tryAgain.run());
        return again;
    }

    /** What needs nobody's hand is told quietly. */
    private static HBox slim(Feather icon, Fit fit) {
        Label sign = new Label(null, Icons.of(icon));
        sign.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(sign, Words.styled(fit.sentence()));
        line.getStyleClass().addAll("banner", "quiet", "slim");
        line.pseudoClassStateChanged(UNTRIED, fit.kind() == Fit.Kind.UNTRIED);
        return line;
    }

    private Banner problems(Fit fit) {
        VBox problems = new VBox(12);
        fixes = 0;
        for (Fit.Problem problem : fit.problems()) {
            VBox one = new VBox(8, Words.styled(problem.what()));
            if (!problem.because().isEmpty()) {
                VBox because = new VBox(2);
                problem.because().forEach(reason -> because.getChildren().add(Words.styled("\u2022 " + reason)));
                one.getChildren().add(because);
            }
            if (!problem.fixes().isEmpty()) {
                if (!problem.because().isEmpty()) {
                    one.getChildren().add(Words.styled(TEXTS.get("fit.settles")));
                }
                FlowPane buttons = new FlowPane(8, 8);
                problem.fixes().forEach(fix -> {
                    Button button = MessageLine.button(fix);
                    fixes++;
                    button.setId("fix-" + fixes);
                    buttons.getChildren().add(button);
                });
                one.getChildren().add(buttons);
            }
            problems.getChildren().add(one);
        }
        fit.failure().ifPresent(failure -> problems.getChildren().add(details(fit.headline(), failure)));
        Banner banner = new Banner(Banner.Tone.CAUTION, fit.headline(), fit.sentence());
        VBox words = (VBox) banner.getChildren().get(1);
        words.setSpacing(8);
        words.getChildren().add(problems);
        return banner;
    }

    private Button details(String headline, Failure failure) {
        Button details = new Button(TEXTS.get("details"));
        details.getStyleClass().addAll("compact");
        details.setOnAction(event -> {
            copy.accept(headline + "\n" + failure.message() + "\n\n" + failure.details());
            details.setText(TEXTS.get("details.copied"));
        });
        return details;
    }
}
