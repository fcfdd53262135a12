package org.specimen.files.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.specimen.advice.Answers;
import org.specimen.advice.Layer;
import org.specimen.advice.Origin;
import org.specimen.advice.Question;
import org.specimen.advice.Recommendation;
import org.specimen.advice.Recommendation.LayerAdvice;
import org.specimen.advice.Recommendation.Note;
import org.specimen.advice.Recommendation.Reason;
import org.specimen.advice.Stack;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.CondaVersion;
import org.specimen.files.FileNames;
import org.specimen.files.FileRole;
import org.specimen.files.GeneratedFile;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.Frozen;
import org.specimen.plan.Options;
import org.specimen.plan.PlannedCondaPackage;
import org.specimen.plan.PlannedPackage;
import org.specimen.project.Evidence;
import org.specimen.project.ProjectFacts;
import org.specimen.project.Role;
import org.specimen.python.Extra;
import org.specimen.python.Marker;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;
import org.specimen.resolve.Assurance;
import org.specimen.resolve.Lockfile;

/** A project to write files for: a small analysis, of which each test changes what it is about. */
final class Example {

    static final String HASH = "sha256:" + "0123456789abcdef".repeat(4);

    final Stack stack;
    String name = "seedlings";
    String project = "Seedlings in spring";
    List<String> command = List.of("python", "analysis.py");
    boolean jupyter = false;
    Optional<String> cuda = Optional.empty();
    boolean venvOnTop = false;
    List<String> systemPackages = List.of();
    Optional<ProjectFacts.Installable> installable = Optional.empty();
    List<ProjectFacts.Secret> secrets = List.of();
    List<ProjectFacts.Model> models = List.of();
    List<Evidence> randomness = List.of();
    List<Evidence> gpuEvidence = List.of();
    ProjectFacts.GpuNeed gpu = ProjectFacts.GpuNeed.NONE;
    List<ProjectFacts.Warning> warnings = List.of();
    Map<Question, List<String>> answers = Map.of();
    Set<TargetPlatform> platforms = EnumSet.of(TargetPlatform.LINUX_X86_64);
    final List<PlannedPackage> packages = new ArrayList<>();
    final List<PlannedCondaPackage> condaPackages = new ArrayList<>();
    final List<Lockfile.PipPackage> pip = new ArrayList<>();
    final List<Lockfile.CondaPackage> conda = new ArrayList<>();
    final List<Requirement> references = new ArrayList<>();
    List<String> notes = List.of();
    List<Reason> reasons = List.of();
    List<Note> habits = List.of();
    FileNames names = FileNames.USUAL;

    private Example(Stack stack) {
        this.stack = stack;
    }

    /** numpy, and pandas that brings tzdata; with Conda the first two come from conda-forge. */
    static Example of(Stack stack) {
        Example example = new Example(stack);
        if (stack.usesConda()) {
            example.conda("numpy", "2.3.5", "means and deviations").conda("pandas", "2.3.3", "tables");
        } else {
            example.pip("numpy", "2.3.5", "means and deviations")
                    .pip("pandas", "2.3.3", "tables")
                    .indirect("tzdata", "2026.1", "pandas");
        }
        return example;
    }

    Example pip(String name, String version, String why) {
        planned(name, why);
        pip.add(pinned(name, version, List.of(), Optional.empty(), true, List.of(), List.of()));
        return this;
    }

    Example indirect(String name, String version, String... via) {
        pip.add(pinned(
                name,
                version,
                List.of(),
                Optional.empty(),
                false,
                Arrays.stream(via).map(PackageName::of).toList(),
                List.of()));
        return this;
    }

    Example conda(String name, String version, String why) {
        planned(name, why);
        conda.add(new Lockfile.CondaPackage(
                name,
                Optional.of(PackageName.of(name)),
                CondaVersion.parse(version),
                "conda-forge",
                Optional.empty(),
                true));
        return this;
    }

    Example reference(String requirement, String why) {
        Requirement reference = Requirement.parse(requirement);
        references.add(reference);
        packages.add(new PlannedPackage(reference, Optional.empty(), Optional.empty(), Role.RUNTIME, why));
        return this;
    }

    Example withHashes() {
        pip.replaceAll(pin -> new Lockfile.PipPackage(
                pin.name(),
                pin.version(),
                pin.extras(),
                pin.marker(),
                pin.direct(),
                pin.via(),
                pin.verified(),
                List.of(HASH, HASH.replace('0', '9'))));
        return this;
    }

    static Lockfile.PipPackage pinned(
            String name,
            String version,
            List<Extra> extras,
            Optional<Marker> marker,
            boolean direct,
            List<PackageName> via,
            List<String> hashes) {
        return new Lockfile.PipPackage(
                PackageName.of(name), Version.parse(version), extras, marker, direct, via, true, hashes);
    }

    private void planned(String name, String why) {
        packages.add(new PlannedPackage(
                new Requirement(PackageName.of(name), Set.of(), SpecifierSet.ANY, Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Role.RUNTIME,
                why));
    }

    RenderRequest request() {
        Version python = Version.parse(stack.usesConda() ? "3.12.12" : "3.12.14");
        EnvironmentPlan plan = new EnvironmentPlan(
                name,
                new Answers(answers),
                stack,
                python,
                platforms,
                packages,
                condaPackages,
                List.of(),
                new Options(command, jupyter, cuda, venvOnTop, systemPackages, true),
                new TreeMap<>(),
                Map.of(),
                Frozen.NOTHING);
        var untried = new Assurance(python, pip.size() + conda.size(), 0, 1, true, List.of(), List.of());
        Lockfile lock = stack.usesConda()
                ? new Lockfile.Conda(python, platforms, conda, pip, references, untried, notes)
                : new Lockfile.Pip(python, platforms, pip, references, untried, notes, true);
        return new RenderRequest(plan, lock, recommendation(), facts(), new ExampleCatalogue(), names);
    }

    private Recommendation recommendation() {
        List<LayerAdvice> layers = Arrays.stream(Layer.values())
                .map(layer -> new LayerAdvice(
                        layer,
                        layer == Layer.PACKAGES || layer == Layer.INTERPRETER,
                        Optional.of(stack.key()).filter(key -> stack.controls(layer)),
                        layer == Layer.PACKAGES ? packagesReason() : List.of(),
                        Optional.empty()))
                .toList();
        return new Recommendation(
                stack, stack, List.of(), layers, List.of(), List.of(), List.of(), List.of(), List.of(), habits);
    }

    private List<Reason> packagesReason() {
        return reasons.isEmpty()
                ? List.of(new Reason(
                        "packages",
                        "Packages change with every release.",
                        new Origin.Said(),
                        "always",
                        Optional.empty(),
                        "Why Things Break"))
                : reasons;
    }

    private ProjectFacts facts() {
        return new ProjectFacts(
                project,
                List.of(),
                List.of(),
                List.of(),
                new ProjectFacts.PythonRequirement(SpecifierSet.ANY, List.of()),
                List.of(),
                List.of(),
                new ProjectFacts.Gpu(gpu, gpuEvidence),
                models,
                secrets,
                randomness,
                installable,
                List.of(),
                warnings,
                new ProjectFacts.FileCount(1, 0, 1),
                ProjectFacts.Data.NONE,
                Optional.empty());
    }

    List<GeneratedFile> files() {
        return Renderer.render(request());
    }

    String text(FileRole role) {
        return files().stream()
                .filter(file -> file.role() == role)
                .map(GeneratedFile::content)
                .findFirst()
                .orElseThrow();
    }
}
