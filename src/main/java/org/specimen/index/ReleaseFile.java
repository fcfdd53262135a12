package org.specimen.index;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.specimen.python.SpecifierSet;
import org.specimen.python.WheelFileName;

/**
 * One file of a release, as an index lists it (PyPA specification "Simple repository API").
 *
 * @param name the file's name, as in {@code numpy-2.4.6-cp312-cp312-win_amd64.whl}
 * @param address where to get it, without credentials
 * @param sha256 64 hex digits in lower case
 * @param size in bytes (PEP 700)
 * @param requiresPython the Pythons that it admits; empty if the index does not say, or what it says cannot be read
 * @param yanked why it was withdrawn, an empty text if no reason is given; empty if it was not (PEP 592)
 * @param uploaded when it was uploaded (PEP 700)
 * @param metadata where its metadata can be had by itself (PEP 658, PEP 714)
 */
public record ReleaseFile(
        String name,
        URI address,
        Optional<String> sha256,
        OptionalLong size,
        Optional<SpecifierSet> requiresPython,
        Optional<String> yanked,
        Optional<Instant> uploaded,
        Optional<MetadataFile> metadata) {

    /**
     * The file beside a wheel that holds its metadata.
     *
     * @param sha256 64 hex digits in lower case, where the index gives them
     */
    public record MetadataFile(URI address, Optional<String> sha256) {}

    /** Whether its metadata can be had without the file itself. */
    public boolean hasMetadata() {
        return metadata.isPresent();
    }

    public boolean isYanked() {
        return yanked.isPresent();
    }

    public boolean isWheel() {
        return name.endsWith(".whl");
    }

    /** What its name says of it; empty if it is no wheel, or its name is not one that a wheel can have. */
    public Optional<WheelFileName> wheel() {
        if (!isWheel()) {
            return Optional.empty();
        }
        try {
            return Optional.of(WheelFileName.parse(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
