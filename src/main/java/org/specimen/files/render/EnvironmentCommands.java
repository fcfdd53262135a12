package org.specimen.files.render;

import java.util.ArrayList;
import java.util.List;
import org.specimen.files.FileRole;
import org.specimen.format.Markdown;

/** The commands that are the same in every environment on the person's own computer, once it is active. */
final class EnvironmentCommands {

    private EnvironmentCommands() {}

    /** What is installed last, and the command that runs the analysis. */
    static List<String> afterwards(Terminal terminal, RenderRequest request) {
        List<String> lines = new ArrayList<>();
        if (request.hasReferences()) {
            lines.add(terminal.command(
                    "python", "-m", "pip", "install", "--no-deps", "-r", request.name(FileRole.REFERENCES)));
        }
        if (request.installsProject()) {
            lines.add(terminal.command("python", "-m", "pip", "install", "--no-deps", "--editable", "."));
        }
        List<String> command = request.plan().options().command();
        if (!command.isEmpty()) {
            lines.add(terminal.command(command));
        }
        return lines;
    }

    static void addExplanation(Page page, RenderRequest request) {
        if (request.plan().options().command().isEmpty()) {
            page.paragraph(Texts.get("guide.no-command", Markdown.code("python analysis.py")));
        }
    }

    static void addJupyter(Page page, RenderRequest request) {
        if (request.hasJupyter()) {
            page.section(Texts.get("guide.jupyter"))
                    .paragraph(Texts.get("guide.jupyter.environment"))
                    .commands(Terminal.POSIX, List.of("jupyter lab"));
        }
    }
}
