package org.specimen.app;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.specimen.advice.Question;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** What a person said of the Python. */
final class PythonWish {

    private static final Pattern NUMBERS = Pattern.compile("[0-9]+\\.[0-9]+(\\.[0-9]+)?");

    private PythonWish() {}

    /**
     * The Pythons that will do where the planned one cannot be had: those that the person named, else those of the same
     * minor version as in an earlier plan, else those that the project asks for.
     */
    static SpecifierSet admitted(EnvironmentPlan plan, Wishes wishes, Optional<Project> project) {
        Optional<String> named = wishes.python()
                .or(() -> plan.answers().one(Question.PYTHON))
                .map(String::strip)
                .filter(text -> NUMBERS.matcher(text).matches());
        if (named.isPresent()) {
            return SpecifierSet.parse("==" + named.get() + (named.get().split("\\.", -1).length > 2 ? "" : ".*"));
        }
        if (project.flatMap(Project::plan).isPresent()) {
            return SpecifierSet.parse(
                    "==" + plan.python().major() + "." + plan.python().minor() + ".*");
        }
        return project.map(Project::facts)
                .map(facts -> facts.python().requires())
                .orElse(SpecifierSet.ANY);
    }

    /** A word where another one is taken than was planned. */
    static List<String> told(Version planned, Version taken) {
        return planned.equals(taken)
                ? List.of()
                : List.of("The conda channels do not have Python " + planned + " for every platform, so that " + taken
                        + " is taken.");
    }
}
