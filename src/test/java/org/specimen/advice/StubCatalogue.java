package org.specimen.advice;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.specimen.catalogue.BaseImages;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.CondaPackage;
import org.specimen.catalogue.Distribution;
import org.specimen.catalogue.GpuUse;
import org.specimen.catalogue.ImportProvider;
import org.specimen.catalogue.PythonRelease;
import org.specimen.catalogue.PythonReleases;
import org.specimen.catalogue.StandardLibrary;
import org.specimen.catalogue.SystemLibraries;
import org.specimen.catalogue.WheelCompleteness;
import org.specimen.python.PackageName;

/** A catalogue that knows a handful of distributions and the Pythons of November 2026. */
final class StubCatalogue implements Catalogue {

    private final Map<PackageName, WheelCompleteness> completeness = new HashMap<>();

    StubCatalogue() {
        know(WheelCompleteness.COMPLETE, "numpy", "pandas", "matplotlib", "torch", "openai", "requests", "pywin32");
        know(WheelCompleteness.NEEDS_SYSTEM_LIBRARIES, "geopandas", "rasterio", "mpi4py", "petsc4py", "rpy2");
    }

    private void know(WheelCompleteness state, String... names) {
        for (String name : names) {
            completeness.put(PackageName.of(name), state);
        }
    }

    @Override
    public Optional<Distribution> distribution(PackageName name) {
        return Optional.ofNullable(completeness.get(name))
                .map(state -> new Distribution(
                        name,
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        state,
                        "",
                        Optional.empty(),
                        GpuUse.NONE));
    }

    @Override
    public PythonReleases pythonReleases() {
        List<PythonRelease> all = List.of(
                python("3.8", PythonRelease.Status.END_OF_LIFE),
                python("3.9", PythonRelease.Status.END_OF_LIFE),
                python("3.10", PythonRelease.Status.END_OF_LIFE),
                python("3.11", PythonRelease.Status.SECURITY),
                python("3.12", PythonRelease.Status.SECURITY),
                python("3.13", PythonRelease.Status.BUGFIX),
                python("3.14", PythonRelease.Status.BUGFIX));
        return new PythonReleases(all, List.of(all.get(4)), "mature");
    }

    private static PythonRelease python(String minor, PythonRelease.Status status) {
        YearMonth month = YearMonth.of(2026, 1);
        return new PythonRelease(minor, status, minor + ".1", month, month, List.of(), Optional.empty());
    }

    @Override
    public YearMonth date() {
        return YearMonth.of(2026, 11);
    }

    @Override
    public List<String> sources() {
        return List.of();
    }

    @Override
    public List<ImportProvider> distributionsProviding(String importName) {
        return List.of();
    }

    @Override
    public Optional<SystemLibraries> systemLibraries(PackageName name) {
        return Optional.empty();
    }

    @Override
    public Optional<CondaPackage> condaPackage(String condaName) {
        return Optional.empty();
    }

    @Override
    public Optional<String> condaName(PackageName name) {
        return Optional.empty();
    }

    @Override
    public List<PackageName> distributionsOf(String condaName) {
        return List.of();
    }

    @Override
    public List<PackageName> complete(String prefix, int limit) {
        return List.of();
    }

    @Override
    public List<PackageName> similarNames(String name, int limit) {
        return List.of();
    }

    @Override
    public BaseImages baseImages() {
        return new BaseImages(
                "docker.io", "", "", List.of(), new BaseImages.CudaRelease("12.6.3", "ubuntu24.04", true));
    }

    @Override
    public StandardLibrary standardLibrary() {
        throw new UnsupportedOperationException("advice does not ask for modules");
    }
}
