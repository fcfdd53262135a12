package org.specimen.ui.trial;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.proof.Trouble;
import org.specimen.proof.Trouble.Fix;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.CommandLine;
import org.specimen.ui.control.Icons;
import org.specimen.ui.text.Texts;

/** Something that did not work, with what settles it at a click. */
final class TroubleView extends VBox {

    private static final Texts TEXTS = Texts.of(TroubleView.class);

    TroubleView(Trouble trouble, Banner.Tone tone, TrialViewModel model) {
        Node[] buttons = trouble.fixes().stream()
                .flatMap(fix -> button(fix, model).stream())
                .toArray(Node[]::new);
        getChildren().add(new Banner(tone, trouble.what(), trouble.whatToDo(), commands(trouble, model), buttons));
    }

    /** What to type, each with a button that copies it. */
    static List<CommandLine> commands(Trouble trouble, TrialViewModel model) {
        return trouble.fixes().stream()
                .filter(Fix.TypeCommand.class::isInstance)
                .map(Fix.TypeCommand.class::cast)
                .map(fix -> new CommandLine(fix.command(), model.services.desktop()::copy))
                .toList();
    }

    private static List<Button> button(Fix fix, TrialViewModel model) {
        if (fix instanceof Fix.AddSystemPackage system) {
            return List.of(button("fix.system", system.name(), fix, model));
        }
        if (fix instanceof Fix.AddJupyterLab) {
            return List.of(button("fix.jupyterlab", "JupyterLab", fix, model));
        }
        if (fix instanceof Fix.ReplaceExisting) {
            return List.of(ReplaceButton.of(() -> {
                model.setup().replaceExisting();
                model.build();
            }));
        }
        return fix instanceof Fix.AddPackage distribution
                ? List.of(button("fix.package", distribution.name(), fix, model))
                : List.of();
    }

    private static Button button(String key, String name, Fix fix, TrialViewModel model) {
        Button button = new Button(TEXTS.get(key, name), Icons.of(Feather.PLUS));
        button.setId("fix-" + name);
        button.setMnemonicParsing(false);
        button.setOnAction(event -> model.settle(fix));
        return button;
    }
}
