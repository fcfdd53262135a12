package org.specimen.resolve.conda;

import java.util.List;
import java.util.stream.Stream;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.VersionSpec;
import org.specimen.index.channel.ChannelRecord;

/** What a platform has of one package, by what its records themselves say and without a solve. */
final class Offers {

    private static final String PYTHON = "python";

    /** What a build for one minor version of Python needs (conda-forge). */
    static final String PYTHON_ABI = "python_abi";

    private Offers() {}

    /** The versions that match, newest first. */
    static Stream<CondaVersion> versions(JointProblem.OnPlatform platform, MatchSpec spec) {
        return records(platform, spec).map(ChannelRecord::version).distinct();
    }

    /** Those of them that can stand beside a Python. */
    static Stream<CondaVersion> versions(JointProblem.OnPlatform platform, MatchSpec spec, CondaVersion python) {
        return records(platform, spec)
                .filter(record -> admits(record.depends(), python))
                .map(ChannelRecord::version)
                .distinct();
    }

    private static Stream<ChannelRecord> records(JointProblem.OnPlatform platform, MatchSpec spec) {
        String name = spec.exactName().orElseThrow().value();
        return platform.channels().stream()
                .filter(channel ->
                        spec.channel().isEmpty() || spec.channel().get().matches(channel.channel()))
                .filter(channel -> channel.has(name))
                .limit(1) // conda documentation, "Strict channel priority"
                .flatMap(channel -> channel.records(name).stream())
                .filter(record ->
                        spec.version().matches(record.version()) && spec.build().matches(record.build()));
    }

    private static boolean admits(List<String> depends, CondaVersion python) {
        for (String text : depends) {
            boolean isOfPython = text.startsWith(PYTHON + " ");
            if (isOfPython && !version(text).matches(python)) {
                return false;
            }
            if (text.startsWith(PYTHON_ABI + " ") && !version(text).matches(minor(python))) {
                return false;
            }
        }
        return true;
    }

    private static VersionSpec version(String text) {
        return PlainSpec.tryParse(text).orElseGet(() -> MatchSpec.parse(text)).version();
    }

    /** The first two numbers of it. */
    static CondaVersion minor(CondaVersion python) {
        String[] numbers = python.toString().split("\\.", 3);
        return CondaVersion.parse(numbers.length < 2 ? numbers[0] : numbers[0] + "." + numbers[1]);
    }
}
