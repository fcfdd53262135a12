package org.specimen.files.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.specimen.files.FileRole;
import org.specimen.files.render.Recipe.Commands;
import org.specimen.machine.OperatingSystem;

/** The commands that are the same in every environment on the person's own computer, once it is active. */
final class EnvironmentCommands {

    private EnvironmentCommands() {}

    /**
     * All that is typed in one kind of terminal.
     *
     * @param make makes the environment and leaves it active
     */
    static Commands of(
            String title, Set<OperatingSystem> systems, Terminal terminal, List<String> make, RenderRequest request) {
        return new Commands(
                title,
                systems,
                terminal,
                Stream.concat(make.stream(), install(terminal, request).stream())
                        .toList(),
                run(terminal, request),
                notebooks(request));
    }

    /** What is installed last. */
    private static List<String> install(Terminal terminal, RenderRequest request) {
        List<String> lines = new ArrayList<>();
        if (request.hasReferences()) {
            lines.add(terminal.command(
                    "python", "-m", "pip", "install", "--no-deps", "-r", request.name(FileRole.REFERENCES)));
        }
        if (request.installsProject()) {
            lines.add(terminal.command("python", "-m", "pip", "install", "--no-deps", "--editable", "."));
        }
        return lines;
    }

    /** The command that runs the analysis, if there is one. */
    private static List<String> run(Terminal terminal, RenderRequest request) {
        List<String> command = request.plan().options().command();
        return command.isEmpty() ? List.of() : List.of(terminal.command(command));
    }

    private static List<String> notebooks(RenderRequest request) {
        return request.hasJupyter() ? List.of("jupyter lab") : List.of();
    }

    static Optional<String> explanation(RenderRequest request, UnaryOperator<String> code) {
        return request.plan().options().command().isEmpty()
                ? Optional.of(Texts.get("guide.no-command", code.apply("python analysis.py")))
                : Optional.empty();
    }

    static void addJupyter(Page page, RenderRequest request) {
        if (request.hasJupyter()) {
            page.section(Texts.get("guide.jupyter"))
                    .paragraph(Texts.get("guide.jupyter.environment"))
                    .commands(Terminal.POSIX, notebooks(request));
        }
    }
}
