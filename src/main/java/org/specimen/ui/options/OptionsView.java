package org.specimen.ui.options;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.specimen.problem.NoSolution;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.Columns;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.StepPage;
import org.specimen.ui.control.WhileShown;
import org.specimen.ui.control.Words;
import org.specimen.ui.task.Failure;
import org.specimen.ui.text.Texts;

/** The page of {@link OptionsViewModel}. */
public final class OptionsView extends StepPage<OptionsViewModel> {

    private static final Texts TEXTS = Texts.of(OptionsView.class);
    private static final double CARD = 22;
    private static final List<Kind> FIRST = List.of(Kind.JUPYTER, Kind.NAME, Kind.TORCH);
    private static final List<Kind> FOLDED =
            List.of(Kind.CUDA, Kind.SYSTEM_PACKAGES, Kind.VENV_ON_TOP, Kind.INSTALL_PROJECT, Kind.PYLOCK);

    private final Map<Kind, OptionCard> cards = new EnumMap<>(Kind.class);
    private final Map<Kind, TextField> fields = new EnumMap<>(Kind.class);
    private final VBox word = new VBox();
    private final Columns first = new Columns(CARD, 2);
    private final Columns folded = new Columns(CARD, 2);
    private final TitledPane more = new TitledPane(TEXTS.get("more"), folded);
    private final Node systems;

    public OptionsView(OptionsViewModel model) {
        super(model, TEXTS);
        style("options.css");
        typed(model.command(), commandField());
        typed(model.name(), field(model.name()));
        typed(model.systemPackages(), field(model.systemPackages()));
        switched(model.jupyter());
        switched(model.venvOnTop());
        switched(model.installProject());
        switched(model.pylock());
        cards.put(
                Kind.CUDA,
                new OptionCard(
                        model.cuda(),
                        choice(model.cuda(), model.cudaChoices(), CudaChoice::version, CudaChoice::label)));
        cards.put(
                Kind.TORCH,
                new OptionCard(
                        model.torch(),
                        choice(model.torch(), model.torchChoices(), TorchChoice::build, TorchChoice::label)));
        systems = systems();
        more.setId("more-options");
        more.getStyleClass().add("more-options");
        more.setAnimated(false);
        more.setExpanded(false);
        page.add(word, card(Kind.COMMAND), first, more);
        List.of(model.shown(), model.cudaIsNeeded(), model.failure())
                .forEach(each -> WhileShown.show(page.node(), each, now -> arrange()));
    }

    @Override
    public Node firstFocus() {
        return field(Kind.COMMAND);
    }

    @Override
    public void focusOnProblem() {
        model.faulty().stream().findFirst().ifPresent(option -> {
            if (option.kind() == Kind.SYSTEM_PACKAGES) {
                more.setExpanded(true);
            }
            field(option.kind()).requestFocus();
        });
    }

    private Node card(Kind kind) {
        return Objects.requireNonNull(cards.get(kind));
    }

    private TextField field(Kind kind) {
        return Objects.requireNonNull(fields.get(kind));
    }

    private void arrange() {
        Set<Kind> shown = model.shown().get();
        boolean cudaFirst = model.cudaIsNeeded().get();
        Presence.set(card(Kind.COMMAND), !shown.isEmpty());
        first.getChildren()
                .setAll(FIRST.stream().filter(shown::contains).map(this::card).toList());
        folded.getChildren()
                .setAll(FOLDED.stream()
                        .filter(shown::contains)
                        .filter(kind -> kind != Kind.CUDA || !cudaFirst)
                        .map(this::card)
                        .toList());
        if (cudaFirst && shown.contains(Kind.CUDA)) {
            first.getChildren().add(card(Kind.CUDA));
        }
        folded.getChildren().add(systems);
        Presence.set(more, !shown.isEmpty());
        word.getChildren().clear();
        if (shown.isEmpty()) {
            word.getChildren().add(new Banner(Banner.Tone.QUIET, "", TEXTS.get("nothing")));
        }
        model.failure().get().ifPresent(why -> word.getChildren().add(trouble(why)));
        word.setManaged(!word.getChildren().isEmpty());
    }

    /** What does not fit is told, and settled, on the page of the packages. */
    private Banner trouble(Failure why) {
        if (why.problem().filter(NoSolution.class::isInstance).isEmpty()) {
            return new Banner(Banner.Tone.CAUTION, TEXTS.get("failure"), why.message());
        }
        Button packages = new Button(TEXTS.get("packages"));
        packages.setId("go-to-packages");
        packages.setOnAction(event -> model.goToPackages());
        return new Banner(Banner.Tone.CAUTION, TEXTS.get("failure"), TEXTS.get("failure.packages"), packages);
    }

    private void typed(TypedOption option, Node control) {
        Label fault = Words.styled("", "danger-text");
        fault.setId(option.kind().key() + "-fault");
        fault.textProperty().bind(option.fault().map(text -> text.orElse("")));
        fault.managedProperty().bind(fault.textProperty().isNotEmpty());
        cards.put(option.kind(), new OptionCard(option, control, fault));
    }

    private TextField field(TypedOption option) {
        TextField field = new TextField(option.text().get());
        String key = option.kind().key();
        field.setId(key);
        field.setPromptText(TEXTS.get(key + ".prompt"));
        field.setAccessibleText(TEXTS.get(key));
        field.getStyleClass().add("option-text");
        field.textProperty().addListener((property, old, now) -> option.typing(now));
        option.text().addListener((property, old, now) -> field.setText(now));
        Runnable finish = () -> {
            option.finish();
            field.setText(option.text().get());
        };
        field.setOnAction(event -> finish.run());
        field.focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                finish.run();
            }
        });
        option.fault()
                .addListener((property, old, now) -> field.pseudoClassStateChanged(OptionCard.FAULTY, now.isPresent()));
        fields.put(option.kind(), field);
        return field;
    }

    private Node commandField() {
        TextField field = field(model.command());
        HBox.setHgrow(field, Priority.ALWAYS);
        MenuButton found = new MenuButton(TEXTS.get("command.found"));
        found.setId("found-commands");
        found.setMinWidth(Region.USE_PREF_SIZE);
        WhileShown.show(page.node(), model.commands(), now -> fill(found, now));
        return new HBox(8, field, found);
    }

    private void fill(MenuButton found, List<String> commands) {
        found.getItems()
                .setAll(commands.stream()
                        .map(command -> {
                            MenuItem item = new MenuItem(command);
                            item.setMnemonicParsing(false);
                            item.setOnAction(event -> model.command().choose(command));
                            return item;
                        })
                        .toList());
        Presence.set(found, !commands.isEmpty());
    }

    private void switched(Option<Boolean> option) {
        Switch button = new Switch();
        button.setId(option.kind().key());
        button.setAccessibleText(TEXTS.get(option.kind().key()));
        button.setSelected(option.value().get());
        button.selectedProperty().addListener((property, old, now) -> {
            if (!now.equals(option.value().get())) {
                option.choose(now);
            }
        });
        option.value().addListener((property, old, now) -> button.setSelected(now));
        cards.put(option.kind(), new OptionCard(option, button));
    }

    private static <T, C> Node choice(
            Option<T> option,
            ReadOnlyObjectProperty<List<C>> choices,
            Function<C, T> value,
            Function<C, String> label) {
        ChoiceBox<C> box = new ChoiceBox<>();
        box.setId(option.kind().key());
        box.setAccessibleText(TEXTS.get(option.kind().key()));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(C choice) {
                return Optional.ofNullable(choice).map(label).orElse("");
            }

            @Override
            public C fromString(String text) {
                throw new UnsupportedOperationException("a choice box is not typed into");
            }
        });
        Runnable show = () -> {
            if (!box.getItems().equals(choices.get())) {
                box.getItems().setAll(choices.get());
            }
            box.getItems().stream()
                    .filter(choice -> value.apply(choice).equals(option.value().get()))
                    .findFirst()
                    .ifPresent(box::setValue);
        };
        choices.addListener((property, old, now) -> show.run());
        option.value().addListener((property, old, now) -> show.run());
        show.run();
        box.setOnAction(event -> Optional.ofNullable(box.getValue())
                .map(value)
                .filter(chosen -> !chosen.equals(option.value().get()))
                .ifPresent(option::choose));
        return box;
    }

    private Node systems() {
        Label now = Words.styled("");
        now.textProperty().bind(model.platforms());
        Hyperlink change = new Hyperlink(TEXTS.get("platforms.change"));
        change.setId("change-platforms");
        change.setOnAction(event -> model.goToSituation());
        VBox card = new VBox(8, Words.strong(TEXTS.get("platforms")), now, change);
        card.setAlignment(Pos.TOP_LEFT);
        card.getStyleClass().add("card");
        return card;
    }
}
