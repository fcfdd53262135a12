package org.specimen.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.advice.Answers;
import org.specimen.advice.Stack;
import org.specimen.files.ExistingChoice;
import org.specimen.files.FileRole;
import org.specimen.python.PackageName;

/**
 * What the person wishes of a set of files, over what the project's plan says.
 *
 * @param answers those given this time; each takes the place of the plan's
 * @param python a version such as 3.12 or 3.12.4
 * @param leftOut packages to leave out from now on
 * @param existing what to do about files of their own, by role
 */
public record Wishes(
        Answers answers,
        Optional<Stack> stack,
        Optional<String> python,
        List<PackageName> leftOut,
        Map<FileRole, ExistingChoice> existing) {

    public static final Wishes NONE = new Wishes(Answers.NONE, Optional.empty(), Optional.empty(), List.of(), Map.of());

    public Wishes {
        leftOut = List.copyOf(leftOut);
        existing = Map.copyOf(existing);
    }
}
