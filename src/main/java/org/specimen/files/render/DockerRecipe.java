package org.specimen.files.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.files.FileRole;
import org.specimen.format.Markdown;
import org.specimen.machine.OperatingSystem;

/** The commands for an image: with Docker on every system, with Apptainer on a cluster. */
record DockerRecipe(RenderRequest request) implements Recipe {

    private static final String USER = "--user \"$(id -u):$(id -g)\"";
    private static final int JUPYTER_PORT = 8888;

    /** On this computer only (docker run, "--publish"). */
    private static final String JUPYTER_PUBLISHED = "127.0.0.1:" + JUPYTER_PORT + ":" + JUPYTER_PORT;

    /** The systems differ in whose the files in a mounted folder are, in their GPUs, and in their processors. */
    @Override
    public List<Commands> commands() {
        return Arrays.stream(OperatingSystem.values())
                .map(system -> new Commands(
                        title(system),
                        Set.of(system),
                        terminal(system),
                        List.of(build(system)),
                        List.of(run(system, List.of(), false)),
                        request.hasJupyter()
                                ? List.of(run(system, List.of("-p " + JUPYTER_PUBLISHED), true))
                                : List.of()))
                .toList();
    }

    private static String title(OperatingSystem system) {
        return Texts.get("guide." + system.key());
    }

    private static Terminal terminal(OperatingSystem system) {
        return system == OperatingSystem.WINDOWS ? Terminal.POWERSHELL : Terminal.POSIX;
    }

    @Override
    public String needed(UnaryOperator<String> code) {
        return Texts.get("guide.docker.need");
    }

    @Override
    public List<String> notesOn(Commands commands, UnaryOperator<String> code) {
        return List.of();
    }

    @Override
    public void addTo(Page page) {
        page.section(Texts.get("guide.recreate")).paragraph(needed(Markdown::code), Texts.get("guide.recreate.where"));
        commands()
                .forEach(commands ->
                        page.subsection(commands.title()).commands(commands.terminal(), commands.makeAndRun()));
        page.list(notes(Markdown::code));
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
        return terminal(system).command(words);
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
        words.add("-v " + terminal(system).currentFolderAt(ImageParts.PROJECT));
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

    @Override
    public List<String> notes(UnaryOperator<String> code) {
        List<String> notes = new ArrayList<>();
        notes.add(Texts.get(
                "guide.docker.mount",
                code.apply(ImageParts.PROJECT),
                code.apply(String.join(", ", BuildContext.dataFolders(request)))));
        notes.add(Texts.get("guide.docker.user", code.apply("--user"), code.apply("--userns=keep-id")));
        if (holdsOnX86Only()) {
            notes.add(
                    Texts.get("guide.docker.platform", code.apply("--platform"), TargetPlatform.LINUX_X86_64.label()));
        }
        if (request.usesGpu()) {
            notes.add(Texts.get("guide.gpu", code.apply("--gpus")) + " " + Texts.get("guide.gpu.none"));
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
                    "guide.docker.ignore", code.apply(ignored), code.apply(FileRole.DOCKERIGNORE.fileName())));
        }
        return notes;
    }

    private void addJupyter(Page page) {
        if (!request.hasJupyter()) {
            return;
        }
        page.section(Texts.get("guide.jupyter")).paragraph(Texts.get("guide.jupyter.image"));
        commands()
                .forEach(commands ->
                        page.subsection(commands.title()).commands(commands.terminal(), commands.notebooks()));
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
