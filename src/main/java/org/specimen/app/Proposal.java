package org.specimen.app;

import java.util.List;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.resolve.Lockfile;

/**
 * An environment with its exact releases, before anything is said of files.
 *
 * @param advice what the stack rests on
 * @param sources what a person should know of where its versions came from, such as an index that could not be reached;
 *     it stands in no file
 * @param questions names that may be mistyped
 */
public record Proposal(
        Advice advice, EnvironmentPlan plan, Lockfile lock, List<String> sources, List<NameQuestion> questions) {
    public Proposal {
        sources = List.copyOf(sources);
        questions = List.copyOf(questions);
    }
}
