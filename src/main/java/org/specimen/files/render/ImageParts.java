package org.specimen.files.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.specimen.catalogue.DebianSuite;
import org.specimen.files.FileRole;
import org.specimen.format.CommentText;
import org.specimen.format.Dockerfile;
import org.specimen.format.Instruction.Blank;
import org.specimen.format.Instruction.Command;
import org.specimen.format.Instruction.Comment;
import org.specimen.format.Instruction.Copy;
import org.specimen.format.Instruction.Environment;
import org.specimen.format.Instruction.From;
import org.specimen.format.Instruction.Label;
import org.specimen.format.Instruction.Run;
import org.specimen.format.Instruction.User;

/** What both kinds of image have. */
final class ImageParts {

    /** Where the project lies in the image, and where its folder is mounted. */
    static final String PROJECT = "/project";

    /** Where the project is built: the tool that does it leaves files beside the code. */
    private static final String BUILD = "/tmp/project";

    /** Open to every user, as {@code /tmp} is: anyone may add files, nobody may take away another's. */
    private static final String OPEN_TO_ALL = "1777";

    /** hadolint asks for exact versions of Debian packages, which the archive deletes as newer ones arrive. */
    private static final String LINT_NOTE = "hadolint ignore=DL3008";

    private static final SortedMap<String, String> PIP = Collections.unmodifiableSortedMap(
            new TreeMap<>(Map.of("PIP_DISABLE_PIP_VERSION_CHECK", "1", "PIP_ROOT_USER_ACTION", "ignore")));

    private static final Map<String, String> VCS_PROGRAMS =
            Map.of("git+", "git", "hg+", "mercurial", "svn+", "subversion", "bzr+", "bzr");

    private ImageParts() {}

    /** What the image starts from, by its digest too where a proof found it. */
    static From from(RenderRequest request, String image) {
        return new From(image, request.plan().frozen().digestOf(image), Optional.empty());
    }

    /** OCI's labels (image specification, "Annotations"); none with a time in it. */
    static Label label(RenderRequest request) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("org.opencontainers.image.title", request.plan().name());
        labels.put(
                "org.opencontainers.image.description",
                Texts.get(
                        "image.description",
                        CommentText.oneLine(request.facts().name()),
                        request.lock().python(),
                        request.stack().title()));
        return new Label(labels);
    }

    /** The Debian packages that are needed when the code runs, if there are any, each with its reason. */
    static void addSystemPackages(Dockerfile.Builder file, RenderRequest request) {
        SortedMap<String, SortedSet<String>> reasons =
                SystemPackages.of(request).runTime();
        if (reasons.isEmpty()) {
            return;
        }
        StringBuilder comment = new StringBuilder(Texts.get("image.system"));
        reasons.forEach((debian, why) ->
                comment.append("\n- ").append(debian).append(": ").append(String.join(", ", why)));
        file.section(
                comment + "\n" + LINT_NOTE,
                Run.of(update(), install(List.copyOf(reasons.keySet())), new Run.RemovePackageLists()));
    }

    /**
     * Installs the packages of the environment, and around that the tools that compile what has no wheel, which leave no
     * trace in the image since they go in the same step.
     */
    static void addInstallation(
            Dockerfile.Builder file, RenderRequest request, Copy source, String comment, Run.Step... steps) {
        SystemPackages system = SystemPackages.of(request);
        if (system.compiled().isEmpty()) {
            file.section(comment, source, Run.of(steps));
            return;
        }
        String compiled = system.compiled().stream()
                .map(libraries -> libraries.distribution().value())
                .collect(Collectors.joining(", "));
        file.section(comment, source, new Comment(Texts.get("image.compiled", compiled) + "\n" + LINT_NOTE));
        file.add(new Run(withTools(system.build(), List.of(steps))));
    }

    private static List<Run.Step> withTools(List<String> tools, List<Run.Step> steps) {
        List<Run.Step> all = new ArrayList<>(List.of(update(), install(tools)));
        all.addAll(steps);
        all.add(Run.Step.call("apt-get", "purge", "-y", "--auto-remove").withEach(tools));
        all.add(new Run.RemovePackageLists());
        return all;
    }

    private static Run.Call update() {
        return Run.Step.call("apt-get", "update");
    }

    private static Run.Call install(List<String> packages) {
        return Run.Step.call("apt-get", "install", "-y", "--no-install-recommends")
                .withEach(packages);
    }

    /** Makes folders that every user may write to. */
    static Run.Call openFolders(String... folders) {
        return Run.Step.call("install", "-d", "-m", OPEN_TO_ALL).withEach(List.of(folders));
    }

    /** Installs what comes from addresses, before the code. */
    private static void addRemoteReferences(Dockerfile.Builder file, RenderRequest request, String pip) {
        boolean fetched = !programs(request).isEmpty();
        file.section(
                Texts.get("image.references") + (fetched ? "\n" + Texts.get("image.references.programs") : ""),
                Copy.of(request.name(FileRole.REFERENCES), "./"));
        if (fetched) {
            file.add(new Comment(LINT_NOTE));
        }
        file.add(new Run(referenceSteps(request, pip)));
    }

    /** What fetches the references is there for this step only. */
    private static List<Run.Step> referenceSteps(RenderRequest request, String pip) {
        Run.Step install =
                Run.Step.call(pip, "install", "--no-cache-dir", "--no-deps", "-r", request.name(FileRole.REFERENCES));
        List<String> programs = programs(request);
        return programs.isEmpty() ? List.of(install) : withTools(programs, List.of(install));
    }

    /** The programs that fetch references from version control, beside those that stay in the image. */
    private static List<String> programs(RenderRequest request) {
        return request.lock().references().stream()
                .flatMap(reference -> reference.url().stream())
                .flatMap(url -> VCS_PROGRAMS.entrySet().stream()
                        .filter(entry -> url.startsWith(entry.getKey()))
                        .map(Map.Entry::getValue))
                .filter(Predicate.not(request.plan().options().systemPackages()::contains))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether a reference is part of the project, so that its code must be there first. */
    private static boolean hasLocalReferences(RenderRequest request) {
        return request.lock().references().stream()
                .flatMap(reference -> reference.url().stream())
                .anyMatch(url -> url.startsWith("file:") || !url.contains(":"));
    }

    /**
     * What holds when the image runs.
     *
     * @param home a folder that any user may write to; nothing that is needed lies in it
     */
    static Environment atRunTime(String home) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("HOME", home);
        variables.put("PYTHONDONTWRITEBYTECODE", "1");
        variables.put("PYTHONHASHSEED", "0");
        variables.put("PYTHONNOUSERSITE", "1");
        variables.put("PYTHONUNBUFFERED", "1");
        return new Environment(variables);
    }

    /** The code, the project as a package, the user, and the command. */
    static void addProject(Dockerfile.Builder file, RenderRequest request, String pip, String home, int user) {
        if (request.hasReferences() && !hasLocalReferences(request)) {
            addRemoteReferences(file, request, pip);
        }
        file.section(Texts.get("image.run-time"), atRunTime(home));
        file.section(Texts.get("image.code", request.name(FileRole.DOCKERIGNORE)), Copy.of(".", "./"));
        List<Run.Step> steps = new ArrayList<>();
        if (hasLocalReferences(request)) {
            file.add(new Comment(Texts.get("image.references")));
            steps.addAll(referenceSteps(request, pip));
        }
        if (request.installsProject()) {
            file.add(new Comment(Texts.get("image.project")));
            steps.add(Run.Step.call("cp", "-R", ".", BUILD));
            steps.add(Run.Step.call(pip, "install", "--no-cache-dir", "--no-deps", BUILD));
            steps.add(Run.Step.call("rm", "-rf", BUILD));
        }
        steps.add(Run.Step.call("chmod", "-R", "a+rwX", "."));
        if (hasLocalReferences(request) && !programs(request).isEmpty()) {
            file.add(new Comment(LINT_NOTE));
        }
        List<String> command = request.plan().options().command();
        file.add(
                new Run(steps),
                new Blank(),
                new User(user),
                new Command(command.isEmpty() ? List.of("python") : command));
    }

    /** Keeps pip's notes out of the log of a build. */
    static Environment quietPip() {
        return new Environment(PIP);
    }

    /** The same, and keeps downloads out of the image also where conda runs pip. */
    static Environment quietPipWithoutCache() {
        Map<String, String> variables = new TreeMap<>(PIP);
        variables.put("PIP_NO_CACHE_DIR", "1");
        return new Environment(variables);
    }

    /**
     * The release of Debian whose image is taken: the newest that has this Python. Older patch releases were built on
     * bookworm at the latest; whether this one was is for the guide to say.
     */
    static DebianSuite suite(RenderRequest request) {
        String python = request.lock().python().toString();
        return request.catalogue()
                .pythonReleases()
                .find(python)
                .filter(release -> release.latest().equals(python))
                .flatMap(release -> release.imageSuites().stream().max(DebianSuite::compareTo))
                .orElse(DebianSuite.BOOKWORM);
    }
}
