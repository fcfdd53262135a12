package org.specimen.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.advice.Answers;
import org.specimen.advice.Question;
import org.specimen.advice.Stack;
import org.specimen.files.ExistingChoice;
import org.specimen.files.FileRole;
import org.specimen.plan.Options;
import org.specimen.plan.PlannedPackage;
import org.specimen.python.PackageName;

/**
 * What the person wishes of a set of files, over what the project's plan says.
 *
 * @param answers those given this time; each takes the place of the plan's
 * @param leftOpen questions that the person leaves open, whatever the plan answers
 * @param python a version such as 3.12 or 3.12.4
 * @param name the name of the environment
 * @param packages each takes the place of what was found or planned under its name, or is added
 * @param leftOut packages to leave out from now on
 * @param options all of them at once, in place of the plan's
 * @param existing what to do about files of their own, by role
 * @param asOf the day (UTC) at whose end versions are looked at; empty for today
 * @param upgrade whether versions that are pinned and would still fit are chosen anew
 */
public record Wishes(
        Answers answers,
        Set<Question> leftOpen,
        Optional<Stack> stack,
        Optional<String> python,
        Optional<String> name,
        List<PlannedPackage> packages,
        List<PackageName> leftOut,
        Optional<Options> options,
        Map<FileRole, ExistingChoice> existing,
        Optional<LocalDate> asOf,
        boolean upgrade) {

    public static final Wishes NONE = new Wishes(
            Answers.NONE,
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            false);

    public Wishes {
        leftOpen = Set.copyOf(leftOpen);
        packages = List.copyOf(packages);
        leftOut = List.copyOf(leftOut);
        existing = Map.copyOf(existing);
    }

    public Wishes withAnswers(Answers changed) {
        return new Wishes(changed, leftOpen, stack, python, name, packages, leftOut, options, existing, asOf, upgrade);
    }

    public Wishes withLeftOpen(Set<Question> changed) {
        return new Wishes(answers, changed, stack, python, name, packages, leftOut, options, existing, asOf, upgrade);
    }

    /** Empty takes the advised one. */
    public Wishes withStack(Optional<Stack> changed) {
        return new Wishes(
                answers, leftOpen, changed, python, name, packages, leftOut, options, existing, asOf, upgrade);
    }

    public Wishes withPython(Optional<String> changed) {
        return new Wishes(answers, leftOpen, stack, changed, name, packages, leftOut, options, existing, asOf, upgrade);
    }

    public Wishes withName(Optional<String> changed) {
        return new Wishes(
                answers, leftOpen, stack, python, changed, packages, leftOut, options, existing, asOf, upgrade);
    }

    public Wishes withPackages(List<PlannedPackage> changed) {
        return new Wishes(answers, leftOpen, stack, python, name, changed, leftOut, options, existing, asOf, upgrade);
    }

    public Wishes withLeftOut(List<PackageName> changed) {
        return new Wishes(answers, leftOpen, stack, python, name, packages, changed, options, existing, asOf, upgrade);
    }

    public Wishes withOptions(Optional<Options> changed) {
        return new Wishes(answers, leftOpen, stack, python, name, packages, leftOut, changed, existing, asOf, upgrade);
    }

    public Wishes withExisting(Map<FileRole, ExistingChoice> changed) {
        return new Wishes(answers, leftOpen, stack, python, name, packages, leftOut, options, changed, asOf, upgrade);
    }

    /** Empty takes the versions of today. */
    public Wishes withAsOf(Optional<LocalDate> changed) {
        return new Wishes(
                answers, leftOpen, stack, python, name, packages, leftOut, options, existing, changed, upgrade);
    }

    public Wishes withUpgrade(boolean wanted) {
        return new Wishes(answers, leftOpen, stack, python, name, packages, leftOut, options, existing, asOf, wanted);
    }
}
