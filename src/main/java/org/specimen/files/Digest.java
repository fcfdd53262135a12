package org.specimen.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of files, written as in {@code sha256:9f86d0…}. */
final class Digest {

    /** Stands for a file that is not there. */
    static final String ABSENT = "absent";

    private Digest() {}

    static String of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /**
     * The digest of a text with its line ends as line feeds, so that a checkout by git with {@code core.autocrlf} does
     * not make a file look changed by a person.
     */
    static String ofText(String text) {
        return of(LineEnds.toLineFeeds(text).getBytes(StandardCharsets.UTF_8));
    }
}
