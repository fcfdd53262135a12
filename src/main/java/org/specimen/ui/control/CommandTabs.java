package org.specimen.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.specimen.files.render.Instructions;
import org.specimen.machine.OperatingSystem;
import org.specimen.ui.text.Texts;

/** What to type to make an environment and run the project in it, for one system at a time. */
public final class CommandTabs extends VBox {

    private static final Texts TEXTS = Texts.of(CommandTabs.class);

    private final Instructions instructions;
    private final Consumer<String> copy;
    private final VBox commands = new VBox();
    private final Segments<OperatingSystem> systems = new Segments<>(this::show);

    /**
     * The commands.
     *
     * @param first the system whose commands are shown first
     * @param copy puts text on the clipboard
     */
    public CommandTabs(Instructions instructions, OperatingSystem first, Consumer<String> copy) {
        this.instructions = instructions;
        this.copy = copy;
        getStyleClass().add("command-tabs");
        commands.getStyleClass().add("command-groups");
        for (OperatingSystem system : OperatingSystem.values()) {
            systems.add(system, system.title(), "commands-" + system.key());
        }
        getChildren().addAll(systems, commands);
        instructions.notes().forEach(note -> getChildren().add(Page.prose(Words.muted(note))));
        systems.show(first);
        show(first);
    }

    private void show(OperatingSystem system) {
        commands.getChildren().clear();
        Optional<Instructions.Section> section = instructions.on(system);
        if (section.isEmpty()) {
            commands.getChildren()
                    .add(new Banner(
                            Banner.Tone.QUIET,
                            TEXTS.get("commands.none", system.title()),
                            TEXTS.get("commands.none.how", system.title())));
            return;
        }
        section.ifPresent(there -> {
            add("make", there.make());
            add("run", there.run());
            add("notebooks", there.notebooks());
            add("keep", there.keep());
            there.notes().forEach(note -> commands.getChildren().add(Page.prose(Words.muted(note))));
        });
    }

    private void add(String group, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        VBox box = new VBox(Words.strong(TEXTS.get("commands." + group)));
        box.getStyleClass().add("command-group");
        box.setId("commands-" + group);
        lines.forEach(line -> box.getChildren().add(new CommandLine(line, copy)));
        if (lines.size() > 1) {
            box.getChildren().add(copyAll(group, lines));
        }
        commands.getChildren().add(box);
    }

    private Node copyAll(String group, List<String> lines) {
        CopyButton button = CopyButton.labelled(
                lines.size() == 2 ? TEXTS.get("copy-both") : TEXTS.get("copy-all", lines.size()),
                () -> copy.accept(String.join("\n", lines) + "\n"));
        button.setId("copy-" + group.toLowerCase(Locale.ROOT));
        return button;
    }
}
