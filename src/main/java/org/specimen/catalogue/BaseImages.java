package org.specimen.catalogue;

import java.util.List;
import java.util.Locale;

/**
 * The images that an environment can be built on.
 *
 * @param registry where they come from; what stands before a name to name it in full
 * @param micromamba for a Conda environment in an image: name and tag
 * @param miniforge the alternative with the whole of conda: name and tag
 * @param cuda NVIDIA's CUDA versions with images, newest first
 * @param recommendedCuda the one to begin with where nothing speaks for another: what most GPU packages are built for,
 *     and drivers from 525 on run it (CUDA compatibility, "Minor Version Compatibility"); in {@code cuda}
 */
public record BaseImages(
        String registry, String micromamba, String miniforge, List<CudaRelease> cuda, CudaRelease recommendedCuda) {

    /** Which part of CUDA an image contains. */
    public enum CudaFlavour {
        /** The CUDA run-time library only. */
        BASE,
        /** The mathematical libraries too. */
        RUNTIME,
        /** The compiler and the headers too. */
        DEVEL
    }

    /**
     * A release of CUDA.
     *
     * @param version {@code 12.8.1}
     * @param system the rest of the tag, {@code ubuntu24.04}
     * @param verified whether the tag was seen in use; none was pulled
     */
    public record CudaRelease(String version, String system, boolean verified) {}

    public BaseImages {
        cuda = List.copyOf(cuda);
    }

    /** The official image of Python without compilers, such as {@code python:3.12.14-slim-trixie}. */
    public String python(String patchVersion, DebianSuite suite) {
        return "python:" + patchVersion + "-slim-" + suite.key();
    }

    /** An image of NVIDIA's, such as {@code nvidia/cuda:12.8.1-runtime-ubuntu24.04}. */
    public String cuda(CudaRelease release, CudaFlavour flavour) {
        return "nvidia/cuda:" + release.version() + "-" + flavour.name().toLowerCase(Locale.ROOT) + "-"
                + release.system();
    }
}
