package org.specimen.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.specimen.app.CondaLocking.Locked;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.Platform;
import org.specimen.format.CondaLock;
import org.specimen.format.CondaLock.Manager;

/** The files that hold a locked environment of conda. */
public final class CondaLockFile {

    /** The name that conda-lock, micromamba and conda look for. */
    public static final String NAME = "conda-lock.yml";

    private CondaLockFile() {}

    /** The text of {@value #NAME}. */
    public static String text(Locked locked) {
        Map<String, String> hashes = new TreeMap<>();
        List<CondaLock.LockedPackage> packages = new ArrayList<>();
        locked.packages().forEach((platform, records) -> {
            hashes.put(platform.subdir(), contentHash(locked, platform));
            records.forEach(record -> packages.add(locked(record, platform)));
        });
        return new CondaLock(hashes, locked.channels(), List.of(locked.file()), packages)
                .write("The exact packages that " + locked.file()
                        + " means on each platform. Made by Specimen; do not edit.\n"
                        + "Make the environment from it with one of:\n"
                        + "    conda-lock install -n NAME " + NAME + "\n"
                        + "    micromamba create -n NAME -f " + NAME);
    }

    private static CondaLock.LockedPackage locked(PackageRecord record, Platform platform) {
        Map<String, String> dependencies = new LinkedHashMap<>();
        for (String spec : record.depends()) {
            int blank = spec.indexOf(' ');
            dependencies.put(
                    blank < 0 ? spec : spec.substring(0, blank),
                    blank < 0 ? "" : spec.substring(blank).strip());
        }
        return new CondaLock.LockedPackage(
                record.name().value(),
                record.version().toString(),
                Manager.CONDA,
                platform.subdir(),
                dependencies,
                record.url(),
                record.md5(),
                record.sha256());
    }

    /** A digest of all that the solve was asked: the same question has the same one. */
    private static String contentHash(Locked locked, Platform platform) {
        List<String> asked = new ArrayList<>();
        asked.add(platform.subdir());
        asked.addAll(locked.channels());
        locked.specs().forEach(spec -> asked.add(spec.toString()));
        locked.virtual().getOrDefault(platform, List.of()).forEach(virtual -> asked.add(virtual.toString()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", asked).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The name of the explicit list of a platform, as conda-lock calls it. */
    public static String explicitName(Platform platform) {
        return "conda-" + platform + ".lock";
    }

    /** An explicit list: every file by its address and digest (conda documentation, "Building identical environments"). */
    public static String explicit(Locked locked, Platform platform) {
        StringBuilder text = new StringBuilder("# platform: " + platform + "\n@EXPLICIT\n");
        locked.packages()
                .getOrDefault(platform, List.of())
                .forEach(record -> text.append(record.url())
                        .append(record.md5().map(md5 -> "#" + md5).orElse(""))
                        .append('\n'));
        return text.toString();
    }
}
