package org.specimen.files;

import java.util.EnumMap;
import java.util.Map;

/**
 * Where each file of a set lies, so that the files name each other rightly: a Dockerfile that is saved beside one of the
 * person's own is called so in the instructions too.
 *
 * @param paths the paths that differ from {@link FileRole#fileName}
 */
public record FileNames(Map<FileRole, String> paths) {

    /** What stands behind the name of a file that lies beside one of the person's own. */
    public static final String BESIDE = ".specimen";

    public static final FileNames USUAL = new FileNames(Map.of());

    public FileNames {
        paths = Map.copyOf(paths);
    }

    public String of(FileRole role) {
        return paths.getOrDefault(role, role.fileName());
    }

    /** These names, with the file of {@code role} beside the person's own. */
    public FileNames beside(FileRole role) {
        Map<FileRole, String> changed = new EnumMap<>(FileRole.class);
        changed.putAll(paths);
        changed.put(role, role.fileName() + BESIDE);
        return new FileNames(changed);
    }
}
