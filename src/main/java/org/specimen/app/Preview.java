package org.specimen.app;

import java.util.List;
import org.specimen.files.Comparison;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.resolve.Lockfile;

/**
 * A set of files, ready to be looked at and written.
 *
 * @param advice what the stack rests on
 * @param sources what a person should know of where its versions came from
 * @param questions names that may be mistyped
 * @param unwritten of each file that is asked for and cannot be written, why not and what to do
 * @param comparison what writing it would change
 */
public record Preview(
        Advice advice,
        EnvironmentPlan plan,
        Lockfile lock,
        List<String> sources,
        List<NameQuestion> questions,
        List<String> unwritten,
        Comparison comparison) {
    public Preview {
        sources = List.copyOf(sources);
        questions = List.copyOf(questions);
        unwritten = List.copyOf(unwritten);
    }
}
