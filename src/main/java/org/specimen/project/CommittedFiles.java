package org.specimen.project;

import java.util.ArrayList;
import java.util.List;
import org.specimen.project.ProjectFacts.Warning;

/** Tells what is missing from the Git repository, and what should not be in it. */
final class CommittedFiles {

    private CommittedFiles() {}

    /** What others do not get with the repository, and what they should not get. */
    static List<Warning> warnings(List<SpecFacts> specs, GitIndex index) {
        List<Warning> warnings = new ArrayList<>();
        for (SpecFacts facts : specs) {
            boolean committed = index.paths().contains(facts.file);
            if (!committed && facts.kind.isPresent() && !facts.wishes.isEmpty() && index.knowsFolderOf(facts.file)) {
                warnings.add(new Warning(
                        WarningKind.UNCOMMITTED.key(),
                        Evidence.of(facts.file),
                        "It says which packages the project needs, and is not in its Git repository, so nobody else has"
                                + " it. Commit it."));
            } else if (committed && !facts.secrets.isEmpty() && facts.file.matches("(.*/)?\\.env(\\.local)?")) {
                warnings.add(new Warning(
                        WarningKind.SECRET_IN_CODE.key(),
                        Evidence.of(facts.file),
                        "This file of keys is in the project's Git repository, and everybody who has that has them."
                                + " Take it out (git rm --cached), and have the keys replaced."));
            }
        }
        return warnings;
    }
}
