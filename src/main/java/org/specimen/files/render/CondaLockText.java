package org.specimen.files.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.Platform;
import org.specimen.files.FileRole;
import org.specimen.format.CondaLock;
import org.specimen.format.CondaLock.LockedPackage;
import org.specimen.format.CondaLock.Manager;
import org.specimen.resolve.CondaLocked;
import org.specimen.resolve.CondaLocked.OnPlatform;
import org.specimen.resolve.CondaLocked.PipFile;

/** conda-lock.yml. */
public final class CondaLockText {

    private CondaLockText() {}

    /**
     * The text of the file.
     *
     * @param source the name of the environment.yml that says what is locked
     * @param header comment at the top; one or more lines
     * @param withPip whether pip's part stands in it
     */
    public static String write(CondaLocked locked, String source, String header, boolean withPip) {
        Map<String, String> hashes = new TreeMap<>();
        List<LockedPackage> packages = new ArrayList<>();
        locked.platforms().forEach((platform, there) -> {
            hashes.put(platform.subdir(), contentHash(locked, platform, there));
            there.conda().forEach(record -> packages.add(locked(record, platform)));
            if (withPip) {
                there.pip().forEach(file -> packages.add(locked(file, platform)));
            }
        });
        return new CondaLock(hashes, locked.channels(), List.of(source), packages).write(header);
    }

    static String write(RenderRequest request, CondaLocked locked) {
        return write(
                locked,
                request.name(FileRole.ENVIRONMENT_YML),
                Texts.get("conda-lock.header", request.name(FileRole.ENVIRONMENT_YML), request.name(FileRole.GUIDE)),
                !request.venvOnTop());
    }

    private static LockedPackage locked(PackageRecord record, Platform platform) {
        Map<String, String> dependencies = new LinkedHashMap<>();
        for (String spec : record.depends()) {
            int blank = spec.indexOf(' ');
            dependencies.put(
                    blank < 0 ? spec : spec.substring(0, blank),
                    blank < 0 ? "" : spec.substring(blank).strip());
        }
        return new LockedPackage(
                record.name().value(),
                record.version().toString(),
                Manager.CONDA,
                platform.subdir(),
                dependencies,
                record.url(),
                record.md5(),
                record.sha256());
    }

    private static LockedPackage locked(PipFile pip, Platform platform) {
        return new LockedPackage(
                pip.name().value(),
                pip.version().toString(),
                Manager.PIP,
                platform.subdir(),
                pip.needs(),
                pip.file().address().toString(),
                Optional.empty(),
                pip.file().sha256());
    }

    /** A digest of all that the solve was asked: the same question has the same one. */
    private static String contentHash(CondaLocked locked, Platform platform, OnPlatform there) {
        List<String> asked = new ArrayList<>();
        asked.add(platform.subdir());
        asked.addAll(locked.channels());
        locked.specs().forEach(spec -> asked.add(spec.toString()));
        there.virtual().forEach(virtual -> asked.add(virtual.toString()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", asked).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
