package org.specimen.files.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.files.FileRole;
import org.specimen.format.Markdown;

/** The commands for an image: with Docker on every system, with Apptainer on a cluster. */
record DockerRecipe(RenderRequest request) implements Recipe {

    private static final String USER = "--user \"$(id -u):$(id -g)\"";
    private static final int JUPYTER_PORT = 8888;

    /** The systems differ in whose the files in a mounted folder are, in their GPUs, and in their processors. */
    private enum OperatingSystem {
        LINUX("guide.linux", Terminal.POSIX),
        MACOS("guide.macos", Terminal.POSIX),
        WINDOWS("guide.windows", Terminal.POWERSHELL);

        private final String title;
        private final Terminal terminal;

        OperatingSystem(String title, Terminal terminal) {
            this.title = title;
            this.terminal = terminal;
        }
    }

    @Override
    public void addTo(Page page) {
        page.section(Texts.get("guide.recreate"))
                .paragraph(Texts.get("guide.docker.need"), Texts.get("guide.recreate.where"));
        for (OperatingSystem system : OperatingSystem.values()) {
            page.subsection(Texts.get(system.title))
                    .commands(system.terminal, List.of(build(system), run(system, List.of(), false)));
        }
        addExplanations(page);
        addJupyter(page);
        addKeeping(page);
        addCluster(page);
    }

    private String build(OperatingSystem system) {
        List<String> words = new ArrayList<>(List.of("docker", "build", "-t", image()));
        if (!request.name(FileRole.DOCKERFILE).equals(FileRole.DOCKERFILE.fileName())) {
            words.addAll(List.of("-f", request.name(FileRole.DOCKERFILE)));
        }
        words.addAll(platform(system));
        words.add(".");
        return system.terminal.command(words);
    }

    /**
     * The command that runs the image.
     *
     * @param options more options of {@code docker run}
     */
    private String run(OperatingSystem system, List<String> options, boolean jupyter) {
        List<String> words = new ArrayList<>(List.of("docker run --rm"));
        if (jupyter || request.plan().options().command().isEmpty()) {
            words.add("-it");
        }
        words.addAll(platform(system));
        if (request.usesGpu() && system != OperatingSystem.MACOS) {
            words.add("--gpus all");
        }
        if (system == OperatingSystem.LINUX) {
            words.add(USER);
        }
        GuideCode.keys(request).forEach(key -> words.add("-e " + key));
        words.addAll(options);
        words.add("-v " + system.terminal.currentFolderAt(ImageParts.PROJECT));
        words.add(image());
        if (jupyter) {
            words.add("jupyter lab --ip=0.0.0.0 --port=" + JUPYTER_PORT + " --no-browser");
        }
        return String.join(" ", words);
    }

    private String image() {
        return request.plan().imageName();
    }

    /** Where the pins hold on one kind of processor only, Docker must be told so on a computer of the other kind. */
    private List<String> platform(OperatingSystem system) {
        return system == OperatingSystem.MACOS && holdsOnX86Only()
                ? List.of(
                        "--platform",
                        TargetPlatform.LINUX_X86_64.dockerPlatform().orElseThrow())
                : List.of();
    }

    private boolean holdsOnX86Only() {
        Set<TargetPlatform> platforms = request.platforms();
        return platforms.contains(TargetPlatform.LINUX_X86_64) && !platforms.contains(TargetPlatform.LINUX_ARM64);
    }

    private void addExplanations(Page page) {
        List<String> notes = new ArrayList<>();
        notes.add(Texts.get(
                "guide.docker.mount",
                Markdown.code(ImageParts.PROJECT),
                Markdown.code(String.join(", ", BuildContext.dataFolders(request)))));
        notes.add(Texts.get("guide.docker.user", Markdown.code("--user"), Markdown.code("--userns=keep-id")));
        if (holdsOnX86Only()) {
            notes.add(Texts.get(
                    "guide.docker.platform", Markdown.code("--platform"), TargetPlatform.LINUX_X86_64.label()));
        }
        if (request.usesGpu()) {
            notes.add(Texts.get("guide.gpu", Markdown.code("--gpus")) + " " + Texts.get("guide.gpu.none"));
        }
        if (request.installsProject()) {
            notes.add(Texts.get("guide.docker.project"));
        }
        if (request.plan().options().command().isEmpty()) {
            notes.add(Texts.get("guide.docker.no-command"));
        }
        String ignored = request.name(FileRole.DOCKERIGNORE);
        if (!ignored.equals(FileRole.DOCKERIGNORE.fileName())) {
            notes.add(Texts.get(
                    "guide.docker.ignore", Markdown.code(ignored), Markdown.code(FileRole.DOCKERIGNORE.fileName())));
        }
        page.list(notes);
    }

    private void addJupyter(Page page) {
        if (!request.hasJupyter()) {
            return;
        }
        page.section(Texts.get("guide.jupyter")).paragraph(Texts.get("guide.jupyter.image"));
        for (OperatingSystem system : OperatingSystem.values()) {
            page.subsection(Texts.get(system.title))
                    .commands(
                            system.terminal,
                            List.of(run(system, List.of("-p 127.0.0.1:" + JUPYTER_PORT + ":" + JUPYTER_PORT), true)));
        }
        page.paragraph(Texts.get("guide.jupyter.address", Markdown.code("http://127.0.0.1:" + JUPYTER_PORT)));
    }

    private void addKeeping(Page page) {
        String archive = request.imageArchive();
        page.section(Texts.get("guide.keep"))
                .paragraph(Texts.get("guide.keep.text"))
                .commands(Terminal.POSIX, List.of(Terminal.POSIX.command("docker", "save", "-o", archive, image())))
                .paragraph(Texts.get(
                        "guide.keep.load", Markdown.code(Terminal.POSIX.command("docker", "load", "-i", archive))));
    }

    private void addCluster(Page page) {
        Terminal terminal = Terminal.POSIX;
        String file = request.apptainerFile();
        List<String> lines = new ArrayList<>();
        lines.add(terminal.command("apptainer", "build", file, "docker-archive:" + request.imageArchive()));
        GuideCode.keys(request).forEach(key -> lines.add("export APPTAINERENV_" + key + "=\"$" + key + "\""));
        lines.add("apptainer run --cleanenv " + (request.usesGpu() ? "--nv " : "") + "--bind "
                + terminal.currentFolderAt(ImageParts.PROJECT) + " --pwd " + ImageParts.PROJECT + " " + file);
        page.section(Texts.get("guide.cluster"))
                .paragraph(Texts.get("guide.cluster.text"))
                .commands(terminal, lines)
                .paragraph(Texts.get("guide.cluster.home"));
    }
}
