package org.specimen.files;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where each file of a set lies, so that the files name each other rightly: a Dockerfile that is saved beside one of the
 * person's own is called so in the instructions too.
 *
 * @param paths the paths that differ from {@link FileRole#fileName}
 * @param kept the files in whose place one of the person's own stays
 */
public record FileNames(Map<FileRole, String> paths, Set<FileRole> kept) {

    /** What stands behind the name of a file that lies beside one of the person's own. */
    public static final String BESIDE = ".specimen";

    public static final FileNames USUAL = new FileNames(Map.of(), Set.of());

    public FileNames {
        paths = Map.copyOf(paths);
        kept = Set.copyOf(kept);
    }

    public String of(FileRole role) {
        return paths.getOrDefault(role, role.fileName());
    }

    /** These names, with the file of {@code role} beside the person's own. */
    public FileNames beside(FileRole role) {
        return new FileNames(with(role, role.fileName() + BESIDE), kept);
    }

    /** These names, with the person's own file in the place of ours: it may be spelled otherwise. */
    FileNames keeping(FileRole role, String path) {
        Set<FileRole> more = EnumSet.of(role);
        more.addAll(kept);
        return new FileNames(path.equals(role.fileName()) ? paths : with(role, path), more);
    }

    private Map<FileRole, String> with(FileRole role, String path) {
        Map<FileRole, String> changed = new EnumMap<>(FileRole.class);
        changed.putAll(paths);
        changed.put(role, path);
        return changed;
    }
}
