package org.specimen.resolve.conda;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.specimen.conda.CondaVersion;
import org.specimen.index.channel.ChannelRecord;
import org.specimen.solve.Explanation;
import org.specimen.solve.Incompatibility;
import org.specimen.solve.Incompatibility.Cause;

/** Why there is no environment, in words for a person. */
final class Contradictions {

    /** What the machine has, in words. */
    private static final Map<String, String> MACHINE = Map.of(
            "__cuda", "an NVIDIA driver (__cuda)",
            "__glibc", "the C library (__glibc)",
            "__osx", "macOS (__osx)",
            "__linux", "Linux (__linux)",
            "__win", "Windows (__win)",
            "__archspec", "the processor (__archspec)",
            "__unix", "a Unix (__unix)");

    private final CondaUniverse universe;

    Contradictions(CondaUniverse universe) {
        this.universe = universe;
    }

    /** The wishes that a proof rests on, with their names. */
    static Map<Wanted, String> wishes(Incompatibility<String, Wanted> proof) {
        Map<Wanted, String> wishes = new LinkedHashMap<>();
        for (Cause<String, Wanted> ground : Explanation.grounds(proof)) {
            if (ground instanceof Cause.Wanted<String, Wanted> wanted) {
                Wanted wish = wanted.need().wanted();
                wishes.put(wish, wish.name());
            }
        }
        return wishes;
    }

    /** Which wishes exclude each other, or which one nothing meets. */
    String what(Incompatibility<String, Wanted> proof) {
        Map<Wanted, String> wishes = wishes(proof);
        return isSingle(wishes, proof)
                ? nothingMeets(wishes.keySet().iterator().next())
                : together(wishes, machineNeeded(proof));
    }

    /** The proof, one conclusion a line. */
    List<String> why(Incompatibility<String, Wanted> proof) {
        return isSingle(wishes(proof), proof) ? List.of() : Explanation.lines(proof, new CondaVocabulary(universe));
    }

    /** What the proof rests on, a sentence each. */
    List<String> facts(Incompatibility<String, Wanted> proof) {
        return isSingle(wishes(proof), proof)
                ? List.of()
                : Explanation.facts(proof, new CondaVocabulary(universe), Contradictions::isWorthTelling);
    }

    /** Not that a Python goes with what is built for it. */
    private static boolean isWorthTelling(Cause<String, Wanted> ground) {
        return !(ground instanceof Cause.Needed<String, Wanted> needed
                && needed.name().equals("python")
                && needed.need().name().equals(Offers.PYTHON_ABI));
    }

    private static boolean isSingle(Map<Wanted, String> wishes, Incompatibility<String, Wanted> proof) {
        return wishes.size() == 1 && proof.cause() instanceof Cause.Wanted;
    }

    /** What packages need of the machine, as far as the proof rests on it. */
    private static Set<String> machineNeeded(Incompatibility<String, Wanted> proof) {
        Set<String> names = new LinkedHashSet<>();
        for (Cause<String, Wanted> ground : Explanation.grounds(proof)) {
            if (ground instanceof Cause.Needed<String, Wanted> needed
                    && needed.need().name().startsWith("__")) {
                names.add(needed.need().name());
            }
        }
        return names;
    }

    private String together(Map<Wanted, String> wishes, Set<String> ofMachine) {
        List<String> asked = new ArrayList<>();
        List<String> machine = new ArrayList<>();
        wishes.forEach((wish, name) -> {
            if (name.startsWith("__")) {
                machine.add(MACHINE.getOrDefault(name, name) + " as it is taken to be");
            } else {
                asked.add(SpecText.of(wish.spec()));
            }
        });
        if (!ofMachine.isEmpty() && asked.size() == 1) {
            return asked.get(0) + " needs "
                    + listed(ofMachine.stream().map(this::machineText).toList()) + ".";
        }
        asked.addAll(machine);
        return asked.size() == 1 ? asked.get(0) + " needs what there is not." : listed(asked) + " do not go together.";
    }

    private String machineText(String name) {
        String taken = universe.virtual(name).stream()
                .findFirst()
                .map(virtual -> ", and the machine is taken to have "
                        + (name.equals("__archspec") ? virtual.build() : virtual.version()))
                .orElse(", which the machine is taken not to have");
        return MACHINE.getOrDefault(name, name) + taken + " (set CONDA_OVERRIDE_"
                + name.substring(2).toUpperCase(Locale.ROOT) + " if it has another)";
    }

    private String nothingMeets(Wanted wish) {
        String name = wish.name();
        if (name.startsWith("__")) {
            return "no machine of this kind has " + MACHINE.getOrDefault(name, name) + ".";
        }
        List<CondaVersion> versions = universe.sorted(name).records().stream()
                .map(ChannelRecord::version)
                .distinct()
                .sorted()
                .toList();
        if (versions.isEmpty()) {
            return "there is no package " + name + ". Check how it is written.";
        }
        CondaVersion oldest = versions.get(0);
        CondaVersion newest = versions.get(versions.size() - 1);
        return "there is no " + SpecText.of(wish.spec()) + "; there "
                + (versions.size() == 1 ? "is " + name + " " + newest : "are versions from " + oldest + " to " + newest)
                + (wish.build().matchesAll() ? "." : ", in other builds.");
    }

    static String listed(List<String> things) {
        int last = things.size() - 1;
        return last == 0 ? things.get(0) : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }
}
