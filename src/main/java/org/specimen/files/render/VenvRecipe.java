package org.specimen.files.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.specimen.files.FileRole;
import org.specimen.format.Markdown;
import org.specimen.machine.OperatingSystem;

/** The commands for a venv. */
record VenvRecipe(RenderRequest request) implements Recipe {

    @Override
    public String needed(UnaryOperator<String> code) {
        return Texts.get(
                        "guide.venv.python",
                        minor(),
                        code.apply("Python " + request.lock().python()))
                + " "
                + Texts.get(
                        "guide.venv.python.get",
                        code.apply("uv python install " + minor()),
                        code.apply("brew install python@" + minor()),
                        code.apply("winget install Python.Python." + minor()));
    }

    @Override
    public List<Commands> commands() {
        Systems systems = Systems.of(request);
        List<Commands> all = new ArrayList<>();
        systems.unixTitle()
                .ifPresent(title -> all.add(
                        commands(title, systems.unix(), Terminal.POSIX, "python" + minor(), ". .venv/bin/activate")));
        if (systems.windows()) {
            all.add(commands(
                    Texts.get("guide.windows"),
                    Set.of(OperatingSystem.WINDOWS),
                    Terminal.POWERSHELL,
                    "py -" + minor(),
                    ".venv\\Scripts\\Activate.ps1"));
        }
        return all;
    }

    @Override
    public List<String> notesOn(Commands commands, UnaryOperator<String> code) {
        return commands.terminal() == Terminal.POWERSHELL
                ? List.of(Texts.get(
                        "guide.venv.activation",
                        code.apply("Set-ExecutionPolicy -Scope Process -ExecutionPolicy RemoteSigned")))
                : List.of();
    }

    @Override
    public List<String> notes(UnaryOperator<String> code) {
        return Stream.concat(
                        Systems.of(request).others().stream(), EnvironmentCommands.explanation(request, code).stream())
                .toList();
    }

    @Override
    public void addTo(Page page) {
        page.section(Texts.get("guide.recreate")).paragraph(needed(Markdown::code), Texts.get("guide.recreate.where"));
        for (Commands commands : commands()) {
            page.subsection(commands.title()).commands(commands.terminal(), commands.makeAndRun());
            notesOn(commands, Markdown::code).forEach(page::paragraph);
        }
        notes(Markdown::code).forEach(page::paragraph);
        EnvironmentCommands.addJupyter(page, request);
    }

    private String minor() {
        return request.lock().python().major() + "." + request.lock().python().minor();
    }

    private Commands commands(
            String title, Set<OperatingSystem> systems, Terminal terminal, String python, String activate) {
        List<String> install = new ArrayList<>(List.of("python", "-m", "pip", "install"));
        if (request.hasHashes()) {
            install.add("--require-hashes");
        }
        install.addAll(List.of("-r", request.name(FileRole.REQUIREMENTS)));
        List<String> make =
                List.of(python + " --version", python + " -m venv .venv", activate, terminal.command(install));
        return EnvironmentCommands.of(title, systems, terminal, make, request);
    }
}
