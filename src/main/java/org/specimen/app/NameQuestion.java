package org.specimen.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.specimen.catalogue.Catalogue;
import org.specimen.index.PackageIndex;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.PlannedPackage;
import org.specimen.problem.Refusal;
import org.specimen.python.PackageName;

/**
 * A name that may be mistyped: it is rare, and nearly the name of something that very many use. It is asked about until the
 * person says that it is right.
 *
 * @param meant what may be meant
 * @param isKnown whether there is a package of this name at all, as far as anybody knows
 */
public record NameQuestion(PackageName name, PackageName meant, boolean isKnown) {

    /** Those of a plan. */
    static List<NameQuestion> of(EnvironmentPlan plan, Catalogue catalogue, PackageIndex index) {
        Set<PackageName> confirmed = Set.copyOf(plan.options().confirmedNames());
        List<NameQuestion> questions = new ArrayList<>();
        for (PlannedPackage planned : plan.directPackages()) {
            PackageName name = planned.name();
            if (planned.requirement().url().isEmpty() && !confirmed.contains(name)) {
                catalogue
                        .lookalike(name)
                        .ifPresent(
                                meant -> questions.add(new NameQuestion(name, meant, isKnown(name, catalogue, index))));
            }
        }
        return List.copyOf(questions);
    }

    private static boolean isKnown(PackageName name, Catalogue catalogue, PackageIndex index) {
        return catalogue.distribution(name).isPresent() || !index.releases(name).isEmpty();
    }

    /** For a face that cannot wait for an answer: nothing is written before it is given. */
    public Refusal unanswered() {
        return new Refusal(
                name.value(),
                Refusal.Kind.QUESTIONABLE_NAME,
                "Few use " + name + ", and very many use " + meant
                        + ". Did you mean that? Correct it; if it is right, say so.",
                List.of(meant.value()));
    }

    /** What nobody knows is not pinned before it is confirmed, even where its version is named. */
    Refusal refusal(String index) {
        return new Refusal(
                name.value(),
                Refusal.Kind.QUESTIONABLE_NAME,
                name + ": " + index + " knows no package of this name. Did you mean " + meant
                        + "? Correct it; if it is right, say so.",
                List.of(meant.value()));
    }
}
