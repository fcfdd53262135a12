package org.specimen.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.specimen.problem.BadInput;

/**
 * What a set of files would change in a project folder. Nothing is written yet.
 *
 * @param names where the files of the set lie
 * @param changes one for each file of the set
 * @param lastWritten the digests of the files as Specimen wrote them last, by path
 */
public record Comparison(
        Path folder, FileNames names, List<FileChange> changes, SortedMap<String, String> lastWritten) {

    public Comparison {
        changes = List.copyOf(changes);
        lastWritten = Collections.unmodifiableSortedMap(new TreeMap<>(lastWritten));
    }

    /**
     * Compares the set with what is there, and settles its names.
     *
     * @param lastWritten what {@link #written} was at the last write, from specimen.yml; empty if there is none
     * @param choices what to do about files of the person's own; {@link ExistingChoice#BESIDE} where nothing is said
     * @param render makes the set, but for specimen.yml, with the given names; it is called again while names change
     * @throws BadInput if the folder cannot be read, a path leads out of it, or a folder stands where a file must go
     */
    public static Comparison of(
            Path folder,
            SortedMap<String, String> lastWritten,
            Map<FileRole, ExistingChoice> choices,
            Function<FileNames, List<GeneratedFile>> render) {
        Comparer comparer = Comparer.in(ProjectFolder.open(folder), lastWritten, choices);
        FileNames names = FileNames.USUAL;
        Map<FileRole, String> reasons = new LinkedHashMap<>();
        while (true) {
            List<FileChange> changes = new ArrayList<>();
            Optional<FileNames> others = Optional.empty();
            List<GeneratedFile> set = inOrder(render.apply(names));
            for (GeneratedFile file : set) {
                Comparer.Result result = comparer.compare(file, set);
                if (result instanceof Comparer.Foreign found) {
                    if (reasons.put(found.role(), found.reason()) != null) {
                        throw new IllegalArgumentException("the files are not rendered with the names given: " + names);
                    }
                    others = Optional.of(names.beside(found.role()));
                    break;
                }
                FileChange change = ((Comparer.Compared) result).change();
                if (change.state() == FileState.KEPT && !names.kept().contains(change.role())) {
                    others = Optional.of(names.keeping(change.role(), change.path()));
                    break;
                }
                changes.add(withReason(change, reasons));
            }
            if (others.isEmpty()) {
                return new Comparison(folder, names, changes, lastWritten);
            }
            names = others.get();
        }
    }

    /** The set with one more file that has its usual name and that no other file names: specimen.yml. */
    public Comparison with(GeneratedFile file) {
        Comparer comparer = Comparer.in(ProjectFolder.open(folder), lastWritten, Map.of());
        if (!(comparer.compare(file, List.of(file)) instanceof Comparer.Compared compared)) {
            throw new IllegalArgumentException(
                    file.path() + " may have to lie beside another: compare it with the set");
        }
        List<FileChange> more = new ArrayList<>(List.of(compared.change()));
        more.addAll(changes);
        return new Comparison(folder, names, more, lastWritten);
    }

    /**
     * The digests to keep in specimen.yml once the set is written, by path: of the files that are ours from end to end.
     * One with hand-written parts is left out, so that it is merged again next time and never simply updated. A file of an
     * earlier set that still lies there unchanged stays in.
     */
    public SortedMap<String, String> written() {
        SortedMap<String, String> written = new TreeMap<>(stale());
        for (FileChange change : changes) {
            if (change.role() != FileRole.PLAN && change.isOurs()) {
                written.put(change.path(), Digest.ofText(change.after()));
            }
        }
        return written;
    }

    /** The files of earlier sets that this one does not have and that lie there as they were written, with digests. */
    public SortedMap<String, String> stale() {
        ProjectFolder project = ProjectFolder.open(folder);
        SortedMap<String, String> stale = new TreeMap<>(lastWritten);
        changes.forEach(change -> stale.remove(change.path()));
        stale.entrySet().removeIf(entry -> !WrittenFiles.isUnchanged(project, entry.getKey(), entry.getValue()));
        return stale;
    }

    /** Whether writing the set would change a file. */
    public boolean changesSomething() {
        return changes.stream().anyMatch(change -> change.state().writes());
    }

    /** Files come after those that they name, so that what moves aside first is what others depend on. */
    private static List<GeneratedFile> inOrder(List<GeneratedFile> files) {
        return files.stream().sorted(Comparator.comparing(GeneratedFile::role)).toList();
    }

    private static FileChange withReason(FileChange change, Map<FileRole, String> reasons) {
        String reason = reasons.get(change.role());
        return reason == null ? change : change.withNote(reason);
    }
}
