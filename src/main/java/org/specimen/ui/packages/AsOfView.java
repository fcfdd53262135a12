package org.specimen.ui.packages;

import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.index.Months;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.WhileShown;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.Texts;

/** Where the month is chosen whose packages are brought back. */
final class AsOfView {

    private static final Texts TEXTS = Texts.of(AsOfView.class);

    private final AsOfModel model;
    private final ToggleButton open = new ToggleButton(TEXTS.get("as-of.open"), Icons.of(Feather.CLOCK));
    private final ComboBox<Month> month = new ComboBox<>();
    private final ComboBox<Integer> year = new ComboBox<>();
    private final Label holds = Words.styled("");
    private final Button today = new Button(TEXTS.get("as-of.today"));
    private final VBox suggestion = new VBox();
    private final CheckBox upgrade = new CheckBox(TEXTS.get("upgrade"));
    private final FlowPane node;

    AsOfView(PackagesViewModel packages) {
        model = packages.asOf();
        open.setId("as-of");
        open.getStyleClass().setAll("toggle-button", "link-button");
        open.setTooltip(Words.tooltip(TEXTS.get("as-of.help")));
        open.setAccessibleHelp(TEXTS.get("as-of.help"));
        month.setId("as-of-month");
        month.setAccessibleText(TEXTS.get("as-of.month"));
        month.setPromptText(TEXTS.get("as-of.month"));
        month.setConverter(named());
        month.getItems().setAll(Month.values());
        year.setId("as-of-year");
        year.setAccessibleText(TEXTS.get("as-of.year"));
        year.setPromptText(TEXTS.get("as-of.year"));
        int last = model.now().getYear();
        IntStream.rangeClosed(0, last - AsOfModel.FIRST.getYear())
                .forEach(back -> year.getItems().add(last - back));
        Button take = new Button(TEXTS.get("as-of.take"));
        take.setId("as-of-take");
        take.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> chosen().filter(model::canChoose).isEmpty(),
                        month.valueProperty(),
                        year.valueProperty()));
        take.setOnAction(event -> chosen().ifPresent(model::choose));
        today.setId("as-of-today");
        today.setOnAction(event -> model.chooseToday());
        holds.setWrapText(false);
        Label label = Words.styled(TEXTS.get("as-of"));
        label.setWrapText(false);
        node = new FlowPane(8, 8, label, month, year, take, holds, today);
        node.setRowValignment(VPos.CENTER);
        node.setAlignment(Pos.CENTER_LEFT);
        node.setId("as-of-choice");
        open.selectedProperty().subscribe(isOpen -> Presence.set(node, isOpen));
        WhileShown.show(node, model.month(), this::show);
        WhileShown.show(suggestion, model.suggested(), this::suggest);
        upgrade.setId("upgrade");
        upgrade.setMinWidth(Region.USE_PREF_SIZE);
        upgrade.setTooltip(Words.tooltip(TEXTS.get("upgrade.help")));
        upgrade.setAccessibleHelp(TEXTS.get("upgrade.help"));
        upgrade.setOnAction(event -> model.upgrade(upgrade.isSelected()));
        WhileShown.show(node, model.upgrades(), upgrade::setSelected);
        WhileShown.show(node, model.canUpgrade(), can -> Presence.set(upgrade, can));
    }

    /** What an old project without versions is offered. */
    VBox suggestion() {
        return suggestion;
    }

    /** Renews pins. */
    CheckBox upgrade() {
        return upgrade;
    }

    private void suggest(Optional<YearMonth> now) {
        suggestion
                .getChildren()
                .setAll(now.stream()
                        .map(then -> {
                            String named = Months.named(then);
                            Button bring = new Button(TEXTS.get("as-of.suggest", named));
                            bring.setId("as-of-suggested");
                            bring.setMinWidth(Region.USE_PREF_SIZE);
                            bring.setOnAction(event -> model.choose(then));
                            bring.setTooltip(Words.tooltip(TEXTS.get("as-of.suggest.help")));
                            bring.setAccessibleHelp(TEXTS.get("as-of.suggest.help"));
                            Banner banner = new Banner(
                                    Banner.Tone.QUIET, TEXTS.get("as-of.old"), TEXTS.get("as-of.old.text", named));
                            // Beside the words it leaves the table below more room.
                            banner.getChildren().add(bring);
                            return banner;
                        })
                        .toList());
        Presence.whereFilled(suggestion);
    }

    ToggleButton open() {
        return open;
    }

    FlowPane node() {
        return node;
    }

    private Optional<YearMonth> chosen() {
        return Optional.ofNullable(year.getValue())
                .flatMap(in -> Optional.ofNullable(month.getValue()).map(of -> YearMonth.of(in, of)));
    }

    private void show(Optional<YearMonth> now) {
        Presence.set(holds, now.isPresent());
        Presence.set(today, now.isPresent());
        now.ifPresent(held -> {
            holds.setText(TEXTS.get("as-of.holds", Months.named(held)));
            month.setValue(held.getMonth());
            year.setValue(held.getYear());
            open.setSelected(true);
        });
    }

    private static StringConverter<Month> named() {
        return new StringConverter<>() {
            @Override
            public String toString(Month month) {
                return month == null
                        ? ""
                        : month.name().charAt(0) + month.name().substring(1).toLowerCase(Locale.ROOT);
            }

            @Override
            public Month fromString(String text) {
                throw new UnsupportedOperationException("a month is chosen, not typed");
            }
        };
    }
}
