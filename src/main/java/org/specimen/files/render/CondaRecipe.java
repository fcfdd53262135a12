package org.specimen.files.render;

import java.util.ArrayList;
import java.util.List;
import org.specimen.files.FileRole;

/** The commands for a Conda environment: the same on every system. */
record CondaRecipe(RenderRequest request) implements Recipe {

    @Override
    public void addTo(Page page) {
        page.section(Texts.get("guide.recreate"))
                .paragraph(Texts.get("guide.conda.need"), Texts.get("guide.recreate.where"));
        Systems systems = Systems.of(request);
        systems.unixTitle().ifPresent(title -> page.subsection(title).commands(Terminal.POSIX, lines(Terminal.POSIX)));
        if (systems.windows()) {
            page.subsection(Texts.get("guide.windows.conda")).commands(Terminal.POWERSHELL, lines(Terminal.POWERSHELL));
        }
        systems.addOthers(page);
        if (needsCopy()) {
            page.paragraph(Texts.get("guide.conda.extension"));
        }
        EnvironmentCommands.addExplanation(page, request);
        EnvironmentCommands.addJupyter(page, request);
    }

    private List<String> lines(Terminal terminal) {
        String name = request.plan().name();
        List<String> lines = new ArrayList<>();
        if (needsCopy()) {
            lines.add(terminal.command("cp", request.name(FileRole.ENVIRONMENT_YML), readable()));
        }
        lines.add(terminal.command("conda", "env", "create", "--file", readable()));
        lines.add(terminal.command("conda", "activate", name));
        lines.addAll(EnvironmentCommands.afterwards(terminal, request));
        return lines;
    }

    /** conda tells by the end of a file's name what it is. */
    private boolean needsCopy() {
        return !request.name(FileRole.ENVIRONMENT_YML).endsWith(".yml");
    }

    private String readable() {
        String name = request.name(FileRole.ENVIRONMENT_YML);
        return needsCopy() ? name + ".yml" : name;
    }
}
