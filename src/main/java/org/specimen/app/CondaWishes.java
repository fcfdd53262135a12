package org.specimen.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.specimen.conda.Channel;
import org.specimen.conda.MatchSpec;
import org.specimen.format.EnvironmentYaml;
import org.specimen.format.RequirementsFile;
import org.specimen.problem.BadInput;
import org.specimen.python.Requirement;

/** What an environment.yml wants of conda. */
final class CondaWishes {

    private CondaWishes() {}

    /**
     * The specifications of a file.
     *
     * @param instead the channels that take the place of those of the file; where there are any, a specification that names
     *     none of them may be met from each
     * @throws BadInput with the line if one cannot be read, or cannot be solved for
     */
    static List<MatchSpec> of(String file, EnvironmentYaml asked, List<Channel> instead) {
        List<MatchSpec> specs = new ArrayList<>();
        for (EnvironmentYaml.Dependency dependency : asked.dependencies()) {
            if (dependency instanceof EnvironmentYaml.Unreadable unreadable) {
                throw BadInput.at(
                        file,
                        unreadable.line(),
                        1,
                        unreadable.text() + " cannot be read: " + unreadable.reason() + ".");
            }
            if (dependency instanceof EnvironmentYaml.Conda conda) {
                checkSolvable(file, conda);
                specs.add(from(conda.spec(), instead));
            }
        }
        return specs;
    }

    private static void checkSolvable(String file, EnvironmentYaml.Conda conda) {
        MatchSpec spec = conda.spec();
        if (spec.exactName().isEmpty()) {
            throw BadInput.at(file, conda.line(), 1, spec + " names no single package. Write one name.");
        }
        if (spec.details().when().isPresent() || !spec.details().extras().isEmpty()) {
            throw BadInput.at(
                    file,
                    conda.line(),
                    1,
                    spec + " has a condition or extras, which no lock can hold. Leave them out.");
        }
    }

    private static MatchSpec from(MatchSpec spec, List<Channel> instead) {
        boolean keeps = instead.isEmpty()
                || spec.channel().isEmpty()
                || instead.stream().anyMatch(spec.channel().get()::matches);
        return keeps
                ? spec
                : new MatchSpec(
                        spec.name(), spec.version(), spec.build(), Optional.empty(), spec.subdir(), spec.details());
    }

    /** The distributions under {@code pip:} that come from an index. */
    static List<Requirement> pip(EnvironmentYaml asked) {
        return lines(asked)
                .filter(CondaWishes::isFromIndex)
                .map(line -> ((RequirementsFile.Wanted) line).requirement())
                .toList();
    }

    /** What else stands under {@code pip:}, as it is written there but for comments. */
    static List<String> otherPip(EnvironmentYaml asked) {
        return lines(asked)
                .filter(line -> !isFromIndex(line))
                .map(CondaWishes::text)
                .toList();
    }

    private static Stream<RequirementsFile.Line> lines(EnvironmentYaml asked) {
        return asked.dependencies().stream()
                .filter(EnvironmentYaml.Pip.class::isInstance)
                .map(item -> ((EnvironmentYaml.Pip) item).requirement());
    }

    private static boolean isFromIndex(RequirementsFile.Line line) {
        return line instanceof RequirementsFile.Wanted wanted
                && wanted.requirement().url().isEmpty();
    }

    private static String text(RequirementsFile.Line line) {
        if (line instanceof RequirementsFile.Wanted wanted) {
            return wanted.requirement().toString();
        }
        if (line instanceof RequirementsFile.Reference reference) {
            return reference.target();
        }
        if (line instanceof RequirementsFile.Include include) {
            return (include.constraint() ? "-c " : "-r ") + include.path();
        }
        if (line instanceof RequirementsFile.Option option) {
            return option.name();
        }
        return ((RequirementsFile.Unreadable) line).text();
    }
}
