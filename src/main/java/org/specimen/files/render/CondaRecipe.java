package org.specimen.files.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.specimen.files.FileRole;
import org.specimen.format.Markdown;
import org.specimen.machine.OperatingSystem;

/** The commands for a Conda environment: the same on every system. */
record CondaRecipe(RenderRequest request) implements Recipe {

    /** Where the environment lies, as with a venv: beside no other project's, and where `specimen build` makes it. */
    static final String PREFIX = "./.conda";

    @Override
    public String needed(UnaryOperator<String> code) {
        return request.condaLock().isPresent()
                ? Texts.get(
                        "guide.conda.need.lock",
                        code.apply(request.name(FileRole.CONDA_LOCK)),
                        code.apply(Terminal.POSIX.command(
                                "conda",
                                "env",
                                "create",
                                "--prefix",
                                PREFIX,
                                "--file",
                                request.name(FileRole.ENVIRONMENT_YML))))
                : Texts.get("guide.conda.need");
    }

    @Override
    public List<Commands> commands() {
        Systems systems = Systems.of(request);
        List<Commands> all = new ArrayList<>();
        systems.unixTitle().ifPresent(title -> all.add(commands(title, systems.unix(), Terminal.POSIX)));
        if (systems.windows()) {
            all.add(commands(Texts.get("guide.windows.conda"), Set.of(OperatingSystem.WINDOWS), Terminal.POWERSHELL));
        }
        return all;
    }

    @Override
    public List<String> notesOn(Commands commands, UnaryOperator<String> code) {
        return List.of();
    }

    @Override
    public List<String> notes(UnaryOperator<String> code) {
        return Stream.of(
                        Systems.of(request).others(),
                        needsCopy()
                                ? Optional.of(Texts.get(
                                        request.condaLock().isPresent()
                                                ? "guide.conda.extension.lock"
                                                : "guide.conda.extension"))
                                : Optional.<String>empty(),
                        EnvironmentCommands.explanation(request, code))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void addTo(Page page) {
        page.section(Texts.get("guide.recreate")).paragraph(needed(Markdown::code), Texts.get("guide.recreate.where"));
        commands()
                .forEach(commands ->
                        page.subsection(commands.title()).commands(commands.terminal(), commands.makeAndRun()));
        notes(Markdown::code).forEach(page::paragraph);
        EnvironmentCommands.addJupyter(page, request);
    }

    private Commands commands(String title, Set<OperatingSystem> systems, Terminal terminal) {
        List<String> make = new ArrayList<>();
        if (needsCopy()) {
            make.add(terminal.command("cp", request.name(installed()), readable()));
        }
        make.add(
                request.condaLock().isPresent()
                        ? terminal.command("mamba", "create", "--yes", "--prefix", PREFIX, "--file", readable())
                        : terminal.command("conda", "env", "create", "--prefix", PREFIX, "--file", readable()));
        make.add(terminal.command("conda", "activate", PREFIX));
        if (request.installsPipApart()) {
            List<String> pip = new ArrayList<>(List.of("python", "-m", "pip", "install"));
            pip.addAll(PipFiles.words(request));
            make.add(terminal.command(pip));
        }
        return EnvironmentCommands.of(title, systems, terminal, make, request);
    }

    private FileRole installed() {
        return request.condaLock().isPresent() ? FileRole.CONDA_LOCK : FileRole.ENVIRONMENT_YML;
    }

    /** conda and mamba tell by the end of a file's name what it is. */
    private boolean needsCopy() {
        return !request.name(installed()).endsWith(".yml");
    }

    private String readable() {
        String name = request.name(installed());
        if (!needsCopy()) {
            return name;
        }
        return request.condaLock().isPresent() ? "specimen-" + FileRole.CONDA_LOCK.fileName() : name + ".yml";
    }
}
