package org.specimen.files.render;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.catalogue.BaseImages;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.CondaPackage;
import org.specimen.catalogue.DebianSuite;
import org.specimen.catalogue.Distribution;
import org.specimen.catalogue.ImportProvider;
import org.specimen.catalogue.PythonRelease;
import org.specimen.catalogue.PythonReleases;
import org.specimen.catalogue.StandardLibrary;
import org.specimen.catalogue.SystemLibraries;
import org.specimen.python.PackageName;

/** A catalogue of a few facts, so that the tests do not change with the one that ships. */
final class ExampleCatalogue implements Catalogue {

    @Override
    public Optional<SystemLibraries> systemLibraries(PackageName name) {
        if (name.value().equals("pycairo")) {
            List<String> build = List.of("libcairo2-dev", "gcc");
            return Optional.of(new SystemLibraries(
                    name,
                    Map.of(DebianSuite.TRIXIE, List.of("libcairo2")),
                    Map.of(DebianSuite.TRIXIE, build),
                    List.of("cairo"),
                    List.of("libcairo.so.2"),
                    "No wheel: it is compiled against Cairo.",
                    true));
        }
        return name.value().equals("opencv-python")
                ? Optional.of(new SystemLibraries(
                        name,
                        Map.of(
                                DebianSuite.TRIXIE,
                                List.of("libgl1", "libglib2.0-0t64"),
                                DebianSuite.BOOKWORM,
                                List.of("libgl1", "libglib2.0-0")),
                        Map.of(DebianSuite.TRIXIE, List.of("cmake", "g++")),
                        List.of("libopencv"),
                        List.of("libGL.so.1"),
                        "shows pictures on a screen",
                        true))
                : Optional.empty();
    }

    @Override
    public PythonReleases pythonReleases() {
        PythonRelease release = new PythonRelease(
                "3.12",
                PythonRelease.Status.SECURITY,
                "3.12.14",
                YearMonth.of(2023, 10),
                YearMonth.of(2028, 10),
                List.of(DebianSuite.BOOKWORM, DebianSuite.TRIXIE),
                Optional.of("3.12.12"));
        return new PythonReleases(List.of(release), List.of(release), "mature");
    }

    @Override
    public BaseImages baseImages() {
        BaseImages.CudaRelease cuda = new BaseImages.CudaRelease("12.6.3", "ubuntu24.04", true);
        BaseImages.CudaRelease old = new BaseImages.CudaRelease("12.4.1", "ubuntu22.04", true);
        return new BaseImages(
                "docker.io", "mambaorg/micromamba:2.6.1", "condaforge/miniforge3:26.3.2-3", List.of(cuda, old), cuda);
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
    public Optional<Distribution> distribution(PackageName name) {
        return Optional.empty();
    }

    @Override
    public List<ImportProvider> distributionsProviding(String importName) {
        return List.of();
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
    public StandardLibrary standardLibrary() {
        throw new UnsupportedOperationException("no file of an environment depends on it");
    }
}
