package org.specimen.format;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file on a page of a PyPI-style index (PyPA specification "Simple repository API").
 *
 * @param name the file's name
 * @param address where to get it, without fragment and login
 * @param sha256 64 hex digits in lower case
 * @param size in bytes
 * @param requiresPython as it is written
 * @param yanked why it was withdrawn, an empty text if no reason is given; empty if it was not
 * @param metadata whether its metadata can be had beside it
 * @param metadataSha256 likewise, 64 hex digits
 */
public record IndexFile(
        String name,
        String address,
        Optional<String> sha256,
        OptionalLong size,
        Optional<String> requiresPython,
        Optional<String> yanked,
        Optional<Instant> uploaded,
        boolean metadata,
        Optional<String> metadataSha256) {

    /** The text if it is a digest by SHA-256, in lower case. */
    static Optional<String> sha256(String text) {
        boolean valid = text.length() == 64
                && text.chars()
                        .allMatch(sign -> (sign >= '0' && sign <= '9')
                                || (sign >= 'a' && sign <= 'f')
                                || (sign >= 'A' && sign <= 'F'));
        return valid ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
