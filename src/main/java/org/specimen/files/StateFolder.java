package org.specimen.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.specimen.problem.BadInput;
import org.specimen.problem.OutsideFailure;

/**
 * The layout of the folder {@code .specimen} in a project.
 *
 * <pre>
 * .specimen/.gitignore           everything in here is ignored
 * .specimen/lock                 locked while a Specimen writes
 * .specimen/writing/             the write under way
 *     manifest                   the journal: from the moment it stands here, the write is finished whatever happens
 *     manifest-back              the same, of a write that failed and is taken back
 *     new/0, new/1, …            what the files become, in the order of the journal
 *     replaced/Dockerfile, …     what the files were
 * .specimen/backup/0001/         a finished write: its manifest and what it replaced
 * </pre>
 */
record StateFolder(Path root) {

    static final String NAME = ".specimen";

    /** @throws BadInput if the folder or one in it is a link or a file: it could lead out of the project */
    static StateFolder of(ProjectFolder project) {
        StateFolder state = new StateFolder(project.root().resolve(NAME));
        for (Path part : List.of(state.root(), state.writing(), state.backups(), state.added(), state.replaced())) {
            if (Files.exists(part, LinkOption.NOFOLLOW_LINKS) && !isFolderIn(project, part)) {
                throw new BadInput(project.root().relativize(part)
                        + " must be a folder, since Specimen keeps its backups there. Move it away.");
            }
        }
        return state;
    }

    /** A junction on Windows looks like a folder, but lies elsewhere. */
    private static boolean isFolderIn(ProjectFolder project, Path part) {
        try {
            return Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)
                    && part.toRealPath().startsWith(project.root());
        } catch (IOException unreadable) {
            return false;
        }
    }

    Path gitignore() {
        return root.resolve(".gitignore");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path writing() {
        return root.resolve("writing");
    }

    Path manifest() {
        return manifestOf(writing());
    }

    Path manifestBack() {
        return writing().resolve("manifest-back");
    }

    Path unfinishedManifest() {
        return writing().resolve("manifest-unfinished");
    }

    Path added() {
        return writing().resolve("new");
    }

    Path added(int step) {
        return added().resolve(Integer.toString(step));
    }

    Path replaced() {
        return replacedOf(writing());
    }

    Path replaced(String path) {
        return replaced().resolve(path);
    }

    Path backups() {
        return root.resolve("backup");
    }

    /** A finished write as people read it, as in {@code .specimen/backup/0003}. */
    static String nameOf(Path backup) {
        return NAME + "/backup/" + backup.getFileName();
    }

    static Path manifestOf(Path write) {
        return write.resolve("manifest");
    }

    static Path replacedOf(Path write) {
        return write.resolve("replaced");
    }

    /** The finished writes, the newest first. */
    List<Path> writes() throws IOException {
        List<Path> writes = new ArrayList<>();
        if (Files.isDirectory(backups(), LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(backups())) {
                entries.forEach(entry -> {
                    if (number(entry).isPresent()) {
                        writes.add(entry);
                    }
                });
            }
        }
        writes.sort(Collections.reverseOrder((a, b) -> Integer.compare(numberOf(a), numberOf(b))));
        return writes;
    }

    /** Where the write under way goes when it is finished. */
    Path nextBackup() throws IOException {
        int last = writes().stream().mapToInt(StateFolder::numberOf).max().orElse(0);
        return backups().resolve("%04d".formatted(last + 1));
    }

    private static int numberOf(Path write) {
        return number(write).orElse(0);
    }

    private static Optional<Integer> number(Path write) {
        String name = String.valueOf(write.getFileName());
        return name.matches("0*[0-9]{1,9}") && name.length() >= 4
                ? Optional.of(Integer.valueOf(name))
                : Optional.empty();
    }

    /** @throws OutsideFailure if it cannot be read or is damaged */
    Journal read(Path manifest) {
        String name = NAME + "/" + root.relativize(manifest).toString().replace('\\', '/');
        try {
            return Journal.parse(name, new String(Files.readAllBytes(manifest), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new OutsideFailure(name + ", Specimen's record of a write, cannot be read.", unreadable);
        }
    }
}
