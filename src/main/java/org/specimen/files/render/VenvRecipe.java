package org.specimen.files.render;

import java.util.ArrayList;
import java.util.List;
import org.specimen.files.FileRole;
import org.specimen.format.Markdown;

/** The commands for a venv. */
record VenvRecipe(RenderRequest request) implements Recipe {

    @Override
    public void addTo(Page page) {
        String exact = request.lock().python().toString();
        page.section(Texts.get("guide.recreate"))
                .paragraph(
                        Texts.get("guide.venv.python", minor(), Markdown.code("Python " + exact)),
                        Texts.get("guide.recreate.where"));
        Systems systems = Systems.of(request);
        systems.unixTitle()
                .ifPresent(title -> page.subsection(title)
                        .commands(Terminal.POSIX, lines(Terminal.POSIX, "python" + minor(), ". .venv/bin/activate")));
        if (systems.windows()) {
            page.subsection(Texts.get("guide.windows"))
                    .commands(
                            Terminal.POWERSHELL,
                            lines(Terminal.POWERSHELL, "py -" + minor(), ".venv\\Scripts\\Activate.ps1"))
                    .paragraph(Texts.get(
                            "guide.venv.activation",
                            Markdown.code("Set-ExecutionPolicy -Scope Process -ExecutionPolicy RemoteSigned")));
        }
        systems.addOthers(page);
        EnvironmentCommands.addExplanation(page, request);
        EnvironmentCommands.addJupyter(page, request);
    }

    private String minor() {
        return request.lock().python().major() + "." + request.lock().python().minor();
    }

    private List<String> lines(Terminal terminal, String python, String activate) {
        List<String> install = new ArrayList<>(List.of("python", "-m", "pip", "install"));
        if (request.hasHashes()) {
            install.add("--require-hashes");
        }
        install.addAll(List.of("-r", request.name(FileRole.REQUIREMENTS)));
        List<String> lines = new ArrayList<>(
                List.of(python + " --version", python + " -m venv .venv", activate, terminal.command(install)));
        lines.addAll(EnvironmentCommands.afterwards(terminal, request));
        return lines;
    }
}
