package org.specimen.app;

import java.util.List;
import java.util.Optional;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.resolve.Lockfile;

/**
 * An environment with its exact releases, before anything is said of files.
 *
 * @param advice what the stack rests on
 * @param sources what a person should know of where its versions came from, such as an index that could not be reached;
 *     it stands in no file
 * @param outage what could not be reached, so that versions come from what was known before; empty where all was, or
 *     nobody was to be asked
 * @param questions names that may be mistyped
 */
public record Proposal(
        Advice advice,
        EnvironmentPlan plan,
        Lockfile lock,
        List<String> sources,
        Optional<String> outage,
        List<NameQuestion> questions) {
    public Proposal {
        sources = List.copyOf(sources);
        questions = List.copyOf(questions);
    }
}
