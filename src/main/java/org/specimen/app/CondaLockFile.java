package org.specimen.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.specimen.app.CondaLocking.Locked;
import org.specimen.conda.Platform;
import org.specimen.files.render.CondaLockText;
import org.specimen.resolve.CondaLocked;
import org.specimen.resolve.CondaLocked.OnPlatform;

/** The files that hold a locked environment of conda. */
public final class CondaLockFile {

    /** The name that conda-lock, micromamba and conda look for. */
    public static final String NAME = "conda-lock.yml";

    private CondaLockFile() {}

    /** The text of {@value #NAME}. */
    public static String text(Locked locked) {
        Map<Platform, OnPlatform> platforms = new LinkedHashMap<>();
        locked.packages()
                .forEach((platform, records) -> platforms.put(
                        platform,
                        new OnPlatform(
                                locked.virtual().getOrDefault(platform, List.of()),
                                records,
                                locked.pip().getOrDefault(platform, List.of()))));
        return CondaLockText.write(
                new CondaLocked(locked.channels(), locked.specs(), platforms),
                locked.file(),
                locked.asked(),
                "The exact packages that " + locked.file()
                        + " means on each platform. Made by Specimen; do not edit.\n"
                        + "Make the environment from it with one of:\n"
                        + "    conda-lock install -n NAME " + NAME + "\n"
                        + "    micromamba create -n NAME -f " + NAME,
                true);
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
