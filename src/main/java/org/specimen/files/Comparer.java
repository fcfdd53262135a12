package org.specimen.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.specimen.format.CannotEdit;
import org.specimen.format.EditedText;
import org.specimen.format.EnvironmentYamlEditor;
import org.specimen.problem.BadInput;

/**
 * Compares one generated file with what lies at its path.
 *
 * @param entries the names in the folder
 */
record Comparer(
        ProjectFolder project,
        List<String> entries,
        Map<String, String> lastWritten,
        Map<FileRole, ExistingChoice> choices) {

    static Comparer in(ProjectFolder project, Map<String, String> lastWritten, Map<FileRole, ExistingChoice> choices) {
        return new Comparer(project, project.entries(), lastWritten, choices);
    }

    /** What becomes of a file. */
    sealed interface Result permits Compared, Foreign {}

    /** It is settled. */
    record Compared(FileChange change) implements Result {}

    /**
     * A file of the person's own lies there and stays, so ours needs another name.
     *
     * @param reason a sentence
     */
    record Foreign(FileRole role, String reason) implements Result {}

    /**
     * Compares.
     *
     * @param set the files that are written together with it
     */
    Result compare(GeneratedFile generated, List<GeneratedFile> set) {
        FileRole role = generated.role();
        GeneratedFile file = role == FileRole.DOCKERIGNORE
                ? new GeneratedFile(role, generated.path(), DockerignoreMerge.alone(generated.content()))
                : generated;
        Optional<String> otherSpelling = otherSpelling(file.path());
        if (otherSpelling.isPresent()) {
            return otherSpelling(file, otherSpelling.get());
        }
        ProjectFolder.Target target = project.target(file.path());
        if (target.content().isEmpty()) {
            return compared(file, FileState.NEW, target, file.content(), List.of());
        }
        Optional<String> text = strictText(target);
        if (text.isPresent() && LineEnds.toLineFeeds(text.get()).equals(file.content())) {
            return compared(file, FileState.UNCHANGED, target, text.get(), List.of());
        }
        if (role.existing() == FileRole.Existing.OURS || isAsWritten(file)) {
            return compared(file, FileState.UPDATED, target, file.content(), List.of());
        }
        if (isBeside(file)) {
            return compared(file, FileState.REPLACED, target, file.content(), List.of());
        }
        String reason = file.path() + " was there before or was changed by hand, so it stays as it is";
        if (role.existing() == FileRole.Existing.MERGED) {
            try {
                return merged(file, set, target, text.orElseThrow(() -> new CannotEdit("it is not text in UTF-8")));
            } catch (CannotEdit cannot) {
                reason = file.path() + " cannot be changed in place, since " + cannot.reason();
            }
        }
        return foreign(file, target, reason);
    }

    private Result merged(GeneratedFile file, List<GeneratedFile> set, ProjectFolder.Target target, String theirs)
            throws CannotEdit {
        String withLineFeeds = LineEnds.toLineFeeds(theirs);
        EditedText merged = merge(file, set, withLineFeeds);
        if (merged.text().equals(withLineFeeds)) {
            return compared(file, FileState.UNCHANGED, target, theirs, merged.notes());
        }
        String after = LineEnds.like(theirs, merged.text());
        return compared(file, FileState.MERGED, target, after, merged.notes());
    }

    private static EditedText merge(GeneratedFile file, List<GeneratedFile> set, String theirs) throws CannotEdit {
        return switch (file.role()) {
            case REQUIREMENTS_IN -> RequirementsMerge.merge(theirs, file.content());
            case ENVIRONMENT_YML -> EnvironmentYamlEditor.merge(theirs, file.content(), requirements(set));
            case DOCKERIGNORE -> DockerignoreMerge.merge(theirs, file.content());
            default -> throw new CannotEdit("its format has no place for parts of two hands");
        };
    }

    /** What pip installs beside a Conda environment, by path. */
    private static Map<String, String> requirements(List<GeneratedFile> set) {
        return set.stream()
                .filter(file -> file.role() == FileRole.REQUIREMENTS || file.role() == FileRole.REFERENCES)
                .collect(Collectors.toMap(GeneratedFile::path, GeneratedFile::content));
    }

    private Result foreign(GeneratedFile file, ProjectFolder.Target target, String reason) {
        return switch (choices.getOrDefault(file.role(), ExistingChoice.BESIDE)) {
            case KEEP -> compared(file, FileState.KEPT, target, shown(target), List.of(reason + "."));
            case REPLACE -> compared(file, FileState.REPLACED, target, file.content(), List.of());
            case BESIDE -> new Foreign(file.role(), reason + "; ours is beside it.");
        };
    }

    /** What is in the folder under the name but for upper and lower case. */
    private Optional<String> otherSpelling(String name) {
        return entries.contains(name)
                ? Optional.empty()
                : entries.stream().filter(name::equalsIgnoreCase).findFirst();
    }

    /** A name that macOS and Windows hold for the same: two such files could not be checked out there. */
    private Result otherSpelling(GeneratedFile file, String other) {
        String reason = other + " is the same name as " + file.path() + " on macOS and Windows, so it stays as it is";
        ExistingChoice choice = choices.getOrDefault(file.role(), ExistingChoice.BESIDE);
        if (choice == ExistingChoice.REPLACE || file.role().existing() == FileRole.Existing.OURS || isBeside(file)) {
            throw new BadInput(other + " is the same name as " + file.path()
                    + " on macOS and Windows, so both cannot be there. Rename " + other + ".");
        }
        return foreign(new GeneratedFile(file.role(), other, file.content()), project.target(other), reason);
    }

    private boolean isAsWritten(GeneratedFile file) {
        String written = lastWritten.get(file.path());
        return written != null && WrittenFiles.isUnchanged(project, file.path(), written);
    }

    private static boolean isBeside(GeneratedFile file) {
        return file.path().equals(file.role().fileName() + FileNames.BESIDE);
    }

    private static Compared compared(
            GeneratedFile file, FileState state, ProjectFolder.Target target, String after, List<String> notes) {
        boolean ours = LineEnds.toLineFeeds(after).equals(file.content());
        Optional<String> before = target.content().map(content -> shown(target));
        return new Compared(
                new FileChange(file.role(), file.path(), state, before, after, target.digest(), ours, notes));
    }

    private static String shown(ProjectFolder.Target target) {
        return new String(target.content().orElse(new byte[0]), StandardCharsets.UTF_8);
    }

    private static Optional<String> strictText(ProjectFolder.Target target) {
        try {
            byte[] content = target.content().orElse(new byte[0]);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
