package org.specimen.files.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.advice.Stack;
import org.specimen.catalogue.BaseImages;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.files.FileRole;
import org.specimen.format.Markdown;
import org.specimen.plan.PlannedPackage;
import org.specimen.python.Version;
import org.specimen.resolve.Lockfile;
import org.specimen.resolve.Lockfile.CondaPackage;
import org.specimen.resolve.Lockfile.PipPackage;

/** ENVIRONMENT.md: for people, what is fixed and why, and how to recreate and run it. */
final class Guide {

    private Guide() {}

    static String write(RenderRequest request) {
        Page page = new Page();
        page.title(Texts.get("guide.title", Markdown.code(request.plan().name())));
        page.paragraph(
                Texts.get("guide.intro", Texts.get("stack." + request.stack().key())));
        page.paragraph(
                "**" + Texts.get("guide.python", request.lock().python()) + "**.",
                Texts.get(
                        "guide.platforms",
                        request.platforms().stream().map(TargetPlatform::label).collect(Collectors.joining(", "))));
        proved(request).ifPresent(page::paragraph);
        addFiles(page, request);
        Recipe.of(request).addTo(page);
        GuideLayers.addTo(page, request);
        addPackages(page, request);
        GuideCode.addTo(page, request);
        addUnchecked(page, request);
        page.section(Texts.get("guide.change"))
                .paragraph(
                        Texts.get("guide.change.text", Markdown.code(request.name(FileRole.PLAN))),
                        Texts.get(
                                "guide.change." + request.stack().key()
                                        + (request.stack() == Stack.CONDA
                                                        && request.condaLock().isPresent()
                                                ? "-lock"
                                                : ""),
                                Markdown.code(Terminal.POSIX.command(
                                        "conda",
                                        "env",
                                        "update",
                                        "--prune",
                                        "--prefix",
                                        CondaRecipe.PREFIX,
                                        "--file",
                                        request.name(FileRole.ENVIRONMENT_YML)))));
        return page.text();
    }

    /** That the environment was proved, as long as it has the same pins. */
    private static Optional<String> proved(RenderRequest request) {
        return request.plan()
                .frozen()
                .proved()
                .filter(proved -> proved.pins().equals(PinsDigest.of(request.lock())))
                .map(proved -> Texts.get(
                        "guide.proved." + proved.outcome().key(),
                        Markdown.text(proved.on()),
                        Markdown.text(proved.with())));
    }

    private static void addFiles(Page page, RenderRequest request) {
        List<FileRole> roles = new ArrayList<>(List.of(FileRole.PLAN));
        if (!request.stack().usesConda()) {
            roles.add(FileRole.REQUIREMENTS_IN);
        }
        if (request.hasRequirements()) {
            roles.add(FileRole.REQUIREMENTS);
        }
        if (request.hasReferences()) {
            roles.add(FileRole.REFERENCES);
        }
        if (PylockFile.isWritten(request)) {
            roles.add(FileRole.PYLOCK);
        }
        if (request.stack().usesConda()) {
            roles.add(FileRole.ENVIRONMENT_YML);
        }
        if (request.condaLock().isPresent()) {
            roles.add(FileRole.CONDA_LOCK);
        }
        if (request.stack().usesDocker()) {
            roles.add(FileRole.DOCKERFILE);
            roles.add(FileRole.DOCKERIGNORE);
        } else if (!request.stack().usesConda()) {
            roles.add(FileRole.PYTHON_VERSION);
        }
        page.section(Texts.get("guide.files"))
                .table(
                        Texts.get("guide.files.head"),
                        roles.stream()
                                .map(role ->
                                        Page.row(Markdown.codeInTable(request.name(role)), described(request, role)))
                                .toList());
    }

    private static String described(RenderRequest request, FileRole role) {
        String ours = Texts.get("file." + role.name().toLowerCase(Locale.ROOT));
        return request.isKept(role) ? Texts.get("file.kept", ours) : ours;
    }

    private static void addPackages(Page page, RenderRequest request) {
        Map<String, String> versions = versions(request.lock());
        List<String> rows = request.plan().directPackages().stream()
                .sorted(Comparator.comparing(PlannedPackage::name))
                .map(planned -> Page.row(
                        Markdown.codeInTable(planned.name().value()),
                        Markdown.codeInTable(
                                versions.getOrDefault(planned.name().value(), "–")),
                        Markdown.text(planned.why())))
                .toList();
        page.section(Texts.get("guide.packages"));
        if (rows.isEmpty()) {
            page.paragraph(Texts.get("guide.packages.none"));
            return;
        }
        page.table(Texts.get("guide.packages.head"), rows);
        if (request.condaLock().isPresent()) {
            page.paragraph(Texts.get(
                    "guide.packages.conda-lock",
                    Markdown.code(request.name(FileRole.ENVIRONMENT_YML)),
                    Markdown.code(request.name(FileRole.CONDA_LOCK))));
        } else if (request.stack().usesConda()) {
            page.paragraph(Texts.get("guide.packages.conda", Markdown.code(request.name(FileRole.ENVIRONMENT_YML))));
        } else {
            page.paragraph(Texts.get("guide.packages.closure", Markdown.code(request.name(FileRole.REQUIREMENTS))));
        }
    }

    /** What each distribution is pinned to, by its name. */
    private static Map<String, String> versions(Lockfile lock) {
        Map<String, String> versions = new LinkedHashMap<>();
        lock.references()
                .forEach(reference -> reference
                        .url()
                        .ifPresent(url -> versions.put(reference.name().value(), PipFiles.withoutLogin(url))));
        Map<String, TreeSet<Version>> pip = lock.pip().stream()
                .collect(Collectors.groupingBy(
                        pin -> pin.name().value(),
                        TreeMap::new,
                        Collectors.mapping(PipPackage::version, Collectors.toCollection(TreeSet::new))));
        pip.forEach((name, all) ->
                versions.put(name, all.stream().map(Version::toString).collect(Collectors.joining(", "))));
        if (lock instanceof Lockfile.Conda conda) {
            conda.conda()
                    .forEach(pin -> pin.distribution()
                            .ifPresent(name ->
                                    versions.put(name.value(), pin.version().toString())));
        }
        return versions;
    }

    private static void addUnchecked(Page page, RenderRequest request) {
        List<String> items = new ArrayList<>();
        if (proved(request).isEmpty()) {
            items.add(Texts.get("guide.unchecked.set"));
        }
        request.lock().notes().forEach(note -> items.add(Markdown.text(note)));
        Renderer.unwritten(request).forEach(missing -> items.add(Markdown.text(missing)));
        Stream<String> pip = request.lock().pip().stream()
                .filter(pin -> !pin.verified())
                .map(PipPackage::name)
                .map(Object::toString);
        Stream<String> conda = request.lock() instanceof Lockfile.Conda lock
                ? lock.conda().stream().filter(pin -> !pin.verified()).map(CondaPackage::name)
                : Stream.empty();
        String unverified = Stream.concat(pip, conda)
                .distinct()
                .sorted()
                .map(Markdown::code)
                .collect(Collectors.joining(", "));
        if (!unverified.isEmpty()) {
            items.add(Texts.get("guide.unchecked.packages", unverified));
        }
        if (request.stack().usesDocker()) {
            SystemPackages system = SystemPackages.of(request);
            system.compiled()
                    .forEach(libraries -> items.add(Texts.get(
                            "guide.unchecked.compiled",
                            Markdown.code(libraries.distribution().value()),
                            Markdown.text(libraries.why()))));
            if (system.onUbuntu() && !system.runTime().isEmpty()) {
                items.add(Texts.get(
                        "guide.unchecked.ubuntu",
                        system.runTime().keySet().stream().map(Markdown::code).collect(Collectors.joining(", "))));
            }
        }
        unknownImage(request).ifPresent(image -> items.add(Texts.get("guide.unchecked.image", Markdown.code(image))));
        if (!items.isEmpty()) {
            page.section(Texts.get("guide.unchecked")).list(items);
        }
    }

    /** The base image, where the catalogue does not know that it exists. */
    private static Optional<String> unknownImage(RenderRequest request) {
        BaseImages images = request.catalogue().baseImages();
        if (request.stack() == Stack.DOCKER) {
            String python = request.lock().python().toString();
            boolean known = request.catalogue()
                    .pythonReleases()
                    .find(python)
                    .filter(release -> release.latest().equals(python)
                            && !release.imageSuites().isEmpty())
                    .isPresent();
            return known ? Optional.empty() : Optional.of(images.python(python, ImageParts.suite(request)));
        }
        return request.cuda()
                .filter(version -> images.cuda().stream()
                        .noneMatch(release -> release.version().equals(version) && release.verified()))
                .map(version -> "nvidia/cuda, " + version);
    }
}
