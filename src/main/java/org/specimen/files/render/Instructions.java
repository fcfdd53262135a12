package org.specimen.files.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.specimen.machine.OperatingSystem;

/**
 * What to type to make an environment and to run the project in it: the commands of the guide, as values. Everything is
 * plain text.
 *
 * @param needed what must be installed first, in sentences
 * @param sections one for each kind of terminal; none for a system that the pins do not hold on
 * @param notes what else to know, each in sentences
 */
public record Instructions(String needed, List<Section> sections, List<String> notes) {

    /** What git says of the files that were written. */
    private static final String COMMIT_MESSAGE = "Pin the environment";

    private static final UnaryOperator<String> PLAIN = UnaryOperator.identity();

    public Instructions {
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
    }

    /**
     * What to type in one kind of terminal, in the folder of the project. Each command is one line.
     *
     * @param title the systems, and the terminal where there are several
     * @param language of the terminal, for colours: {@code sh} or {@code powershell}
     * @param make makes the environment, and activates it in this terminal where that is needed
     * @param run runs the analysis in it; empty where nobody said what to run
     * @param notebooks opens JupyterLab in it; empty where it is no part of the environment
     * @param keep keeps what was written in git; empty where nothing was
     * @param notes what to know here, each in sentences
     */
    public record Section(
            String title,
            Set<OperatingSystem> systems,
            String language,
            List<String> make,
            List<String> run,
            List<String> notebooks,
            List<String> keep,
            List<String> notes) {

        public Section {
            systems = Set.copyOf(systems);
            make = List.copyOf(make);
            run = List.copyOf(run);
            notebooks = List.copyOf(notebooks);
            keep = List.copyOf(keep);
            notes = List.copyOf(notes);
        }
    }

    /**
     * The commands for an environment.
     *
     * @param written the paths of the files that were written, relative to the project's folder
     * @param ignored whether git leaves a file out; to add one would fail, and none of the others would be added
     */
    public static Instructions of(RenderRequest request, List<String> written, Predicate<String> ignored) {
        Recipe recipe = Recipe.of(request);
        List<String> added = written.stream().filter(ignored.negate()).toList();
        List<String> notes = new ArrayList<>(recipe.notes(PLAIN));
        if (added.size() < written.size()) {
            notes.add(Texts.get(
                    "git.ignored",
                    String.join(", ", written.stream().filter(ignored).toList())));
        }
        List<Section> sections = new ArrayList<>();
        for (Recipe.Commands commands : recipe.commands()) {
            sections.add(new Section(
                    commands.title(),
                    commands.systems(),
                    commands.terminal().language(),
                    commands.make(),
                    commands.run(),
                    commands.notebooks(),
                    keep(commands.terminal(), added),
                    recipe.notesOn(commands, PLAIN)));
        }
        return new Instructions(recipe.needed(PLAIN), sections, notes);
    }

    /** The section for a system, if the pins hold on it. */
    public Optional<Section> on(OperatingSystem system) {
        return sections.stream()
                .filter(section -> section.systems().contains(system))
                .findFirst();
    }

    private static List<String> keep(Terminal terminal, List<String> written) {
        if (written.isEmpty()) {
            return List.of();
        }
        List<String> add = new ArrayList<>(List.of("git", "add"));
        add.addAll(written);
        return List.of(terminal.command(add), terminal.command("git", "commit", "-m", COMMIT_MESSAGE));
    }
}
