package org.specimen.project;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.conda.MatchSpec;
import org.specimen.format.Credentials;
import org.specimen.format.KeyShapes;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/**
 * A list that "conda list --export" wrote, under the name of one for pip: {@code numpy=1.24.1=py311h62c7003_0} on each line
 * (conda documentation, "conda list").
 */
final class CondaList {

    private static final Pattern ITEM =
            Pattern.compile("([a-zA-Z0-9_][a-zA-Z0-9_.-]{0,100})=([^=<>!\\s]{1,60})(=[^=\\s]{1,60})?");

    private static final Pattern FROM_PYPI = Pattern.compile("(.{1,160})=pypi_[0-9]+");

    private CondaList() {}

    /** Whether most of its lines are of conda: pip has no single equals sign. */
    static boolean isOne(String text) {
        int items = 0;
        int lines = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String content = line.strip();
            if (!content.isEmpty() && !content.startsWith("#")) {
                lines++;
                items += ITEM.matcher(content).matches() ? 1 : 0;
            }
        }
        return items > 0 && items * 2 > lines;
    }

    static void read(SpecText spec) {
        int number = 0;
        int builds = 0;
        for (String line : (Iterable<String>) spec.text().lines()::iterator) {
            number++;
            Matcher item = ITEM.matcher(line.strip());
            if (item.matches()) {
                builds += item.group(3) == null ? 0 : 1;
                boolean listed = item.group(3) != null;
                add(
                        item.group(1),
                        item.group(2),
                        listed && FROM_PYPI.matcher(line.strip()).matches(),
                        listed,
                        spec,
                        number);
            }
        }
        if (builds > 0) {
            spec.facts()
                    .warn(
                            WarningKind.MOVING_REQUIREMENT,
                            Evidence.of(spec.file()),
                            "It lists everything that conda had installed on one computer, so pip cannot install from it."
                                    + " What the code imports was taken from it; the rest is left to the solver.");
        }
    }

    private static void add(String name, String version, boolean pypi, boolean listed, SpecText spec, int line) {
        if (pypi) {
            Optional.of(name)
                    .filter(text -> !KeyShapes.isKey(text))
                    .flatMap(PackageName::tryOf)
                    .flatMap(known ->
                            Version.tryParse(version).map(exact -> Requirement.of(known, SpecifierSet.exactly(exact))))
                    .ifPresent(requirement -> spec.facts()
                            .wishes
                            .add(new SpecFacts.Wish(
                                    new Declaration.Pip(requirement, spec.at(line), ""), spec.role(), listed)));
            return;
        }
        try {
            CondaWish.add(
                    MatchSpec.parse(KeyShapes.noKey(name) + "=" + version),
                    spec.at(line),
                    "",
                    spec.role(),
                    listed,
                    spec.facts());
        } catch (IllegalArgumentException odd) {
            spec.broken(Credentials.without(name + "=" + version), String.valueOf(odd.getMessage()), line);
        }
    }
}
