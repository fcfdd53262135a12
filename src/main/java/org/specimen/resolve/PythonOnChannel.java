package org.specimen.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.MatchSpec;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Refusal;
import org.specimen.python.Version;

/**
 * The Python that the channels have for every platform: the one that is wanted, else the newest patch release of the same
 * minor version, else of the next one below.
 */
record PythonOnChannel(Version version) {

    static final String NAME = "python";
    private static final int SUGGESTED = 3;

    /** @throws NoSolution if there is none, or the one that the person named is not there */
    static PythonOnChannel of(ChannelRequest asked, OpenChannels channels) {
        Version wanted = asked.wanted().python();
        CondaVersion any = CondaVersion.parse(wanted.toString());
        if (!channels.everywhere(spec(wanted), any).isEmpty()) {
            return new PythonOnChannel(wanted);
        }
        List<Version> there = versions(channels.everywhere(MatchSpec.parse(NAME), any));
        return there.stream()
                .filter(version -> asked.pythons().contains(version))
                .min(Comparator.comparing((Version version) -> !isSameMinor(version, wanted))
                        .thenComparing(version -> version.compareTo(wanted) > 0))
                .map(PythonOnChannel::new)
                .orElseThrow(() -> refused(wanted, there, channels));
    }

    private static List<Version> versions(Set<CondaVersion> there) {
        return there.stream()
                .flatMap(version -> Version.tryParse(version.toString()).stream())
                .filter(version -> !version.isPrerelease())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static boolean isSameMinor(Version one, Version other) {
        return one.major().equals(other.major()) && one.minor().equals(other.minor());
    }

    private static NoSolution refused(Version wanted, List<Version> there, OpenChannels channels) {
        List<String> same = there.stream()
                .filter(version -> isSameMinor(version, wanted))
                .limit(SUGGESTED)
                .map(Version::toString)
                .toList();
        List<String> minors = there.stream()
                .map(version -> version.major() + "." + version.minor())
                .distinct()
                .limit(SUGGESTED)
                .toList();
        List<String> instead = same.isEmpty() ? minors : same;
        return new NoSolution(List.of(new Refusal(
                NAME,
                Refusal.Kind.NO_SUCH_PYTHON,
                "Python " + wanted + " is not on " + channels.title() + " for every platform."
                        + (instead.isEmpty() ? "" : " There is " + String.join(", ", instead) + "."),
                instead)));
    }

    MatchSpec spec() {
        return spec(version);
    }

    private static MatchSpec spec(Version version) {
        return MatchSpec.parse(NAME + "==" + version);
    }

    CondaVersion onChannel() {
        return CondaVersion.parse(version.toString());
    }
}
