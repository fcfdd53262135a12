package org.specimen.files.render;

import java.util.ArrayList;
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
import org.specimen.format.CondaLockHash;
import org.specimen.format.EnvironmentYaml;
import org.specimen.resolve.CondaLocked;
import org.specimen.resolve.CondaLocked.PipFile;

/** conda-lock.yml. */
public final class CondaLockText {

    private CondaLockText() {}

    /**
     * The text of the file.
     *
     * @param source the name of the environment.yml that says what is locked
     * @param environment what stands in it
     * @param header comment at the top; one or more lines
     * @param withPip whether pip's part stands in it
     */
    public static String write(
            CondaLocked locked, String source, EnvironmentYaml environment, String header, boolean withPip) {
        Map<String, String> hashes = new TreeMap<>();
        List<LockedPackage> packages = new ArrayList<>();
        locked.platforms().forEach((platform, there) -> {
            hashes.put(platform.subdir(), CondaLockHash.of(environment, platform, locked.channels()));
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
                EnvironmentYaml.parse(request.name(FileRole.ENVIRONMENT_YML), CondaFile.write(request)),
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
}
