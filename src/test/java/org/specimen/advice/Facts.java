package org.specimen.advice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.MatchSpec;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.CondaTool;
import org.specimen.machine.MachineFacts.Engine;
import org.specimen.machine.MachineFacts.EngineState;
import org.specimen.machine.MachineFacts.InstalledPython;
import org.specimen.machine.OperatingSystem;
import org.specimen.project.Confidence;
import org.specimen.project.Declaration;
import org.specimen.project.Evidence;
import org.specimen.project.FoundPackage;
import org.specimen.project.ProjectFacts;
import org.specimen.project.Role;
import org.specimen.python.PackageName;
import org.specimen.python.SpecifierSet;

/** A project as a scan may find it, put together for a test. */
final class Facts {

    private final List<FoundPackage> packages = new ArrayList<>();
    private final List<Declaration.Conda> conda = new ArrayList<>();
    private final List<ProjectFacts.Model> models = new ArrayList<>();
    private final List<ProjectFacts.Secret> secrets = new ArrayList<>();
    private final List<Evidence> randomness = new ArrayList<>();
    private final List<ProjectFacts.Warning> warnings = new ArrayList<>();
    private ProjectFacts.GpuNeed gpu = ProjectFacts.GpuNeed.NONE;
    private SpecifierSet python = SpecifierSet.ANY;

    /** A project that imports these, the first on line 1 of analysis.py. */
    static Facts importing(String... names) {
        Facts facts = new Facts();
        for (String name : names) {
            facts.with(name, Role.RUNTIME);
        }
        return facts;
    }

    Facts with(String name, Role role) {
        Evidence evidence = Evidence.of("analysis.py", packages.size() + 1);
        packages.add(new FoundPackage(
                PackageName.of(name), List.of(name), role, List.of(evidence), Confidence.KNOWN, List.of()));
        return this;
    }

    Facts askingConda(String spec) {
        conda.add(new Declaration.Conda(MatchSpec.parse(spec), Evidence.of("environment.yml", 7), ""));
        return this;
    }

    Facts gpu(ProjectFacts.GpuNeed need) {
        gpu = need;
        return this;
    }

    Facts python(String requires) {
        python = SpecifierSet.parse(requires);
        return this;
    }

    Facts model(String name) {
        models.add(new ProjectFacts.Model(name, Optional.empty(), Evidence.of("label.py", 12)));
        return this;
    }

    Facts secret(String key) {
        secrets.add(new ProjectFacts.Secret(key, Evidence.of("label.py", 3)));
        return this;
    }

    Facts random() {
        randomness.add(Evidence.of("sample.py", 9));
        return this;
    }

    Facts warning(String kind, String message) {
        warnings.add(new ProjectFacts.Warning(kind, Evidence.of("window.py", 2), message));
        return this;
    }

    ProjectFacts build() {
        List<Evidence> pythonEvidence = python.isAny() ? List.of() : List.of(Evidence.of("pyproject.toml", 4));
        List<Evidence> gpuEvidence = gpu == ProjectFacts.GpuNeed.NONE ? List.of() : List.of(Evidence.of("train.py", 8));
        return new ProjectFacts(
                "study",
                packages,
                List.of(),
                conda,
                new ProjectFacts.PythonRequirement(python, pythonEvidence),
                List.of(),
                List.of(),
                new ProjectFacts.Gpu(gpu, gpuEvidence),
                models,
                secrets,
                randomness,
                Optional.empty(),
                List.of(),
                warnings,
                new ProjectFacts.FileCount(1, 0, 1),
                ProjectFacts.Data.NONE,
                Optional.empty());
    }

    /** A Linux computer with Python 3.12, conda and Docker. */
    static MachineFacts machine() {
        return machine(OperatingSystem.LINUX, EngineState.READY, true, "3.12");
    }

    static MachineFacts machine(OperatingSystem system, EngineState engine, boolean conda, String... pythons) {
        List<InstalledPython> installed = new ArrayList<>();
        for (String version : pythons) {
            installed.add(new InstalledPython(Path.of("/usr/bin/python" + version), version));
        }
        TargetPlatform platform = switch (system) {
            case LINUX -> TargetPlatform.LINUX_X86_64;
            case MACOS -> TargetPlatform.MACOS_ARM64;
            case WINDOWS -> TargetPlatform.WINDOWS_X86_64;
        };
        List<CondaTool> tools =
                conda ? List.of(new CondaTool(CondaTool.Kind.CONDA, Path.of("/opt/miniforge3/bin/conda"))) : List.of();
        return new MachineFacts(system, platform, installed, tools, new Engine(engine, "Docker", Optional.empty()));
    }
}
