package org.specimen.app.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specimen.advice.Question;
import org.specimen.app.Wishes;

/**
 * How far a person came, so that nothing is lost by closing the window.
 *
 * @param folder the project's; empty where they started without one
 * @param leftOpen questions that they chose to leave open
 * @param step the step that was shown
 * @param reached the steps that can be gone back to
 */
public record SavedDraft(
        Optional<Path> folder, Wishes wishes, Set<Question> leftOpen, String step, List<String> reached) {

    public SavedDraft {
        folder = folder.map(path -> path.toAbsolutePath().normalize());
        leftOpen = Set.copyOf(leftOpen);
        wishes = wishes.withLeftOpen(leftOpen);
        reached = List.copyOf(reached);
    }
}
