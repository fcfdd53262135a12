package org.specimen.files.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.specimen.resolve.Lockfile;

/** Tells whether two lockfiles pin the same: what is proved of one holds for the other then. */
public final class PinsDigest {

    private PinsDigest() {}

    /** SHA-256 of the releases in a lockfile, as hexadecimal digits: of what was known of them beside, it knows nothing. */
    public static String of(Lockfile lock) {
        List<String> pins = new ArrayList<>();
        lock.pip().forEach(pin -> pins.add("pip " + pin.name() + "==" + pin.version()));
        lock.references().forEach(reference -> pins.add("pip " + reference));
        if (lock instanceof Lockfile.Conda conda) {
            conda.conda().forEach(pin -> pins.add("conda " + pin.name() + "=" + pin.version()));
        }
        pins.sort(null);
        return digest("python " + lock.python() + "\n" + String.join("\n", pins));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
