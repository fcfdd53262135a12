package org.specimen.files.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.specimen.files.FileRole;

/** The commands that are the same in every environment on the person's own computer, once it is active. */
final class EnvironmentCommands {

    private EnvironmentCommands() {}

    /** What is installed last. */
    static List<String> install(Terminal terminal, RenderRequest request) {
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
    static List<String> run(Terminal terminal, RenderRequest request) {
        List<String> command = request.plan().options().command();
        return command.isEmpty() ? List.of() : List.of(terminal.command(command));
    }

    static List<String> notebooks(RenderRequest request) {
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
