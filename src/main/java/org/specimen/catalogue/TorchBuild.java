package org.specimen.catalogue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.specimen.python.PackageName;
import org.specimen.python.Version;

/**
 * A build of PyTorch's packages that is not the one on PyPI: for the processor alone, or for another version of CUDA than
 * the usual. PyTorch has an index for each, in which their versions end in its name: {@code 2.9.1+cpu} (pytorch.org, "Start
 * locally", November 2026). There are none for macOS, where PyPI's is for the processor and Metal.
 *
 * @param key as in {@code cpu}, {@code cu126}
 */
public record TorchBuild(String key) {

    /** PyTorch's own indexes. */
    private static final URI INDEXES = URI.create("https://download.pytorch.org/whl/");

    private static final Pattern KEY = Pattern.compile("cpu|cu[0-9]{2,3}|rocm[0-9]+(\\.[0-9]+){1,2}|xpu");
    private static final Set<PackageName> PACKAGES =
            Set.of(PackageName.of("torch"), PackageName.of("torchvision"), PackageName.of("torchaudio"));

    /** Helpers of some builds, which are not on PyPI. */
    private static final String HELPERS = "pytorch-triton";

    /** Those that are offered by name; others can be typed. */
    public static final List<TorchBuild> OFFERED =
            List.of(new TorchBuild("cpu"), new TorchBuild("cu126"), new TorchBuild("cu128"));

    /** @throws IllegalArgumentException if a build cannot be called so */
    public TorchBuild {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "a build of PyTorch is cpu, or one for a version of CUDA as in cu126, not \"" + key + "\"");
        }
    }

    /** The build with this key, if one can be called so. */
    public static Optional<TorchBuild> ofKey(String key) {
        return KEY.matcher(key).matches() ? Optional.of(new TorchBuild(key)) : Optional.empty();
    }

    /** Whether it is published in such builds. */
    public static boolean concerns(PackageName name) {
        return PACKAGES.contains(name) || name.value().startsWith(HELPERS);
    }

    /** The index of this build. */
    public URI index() {
        return INDEXES.resolve(key + "/");
    }

    /** Whether a version is of this build. */
    public boolean isOf(Version version) {
        return version.local().filter(key::equals).isPresent();
    }

    @Override
    public String toString() {
        return key;
    }
}
