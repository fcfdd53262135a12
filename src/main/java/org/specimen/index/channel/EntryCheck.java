package org.specimen.index.channel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.conda.CondaName;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.PackageFileName;
import org.specimen.format.RepodataEntry;

/** Whether what a list says of a package can be made use of. It remembers what it has read before. */
final class EntryCheck {

    private final Map<String, Boolean> names = new HashMap<>();
    private final Map<String, Optional<CondaVersion>> versions = new HashMap<>();
    private final Map<String, Boolean> specs = new HashMap<>();

    boolean isUsable(RepodataEntry entry) {
        return PackageFileName.hasExtension(entry.fileName())
                && names.computeIfAbsent(entry.name(), EntryCheck::isName)
                && version(entry.version()).isPresent()
                && areReadable(entry.depends())
                && areReadable(entry.constrains())
                && isDigest(entry.md5(), 32)
                && isDigest(entry.sha256(), 64);
    }

    /** The version that a text means; empty if it is none. */
    Optional<CondaVersion> version(String text) {
        return versions.computeIfAbsent(text, CondaVersion::tryParse);
    }

    private static boolean isName(String text) {
        return CondaName.tryOf(text).filter(name -> name.value().equals(text)).isPresent();
    }

    private boolean areReadable(List<String> texts) {
        for (String text : texts) {
            if (!specs.computeIfAbsent(text, EntryCheck::isReadable)) {
                return false;
            }
        }
        return true;
    }

    /** Conditions and extras are of a newer kind of list; a solve cannot weigh them. */
    private static boolean isReadable(String text) {
        try {
            MatchSpec spec = MatchSpec.parse(text);
            return spec.exactName().isPresent()
                    && spec.details().when().isEmpty()
                    && spec.details().extras().isEmpty();
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean isDigest(String text, int length) {
        if (text.isEmpty()) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return text.length() == length;
    }
}
