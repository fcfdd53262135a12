package org.specimen.resolve.conda;

import java.util.List;
import java.util.stream.Collectors;
import org.specimen.conda.CondaVersion;
import org.specimen.index.channel.ChannelRecord;
import org.specimen.solve.CandidateSet;
import org.specimen.solve.Need;
import org.specimen.solve.Vocabulary;

/** The words for records and specifications in an explanation. */
final class CondaVocabulary implements Vocabulary<String, Wanted> {

    private static final int NAMED_ONE_BY_ONE = 3;

    private final CondaUniverse universe;

    CondaVocabulary(CondaUniverse universe) {
        this.universe = universe;
    }

    @Override
    public String candidates(String name, CandidateSet set) {
        if (name.startsWith("__")) {
            return "this machine's " + name;
        }
        if (set.hasEveryCandidate()) {
            return "every " + name;
        }
        List<ChannelRecord> records = universe.sorted(name).records();
        List<ChannelRecord> some = set.stream().mapToObj(records::get).toList();
        List<CondaVersion> versions =
                some.stream().map(ChannelRecord::version).distinct().sorted().toList();
        boolean isEveryBuild = records.stream()
                        .filter(record -> versions.contains(record.version()))
                        .count()
                == some.size();
        String builds = isEveryBuild
                ? ""
                : some.size() <= NAMED_ONE_BY_ONE
                        ? " (" + some.stream().map(ChannelRecord::build).collect(Collectors.joining(", ")) + ")"
                        : " (in some builds)";
        return name + " " + versions(versions) + builds;
    }

    private static String versions(List<CondaVersion> versions) {
        int last = versions.size() - 1;
        if (last < 0) {
            return "(none)";
        }
        if (last >= NAMED_ONE_BY_ONE) {
            return versions.get(0) + " … " + versions.get(last);
        }
        return versions.stream().map(CondaVersion::toString).collect(Collectors.joining(" or "));
    }

    @Override
    public String wanted(Need<String, Wanted> need) {
        Wanted wanted = need.wanted();
        return wanted.name().equals(Offers.PYTHON_ABI) ? python(wanted) : SpecText.of(wanted.spec());
    }

    /** What builds for one minor version of Python need, as {@code python_abi 3.13.* *_cp313t} (conda-forge). */
    private static String python(Wanted abi) {
        String version = abi.version().toString();
        return "Python " + (version.endsWith(".*") ? version.substring(0, version.length() - 2) : version)
                + (abi.build().toString().endsWith("t") ? " without its global lock" : "");
    }

    @Override
    public String asker() {
        return "the environment";
    }
}
