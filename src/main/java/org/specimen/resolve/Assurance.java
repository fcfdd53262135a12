package org.specimen.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.specimen.python.PackageName;
import org.specimen.python.Version;
import org.specimen.resolve.Supply.NeedsSource;

/**
 * What is known of whether the releases of a lockfile go together, before anybody has installed them. The one source for
 * every face and file that speaks of it.
 *
 * @param releases how many were chosen
 * @param unconfirmed how many of them nothing confirms for the Python, or on a channel for every platform
 * @param vague how many of them need what only a neighbouring release tells, or nobody
 * @param isComplete whether nothing is left for the installer to choose
 * @param clashes releases that not everybody who asks for them accepts
 * @param doubts what speaks against some of them together without proving it, a sentence each
 */
public record Assurance(
        Version python,
        int releases,
        int unconfirmed,
        int vague,
        boolean isComplete,
        List<Clash> clashes,
        List<String> doubts) {

    /** How sure it is that they go together. */
    public enum Level {
        /** Every requirement is known and met, and every release admits the Python. */
        CONFIRMED,
        /** Nothing is known that speaks against it. */
        UNTRIED,
        /** It is known that they do not. */
        CLASHING
    }

    /**
     * A release that not everybody accepts.
     *
     * @param against who asks for what else, as in {@code pandas asks for >=1.20}
     */
    public record Clash(PackageName name, Version version, List<String> against) {
        public Clash {
            against = List.copyOf(against);
        }

        /** In one sentence. */
        public String sentence() {
            return "Not every package accepts " + name + " " + version + ": " + String.join(", ", against) + ".";
        }
    }

    public Assurance {
        clashes = List.copyOf(clashes);
        doubts = List.copyOf(doubts);
    }

    static Assurance of(Version python, Collection<Choice> choices, int releases, int unconfirmed, boolean isComplete) {
        return new Assurance(python, releases, unconfirmed, vague(choices), isComplete, clashes(choices), List.of());
    }

    Assurance withDoubts(List<Doubt> found) {
        return new Assurance(
                python,
                releases,
                unconfirmed,
                vague,
                isComplete,
                clashes,
                found.stream().map(Doubt::sentence).toList());
    }

    private static int vague(Collection<Choice> choices) {
        return (int) choices.stream()
                .filter(choice -> choice.source() != NeedsSource.ITSELF)
                .count();
    }

    private static List<Clash> clashes(Collection<Choice> choices) {
        return choices.stream()
                .map(Assurance::clash)
                .filter(clash -> !clash.against().isEmpty())
                .toList();
    }

    private static Clash clash(Choice choice) {
        Version version = choice.candidate().version();
        return new Clash(
                choice.demand().name(),
                version,
                choice.demand().wishes().stream()
                        .filter(wish -> !choice.suits(wish.requirement().specifiers()))
                        .map(wish -> wish.by().map(Object::toString).orElse("the project") + " asks for "
                                + wish.requirement().specifiers())
                        .distinct()
                        .toList());
    }

    public Level level() {
        if (!clashes.isEmpty()) {
            return Level.CLASHING;
        }
        return unconfirmed == 0 && vague == 0 && isComplete && doubts.isEmpty() ? Level.CONFIRMED : Level.UNTRIED;
    }

    /** In a few sentences; empty where nothing was chosen. */
    public String summary() {
        if (releases == 0) {
            return "";
        }
        return switch (level()) {
            case CONFIRMED ->
                releases == 1
                        ? "All that it needs is known, and it admits Python " + minor()
                                + ". It has not been installed yet."
                        : "All that these " + releases + " releases need is known and chosen, and each admits Python "
                                + minor() + ". They have not been installed together.";
            case UNTRIED -> String.join(" ", untried());
            case CLASHING ->
                "These releases do not all go together: not every package accepts "
                        + clashes.stream()
                                .map(clash -> clash.name() + " " + clash.version())
                                .collect(Collectors.joining(", "))
                        + ".";
        };
    }

    private List<String> untried() {
        List<String> sentences = new ArrayList<>();
        boolean one = releases == 1;
        sentences.add(
                one
                        ? "A version is chosen for one package."
                        : "A version is chosen for each of " + releases + " packages.");
        if (unconfirmed > 0) {
            sentences.add((unconfirmed == releases
                            ? (one ? "It is" : "None of them is")
                            : unconfirmed == 1 ? "One of them is" : unconfirmed + " of them are")
                    + (unconfirmed == releases && !one ? " confirmed for Python " : " not confirmed for Python ")
                    + minor() + ".");
        }
        if (!isComplete) {
            sentences.add("Part of what " + (one ? "it needs" : "they need") + " in turn is left to the installer.");
        } else if (vague > 0) {
            sentences.add("What " + (vague == releases ? (one ? "it needs" : "they need") : vague + " of them need")
                    + " was taken from a release near by.");
        }
        if (!doubts.isEmpty()) {
            sentences.add("They may not go together:");
            sentences.addAll(doubts);
        }
        sentences.add((one ? "It has" : "They have") + " not been installed " + (one ? "yet." : "together."));
        return sentences;
    }

    private String minor() {
        return python.major() + "." + python.minor();
    }
}
