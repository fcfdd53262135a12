package org.specimen.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.Distribution;
import org.specimen.catalogue.GpuUse;
import org.specimen.conda.CondaName;
import org.specimen.project.ProjectFacts.Gpu;
import org.specimen.project.ProjectFacts.GpuNeed;

/**
 * Where a project shows that it uses a graphics processor.
 *
 * @param compiled signs of a fixed CUDA toolkit, or of code that is compiled for the GPU
 * @param bundled signs of packages that bring their own CUDA libraries
 * @param metal signs of Apple's Metal
 */
record GpuSigns(List<Evidence> compiled, List<Evidence> bundled, List<Evidence> metal) {

    private static final Set<String> CUDA_RUNTIMES =
            Set.of("cudatoolkit", "cudnn", "pytorch-cuda", "cuda-version", "nccl");

    private static final Set<String> CUDA_TOOLKITS =
            Set.of("cuda", "cuda-toolkit", "cuda-nvcc", "cudatoolkit-dev", "cuda-compiler", "cuda-libraries-dev");

    /** What packages alone show. */
    static GpuSigns of(
            Collection<FoundPackage> packages, Collection<Declaration.Conda> condaPackages, Catalogue catalogue) {
        List<Evidence> compiled = new ArrayList<>();
        List<Evidence> bundled = new ArrayList<>();
        for (FoundPackage found : packages) {
            GpuUse use = catalogue
                    .distribution(found.name())
                    .map(Distribution::gpuUse)
                    .orElse(GpuUse.NONE);
            boolean runs = found.role() == Role.RUNTIME;
            if (use == GpuUse.CUDA && runs) {
                compiled.addAll(found.evidence());
            } else if (runs && found.declarations().stream().anyMatch(GpuSigns::namesCuda)) {
                bundled.addAll(found.evidence());
            }
        }
        for (Declaration.Conda conda : condaPackages) {
            String name = conda.spec().exactName().map(CondaName::value).orElse("");
            if (CUDA_TOOLKITS.contains(name)) {
                compiled.add(conda.evidence());
            } else if (CUDA_RUNTIMES.contains(name)) {
                bundled.add(conda.evidence());
            }
        }
        return new GpuSigns(compiled, bundled, List.of());
    }

    /** The signs that a finding rests on, as far as it names them. */
    static GpuSigns of(Gpu gpu) {
        List<Evidence> none = List.of();
        return switch (gpu.need()) {
            case CUDA -> new GpuSigns(gpu.evidence(), none, none);
            case WHEELS -> new GpuSigns(none, gpu.evidence(), none);
            case MPS -> new GpuSigns(none, none, gpu.evidence());
            case NONE -> new GpuSigns(none, none, none);
        };
    }

    GpuSigns and(GpuSigns others) {
        return new GpuSigns(
                joined(compiled, others.compiled), joined(bundled, others.bundled), joined(metal, others.metal));
    }

    GpuSigns without(GpuSigns others) {
        return new GpuSigns(
                lessened(compiled, others.compiled), lessened(bundled, others.bundled), lessened(metal, others.metal));
    }

    /** The heaviest need that shows. */
    Gpu need() {
        if (!compiled.isEmpty()) {
            return gpu(GpuNeed.CUDA, compiled);
        }
        if (!bundled.isEmpty()) {
            return gpu(GpuNeed.WHEELS, bundled);
        }
        return metal.isEmpty() ? gpu(GpuNeed.NONE, metal) : gpu(GpuNeed.MPS, metal);
    }

    private static Gpu gpu(GpuNeed need, List<Evidence> evidence) {
        return new Gpu(need, evidence.stream().distinct().sorted().toList());
    }

    private static List<Evidence> joined(List<Evidence> some, List<Evidence> more) {
        List<Evidence> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static List<Evidence> lessened(List<Evidence> all, List<Evidence> gone) {
        return all.stream().filter(place -> !gone.contains(place)).toList();
    }

    /** {@code torch==2.3.1+cu121}, {@code tensorflow-gpu}, {@code jax[cuda12]}, a conda build for CUDA. */
    private static boolean namesCuda(Declaration declaration) {
        if (declaration instanceof Declaration.Pip pip) {
            String text = pip.requirement().toString();
            return text.contains("+cu1")
                    || text.contains("[cuda")
                    || pip.requirement().name().value().endsWith("-gpu");
        }
        return declaration instanceof Declaration.Conda conda
                && (conda.spec().build().toString().contains("cuda")
                        || conda.spec()
                                .exactName()
                                .filter(name -> name.value().endsWith("-gpu"))
                                .isPresent());
    }
}
