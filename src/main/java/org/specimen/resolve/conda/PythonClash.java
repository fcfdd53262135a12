package org.specimen.resolve.conda;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.MatchSpec;
import org.specimen.resolve.conda.JointProblem.OnPlatform;

/** The commonest conflict: a package that a channel does not have for the Python that is wanted. */
final class PythonClash {

    private static final MatchSpec PYTHON = MatchSpec.parse("python");

    private PythonClash() {}

    /**
     * For which Pythons there is a package, in a sentence.
     *
     * @param specs that exclude each other
     * @return empty if they are not one Python and one package, or if it is something else that keeps them apart
     */
    static Optional<String> fact(OnPlatform platform, List<MatchSpec> specs) {
        if (specs.size() != 2) {
            return Optional.empty();
        }
        int which = isPython(specs.get(0)) ? 0 : 1;
        MatchSpec python = specs.get(which);
        MatchSpec other = specs.get(1 - which);
        if (!isPython(python) || isPython(other)) {
            return Optional.empty();
        }
        Map<String, CondaVersion> newest = new LinkedHashMap<>();
        Offers.versions(platform, PYTHON)
                .sorted()
                .forEach(version -> newest.put(Offers.minor(version).toString(), version));
        List<String> has = newest.entrySet().stream()
                .filter(minor ->
                        platform.versions(other, minor.getValue()).findAny().isPresent())
                .map(Map.Entry::getKey)
                .toList();
        boolean isForIt = Offers.versions(platform, python)
                .anyMatch(version -> has.contains(Offers.minor(version).toString()));
        return has.isEmpty() || isForIt
                ? Optional.empty()
                : Optional.of(SpecText.of(other) + " is there for Python " + Contradictions.listed(has)
                        + (has.size() == 1 ? " alone." : ", and for no other."));
    }

    private static boolean isPython(MatchSpec spec) {
        return spec.exactName().filter(name -> name.value().equals("python")).isPresent();
    }
}
