package org.specimen.project;

import java.util.List;
import java.util.Locale;
import org.specimen.format.EnvironmentYaml;
import org.specimen.format.PixiToml;

/** Reads what conda and Pixi are asked for. */
final class EnvironmentReader {

    private EnvironmentReader() {}

    static void readEnvironment(SpecText spec) {
        SpecFacts facts = spec.facts();
        EnvironmentYaml environment = EnvironmentYaml.parse(spec.file(), spec.text());
        boolean listed = isExport(environment);
        for (EnvironmentYaml.Dependency item : environment.dependencies()) {
            Evidence evidence = spec.at(item.line());
            boolean elsewhere = isElsewhere(item.comment());
            Role role = elsewhere && spec.role() == Role.RUNTIME ? Role.OPTIONAL : spec.role();
            String comment = isSelector(item.comment()) ? "" : item.comment();
            if (item instanceof EnvironmentYaml.Conda conda) {
                CondaWish.add(conda.spec(), evidence, comment, role, listed, facts);
            } else if (item instanceof EnvironmentYaml.Pip line) {
                new RequirementWishes(facts, role, listed).add(line.requirement(), evidence, comment);
            } else if (item instanceof EnvironmentYaml.Unreadable broken) {
                spec.broken(broken.text(), broken.reason(), item.line());
            }
        }
        if (listed) {
            facts.warn(
                    WarningKind.MOVING_REQUIREMENT,
                    Evidence.of(facts.file),
                    "It lists everything that was installed on one computer, build by build. What the code imports was"
                            + " taken from it; the rest is left to the solver.");
        }
    }

    /** "conda env export" writes everything out that is installed, each with its build. */
    private static boolean isExport(EnvironmentYaml environment) {
        List<EnvironmentYaml.Dependency> items = environment.dependencies();
        long builds = items.stream()
                .filter(item -> item instanceof EnvironmentYaml.Conda conda
                        && !conda.spec().build().matchesAll())
                .count();
        return builds >= 10 && builds * 2 > items.size();
    }

    /** {@code # [win]}, as conda-build and conda-lock understand it; conda itself passes over it. */
    private static boolean isSelector(String comment) {
        return comment.startsWith("[") && comment.endsWith("]");
    }

    private static boolean isElsewhere(String comment) {
        String selector = isSelector(comment) ? comment.toLowerCase(Locale.ROOT) : "";
        return (selector.startsWith("[win") || selector.startsWith("[osx") || selector.startsWith("[not linux"))
                && !selector.contains(" or ");
    }

    /** @param inside whether the file is a pyproject.toml */
    static void readPixi(SpecText spec, boolean inside) {
        SpecFacts facts = spec.facts();
        PixiToml pixi = PixiToml.parse(spec.file(), spec.text(), inside);
        for (PixiToml.Dependency item : pixi.dependencies()) {
            Role role = role(spec.role(), item.feature());
            if (item instanceof PixiToml.Conda conda && !isPythonOfFeature(conda)) {
                CondaWish.add(conda.spec(), spec.at(item.line()), "", role, false, facts);
            } else if (item instanceof PixiToml.Pip pip) {
                spec.add(pip.requirement(), role, item.line());
            } else if (item instanceof PixiToml.Unreadable broken) {
                spec.broken(broken.text(), broken.reason(), item.line());
            }
        }
    }

    /** Features are there to have several Pythons beside each other. */
    private static boolean isPythonOfFeature(PixiToml.Conda conda) {
        return !conda.feature().isEmpty()
                && conda.spec()
                        .exactName()
                        .filter(name -> name.value().equals("python"))
                        .isPresent();
    }

    private static Role role(Role ofFile, String feature) {
        Role named = Roles.of(feature);
        return feature.isEmpty() ? ofFile : named == Role.DEVELOPMENT ? named : Role.OPTIONAL;
    }
}
