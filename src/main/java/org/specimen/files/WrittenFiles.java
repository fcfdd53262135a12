package org.specimen.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.specimen.problem.BadInput;

/** Tells the files that lie as Specimen wrote them from those that a person has had a hand in. */
public final class WrittenFiles {

    private WrittenFiles() {}

    /**
     * Which files lie in the folder as Specimen wrote them last, by path.
     *
     * @param lastWritten their digests at the last write, from specimen.yml
     */
    public static Set<String> unchanged(Path folder, SortedMap<String, String> lastWritten) {
        ProjectFolder project = ProjectFolder.open(folder);
        return lastWritten.entrySet().stream()
                .filter(entry -> isUnchanged(project, entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean isUnchanged(ProjectFolder project, String path, String digest) {
        try {
            return project.target(path)
                    .content()
                    .map(content -> Digest.ofText(new String(content, StandardCharsets.UTF_8))
                            .equals(digest))
                    .orElse(false);
        } catch (BadInput noFileAnyMore) {
            return false;
        }
    }
}
