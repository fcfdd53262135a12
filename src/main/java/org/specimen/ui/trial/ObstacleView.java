package org.specimen.ui.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.advice.Recommendation.Missing;
import org.specimen.app.MissingPython;
import org.specimen.proof.Trouble;
import org.specimen.ui.control.AddressButton;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.Icons;
import org.specimen.ui.text.Texts;

/** Says calmly what is in the way on this computer, and what to do about it. */
final class ObstacleView extends VBox {

    private static final Texts TEXTS = Texts.of(ObstacleView.class);

    ObstacleView(Trouble obstacle, TrialPage.Ready ready, TrialViewModel model) {
        setId("obstacle");
        List<Node> actions = new ArrayList<>();
        Button again = new Button(TEXTS.get("look-again"), Icons.of(Feather.REFRESH_CW));
        again.setId("look-again");
        again.setOnAction(event -> model.lookAgain());
        actions.add(again);
        if (obstacle.fixes().stream().anyMatch(Trouble.Fix.ReplaceExisting.class::isInstance)) {
            actions.add(ReplaceButton.of(() -> {
                model.setup().replaceExisting();
                model.lookAgain();
            }));
        }
        ready.missingPython().flatMap(MissingPython::here).ifPresent(here -> actions.add(take(here, model)));
        Stream.concat(ready.missing().stream(), ready.missingPython().map(MissingPython::toGet).stream())
                .map(Missing::addresses)
                .flatMap(List::stream)
                .distinct()
                .forEach(address -> actions.add(new AddressButton(address, model.services.desktop()::browse)));
        getChildren()
                .add(new Banner(
                        Banner.Tone.CAUTION,
                        obstacle.what(),
                        obstacle.whatToDo(),
                        TroubleView.commands(obstacle, model),
                        actions.toArray(Node[]::new)));
    }

    private static Button take(String python, TrialViewModel model) {
        Button take = new Button(TEXTS.get("first.take-python", python));
        take.setId("take-python");
        take.setOnAction(event -> model.takePython(python));
        return take;
    }
}
