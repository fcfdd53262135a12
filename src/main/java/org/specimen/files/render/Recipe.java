package org.specimen.files.render;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.specimen.machine.OperatingSystem;

/** How to recreate an environment and run the project in it. Names in its sentences are marked up by {@code code}. */
interface Recipe {

    /** The commands for one kind of terminal. */
    record Commands(
            String title,
            Set<OperatingSystem> systems,
            Terminal terminal,
            List<String> make,
            List<String> run,
            List<String> notebooks) {

        /** What is typed one after the other to see results. */
        List<String> makeAndRun() {
            return Stream.concat(make.stream(), run.stream()).toList();
        }
    }

    static Recipe of(RenderRequest request) {
        return switch (request.stack()) {
            case VENV -> new VenvRecipe(request);
            case CONDA -> new CondaRecipe(request);
            case DOCKER, DOCKER_CONDA -> new DockerRecipe(request);
        };
    }

    /** What must be installed first. */
    String needed(UnaryOperator<String> code);

    List<Commands> commands();

    /** What to know in one kind of terminal. */
    List<String> notesOn(Commands commands, UnaryOperator<String> code);

    /** What to know everywhere. */
    List<String> notes(UnaryOperator<String> code);

    /** Writes it as a part of the guide. */
    void addTo(Page page);
}
