package org.specimen.files.render;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.specimen.catalogue.BaseImages;
import org.specimen.catalogue.BaseImages.CudaRelease;
import org.specimen.catalogue.DebianSuite;
import org.specimen.catalogue.SystemLibraries;
import org.specimen.resolve.Lockfile;

/**
 * The packages of the operating system that pip's part of an image needs. What Conda brings is not installed a second
 * time: a distribution for which one of the packages is pinned that the catalogue names on conda-forge needs none here.
 *
 * @param runTime what must be there when the code runs, and the reasons
 * @param compiled the distributions that have no wheel
 * @param build what must be there while those are installed, and may go afterwards
 * @param onUbuntu whether the image is Ubuntu's, so that Debian's names are a good guess only
 */
record SystemPackages(
        SortedMap<String, SortedSet<String>> runTime,
        List<SystemLibraries> compiled,
        List<String> build,
        boolean onUbuntu) {

    /** gcc, g++, make and the headers of the C library (Debian Policy, "Packages required at build time"). */
    private static final String COMPILERS = "build-essential";

    static SystemPackages of(RenderRequest request) {
        DebianSuite suite = suite(request);
        SortedMap<String, SortedSet<String>> runTime = new TreeMap<>();
        List<SystemLibraries> needed = needed(request);
        needed.forEach(libraries -> libraries
                .runTime(suite)
                .forEach(debian -> runTime.computeIfAbsent(debian, key -> new TreeSet<>())
                        .add(libraries.distribution().value())));
        request.plan()
                .options()
                .systemPackages()
                .forEach(debian ->
                        runTime.computeIfAbsent(debian, key -> new TreeSet<>()).add(Texts.get("image.system.chosen")));
        List<SystemLibraries> compiled = needed.stream()
                .filter(libraries -> isCompiled(libraries, suite))
                .toList();
        SortedSet<String> build = new TreeSet<>();
        compiled.forEach(libraries -> build.addAll(libraries.buildOnly(suite)));
        if (!compiled.isEmpty()) {
            build.add(COMPILERS);
        }
        build.removeAll(runTime.keySet());
        build.removeAll(Set.of("gcc", "g++", "make", "libc6-dev"));
        return new SystemPackages(
                runTime, compiled, List.copyOf(build), cudaRelease(request).isPresent());
    }

    /** What the catalogue knows of the packages that pip installs, but for what Conda brings. */
    private static List<SystemLibraries> needed(RenderRequest request) {
        Set<String> fromConda = request.lock() instanceof Lockfile.Conda lock
                ? lock.conda().stream().map(Lockfile.CondaPackage::name).collect(Collectors.toSet())
                : Set.of();
        return request.lock().pip().stream()
                .map(Lockfile.PipPackage::name)
                .distinct()
                .flatMap(name -> request.catalogue().systemLibraries(name).stream())
                .filter(libraries -> libraries.conda().stream()
                        .map(name -> name.substring(name.indexOf("::") < 0 ? 0 : name.indexOf("::") + 2))
                        .noneMatch(fromConda::contains))
                .toList();
    }

    /** The catalogue says of what has no wheel for Linux that it "is compiled" (system-libraries.tsv, its heading). */
    private static boolean isCompiled(SystemLibraries libraries, DebianSuite suite) {
        return !libraries.buildOnly(suite).isEmpty() && libraries.why().contains("is compiled");
    }

    /**
     * The release of Debian that names the packages: that of the image; trixie for micromamba's, which is built on it; and
     * for Ubuntu the one of about the same age, before (22.04) or after (24.04) the names of libraries changed for
     * 64-bit time.
     */
    static DebianSuite suite(RenderRequest request) {
        if (!request.stack().usesConda()) {
            return ImageParts.suite(request);
        }
        boolean old = cudaRelease(request)
                .map(release -> release.system().equals("ubuntu22.04")
                        || release.system().equals("ubuntu20.04"))
                .orElse(false);
        return old ? DebianSuite.BOOKWORM : DebianSuite.TRIXIE;
    }

    /** The release of CUDA that a nested stack is built on, if it is. */
    static Optional<CudaRelease> cudaRelease(RenderRequest request) {
        BaseImages images = request.catalogue().baseImages();
        return request.cuda()
                .map(version -> images.cuda().stream()
                        .filter(release -> release.version().equals(version))
                        .findFirst()
                        .orElse(new CudaRelease(version, "ubuntu24.04", false)));
    }
}
