package org.specimen.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.files.FileNames;
import org.specimen.files.FileRole;
import org.specimen.files.WrittenFiles;
import org.specimen.format.RequirementsFile;
import org.specimen.machine.MachineFacts;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.GpuUse;
import org.specimen.plan.PlannedPackage;
import org.specimen.problem.BadInput;
import org.specimen.project.Evidence;
import org.specimen.project.FoundPackage;
import org.specimen.project.ProjectFacts;
import org.specimen.project.Role;
import org.specimen.project.WarningKind;
import org.specimen.proof.MakeRequest;
import org.specimen.proof.ProofRequest;
import org.specimen.proof.ProofRequest.ImportToTry;
import org.specimen.proof.ProofRequest.Pin;
import org.specimen.proof.RunLimits;
import org.specimen.proof.Subject;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Specifier;
import org.specimen.python.Version;

/** Turns a project with its files, and what a person wants, into what is to be proved. */
record ProofRequests(Catalogue catalogue, MachineFacts machine) {

    /** Folders that hold results in most projects. */
    private static final Set<String> RESULT_FOLDERS =
            Set.of("results", "result", "output", "outputs", "out", "figures", "figs", "plots", "tables");

    /** More would not be looked through. */
    private static final int MOST_RESULTS = 200;

    static ProofOffer offer(Project project, EnvironmentPlan plan, Set<String> variables) {
        Set<List<String>> commands = new LinkedHashSet<>();
        if (!plan.options().command().isEmpty()) {
            commands.add(plan.options().command());
        }
        commands.addAll(project.facts().commands());
        return new ProofOffer(
                plan.stack().usesDocker(),
                List.copyOf(commands),
                results(project.folder()),
                project.facts().secrets().stream()
                        .map(ProjectFacts.Secret::key)
                        .distinct()
                        .map(key -> new ProofOffer.Key(key, variables.contains(key)))
                        .toList());
    }

    private static List<String> results(Path folder) {
        List<String> found = new ArrayList<>();
        try (Stream<Path> top = Files.list(folder)) {
            for (Path each : top.filter(path -> RESULT_FOLDERS.contains(String.valueOf(path.getFileName())))
                    .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList()) {
                try (Stream<Path> files = Files.walk(each, 3)) {
                    files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                            .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                            .filter(path ->
                                    !path.substring(path.lastIndexOf('/') + 1).startsWith("."))
                            .sorted()
                            .limit(MOST_RESULTS)
                            .forEach(found::add);
                }
            }
        } catch (IOException unreadable) {
            throw new BadInput(AppTexts.get("file.unreadable", folder), unreadable);
        }
        return found;
    }

    ProofRequest request(Project project, EnvironmentPlan plan, ProofWishes wishes) {
        List<String> words = wishes.command().orElse(plan.options().command());
        Optional<Subject> subject = words.isEmpty() ? Optional.empty() : Optional.of(Subject.of(words));
        subject.filter(Subject.Notebook.class::isInstance)
                .map(Subject.Notebook.class::cast)
                .ifPresent(notebook -> checked(project.folder(), notebook.path()));
        if (subject.isEmpty() && !wishes.expected().isEmpty()) {
            throw new BadInput(AppTexts.get("proof.no-command"));
        }
        return new ProofRequest(
                new MakeRequest(
                        project.folder().toAbsolutePath().normalize(),
                        plan,
                        wishes.indexUrl(),
                        wishes.certificates().stream().map(Path::toAbsolutePath).toList(),
                        wishes.replaceExisting(),
                        wishes.mirror()),
                pins(project, plan),
                imports(project.facts(), plan),
                subject,
                wishes.expected().stream()
                        .map(path -> checked(project.folder(), path))
                        .distinct()
                        .toList(),
                wishes.tolerance(),
                wishes.runs(),
                limits(wishes.limits(), GpuUse.of(plan, project.facts())),
                wishes.keys(),
                unseeded(project.facts()));
    }

    /** A GPU is given only to a project that computes on one. */
    private static RunLimits limits(RunLimits wished, boolean usesGpu) {
        return new RunLimits(wished.time(), wished.memoryBytes(), wished.network(), wished.gpu() && usesGpu);
    }

    /** A file of the project, by its path within it, with slashes. */
    private static String checked(Path folder, String text) {
        Path root = folder.toAbsolutePath().normalize();
        Path file = root.resolve(text).normalize();
        try {
            boolean inside = file.startsWith(root) && file.toRealPath().startsWith(root.toRealPath());
            if (inside && Files.isRegularFile(file)) {
                return root.relativize(file).toString().replace('\\', '/');
            }
        } catch (IOException notThere) {
            throw new BadInput(AppTexts.get("proof.no-file", text, folder), notThere);
        }
        throw new BadInput(AppTexts.get("proof.no-file", text, folder));
    }

    private static List<Evidence> unseeded(ProjectFacts facts) {
        return facts.warnings().stream()
                .filter(warning -> warning.kind().equals(WarningKind.UNSEEDED.key()))
                .map(ProjectFacts.Warning::evidence)
                .toList();
    }

    /** Modules of packages that are installed: what was left out, or is for developing alone, is not tried. */
    private static List<ImportToTry> imports(ProjectFacts facts, EnvironmentPlan plan) {
        Map<PackageName, Role> planned = new TreeMap<>();
        plan.packages().forEach(one -> planned.put(one.name(), one.role()));
        Map<String, ImportToTry> imports = new LinkedHashMap<>();
        for (FoundPackage found : facts.packages()) {
            if (found.role() == Role.DEVELOPMENT || plan.leftOut().contains(found.name())) {
                continue;
            }
            boolean optional = found.role() == Role.OPTIONAL || !planned.containsKey(found.name());
            for (String module : found.imports()) {
                imports.putIfAbsent(
                        module,
                        new ImportToTry(module, optional, found.evidence().get(0)));
            }
        }
        return List.copyOf(imports.values());
    }

    private List<Pin> pins(Project project, EnvironmentPlan plan) {
        Map<PackageName, Version> pins = new TreeMap<>();
        if (plan.stack().usesConda()) {
            Set<String> own = WrittenFiles.unchanged(project.folder(), plan.written());
            EarlierPins earlier = EarlierPins.of(project.folder(), plan, own, catalogue);
            Map<PackageName, Version> all = new LinkedHashMap<>(earlier.kept());
            all.putAll(earlier.byHand());
            Set<PackageName> direct = new LinkedHashSet<>(
                    plan.directPackages().stream().map(PlannedPackage::name).toList());
            all.forEach((name, version) -> {
                if (direct.contains(name)) {
                    pins.put(name, version);
                }
            });
        }
        pins.putAll(pipPins(project.folder(), plan));
        return pins.entrySet().stream()
                .map(pin -> new Pin(pin.getKey(), pin.getValue()))
                .toList();
    }

    private Map<PackageName, Version> pipPins(Path folder, EnvironmentPlan plan) {
        MarkerEnvironment here =
                MarkerEnvironment.of(plan.python(), platform(plan).wheelPlatform());
        Map<PackageName, Version> pins = new TreeMap<>();
        writtenText(folder, plan, FileRole.REQUIREMENTS).ifPresent(text -> {
            for (RequirementsFile.Line line : RequirementsFile.parse(text).lines()) {
                if (line instanceof RequirementsFile.Wanted wanted
                        && wanted.requirement().appliesTo(here, Set.of())) {
                    pinned(wanted.requirement())
                            .ifPresent(version -> pins.put(wanted.requirement().name(), version));
                }
            }
        });
        return pins;
    }

    /** An image is Linux; which one, this computer's processor says, where the plan holds for it. */
    private TargetPlatform platform(EnvironmentPlan plan) {
        if (!plan.stack().usesDocker()) {
            return machine.platform();
        }
        boolean arm =
                machine.platform() == TargetPlatform.MACOS_ARM64 || machine.platform() == TargetPlatform.LINUX_ARM64;
        return arm && plan.platforms().contains(TargetPlatform.LINUX_ARM64)
                ? TargetPlatform.LINUX_ARM64
                : TargetPlatform.LINUX_X86_64;
    }

    private static Optional<Version> pinned(Requirement requirement) {
        return requirement.specifiers().specifiers().stream()
                .filter(specifier -> specifier.operator() == Specifier.Operator.EQUAL && !specifier.isPrefix())
                .flatMap(specifier -> specifier.parsedVersion().stream())
                .findFirst();
    }

    private static Optional<String> writtenText(Path folder, EnvironmentPlan plan, FileRole role) {
        String beside = role.fileName() + FileNames.BESIDE;
        String name = plan.written().containsKey(beside) ? beside : role.fileName();
        return plan.written().containsKey(name) ? SmallFiles.inProject(folder, name) : Optional.empty();
    }
}
