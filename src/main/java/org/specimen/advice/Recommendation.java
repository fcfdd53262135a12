package org.specimen.advice;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What fits this project, and why.
 *
 * @param stack what the project needs: the lightest that controls every required layer
 * @param today the heaviest useful step that is possible with what is on this computer
 * @param missing what this computer lacks for {@code stack} and for {@code today}, and how to get it
 * @param layers every layer, from the top down
 * @param alternatives the other stacks, lightest first
 * @param obstacles what stands in the way of containers, whether or not {@code stack} uses them
 * @param assumptions what holds without the person having said so: found, detected or assumed
 * @param contradictions answers that do not go together, or not with the project
 * @param cautions what to keep in mind, as "come back when it bites"
 * @param habits what to do whatever the stack
 */
public record Recommendation(
        Stack stack,
        Stack today,
        List<Missing> missing,
        List<LayerAdvice> layers,
        List<Alternative> alternatives,
        List<Obstacle> obstacles,
        List<Assumption> assumptions,
        List<Note> contradictions,
        List<Note> cautions,
        List<Note> habits) {

    public Recommendation {
        missing = List.copyOf(missing);
        layers = List.copyOf(layers);
        alternatives = List.copyOf(alternatives);
        obstacles = List.copyOf(obstacles);
        assumptions = List.copyOf(assumptions);
        contradictions = List.copyOf(contradictions);
        cautions = List.copyOf(cautions);
        habits = List.copyOf(habits);
    }

    /** What this computer lacks for one stack, as far as it was looked for. */
    public List<Missing> missingFor(Stack wanted) {
        String tool = AdviceTexts.text(
                wanted.usesDocker()
                        ? "missing.docker.what"
                        : wanted.usesConda() ? "missing.conda.what" : "missing.python.what");
        return missing.stream().filter(lack -> lack.what().equals(tool)).toList();
    }

    /**
     * What has to be there first.
     *
     * @param what in a word, as in "Docker"
     * @param how what the matter is and how to get it on this computer
     */
    public record Missing(String what, String how) {

        /** A command stands in quotation marks and begins with a program's name, which is in small letters. */
        private static final Pattern COMMAND = Pattern.compile("\"([a-z][^\"]*)\"");

        private static final Pattern ADDRESS =
                Pattern.compile("\\b[a-z][a-z.-]*\\.(?:org|com|sh)\\b(?:/[a-z/-]*[a-z])?");

        /** The commands in {@link #how}, to type in a terminal. */
        public List<String> commands() {
            return all(COMMAND, 1);
        }

        /** The addresses in {@link #how}, without {@code https://}. */
        public List<String> addresses() {
            return all(ADDRESS, 0);
        }

        private List<String> all(Pattern pattern, int group) {
            return pattern.matcher(how)
                    .results()
                    .map((MatchResult match) -> match.group(group))
                    .distinct()
                    .toList();
        }
    }

    /**
     * Whether a layer must be controlled.
     *
     * @param controlledBy the {@link Stack#key()} of the advised stack, {@code version-control} for the project's own
     *     files, or empty where nothing controls it
     * @param reasons the rules behind it; empty where it is not required
     * @param risk what it risks to leave it open, where {@code stack} does not control it
     */
    public record LayerAdvice(
            Layer layer, boolean required, Optional<String> controlledBy, List<Reason> reasons, Optional<String> risk) {
        public LayerAdvice {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Why a rule holds here.
     *
     * @param rule the rule's id in the rulebook
     * @param because the rule's reason in plain words
     * @param from the answer or the finding behind it
     * @param source {@code from} in words, as in "you answered people: public"
     * @param question the question whose answer made it hold, empty for a rule that always holds
     * @param section the section of the chapter that the rule comes from
     */
    public record Reason(
            String rule, String because, Origin from, String source, Optional<Question> question, String section) {}

    /**
     * Another stack, and what it would change here.
     *
     * @param adds layers that it controls and the advised stack does not
     * @param loses layers that the advised stack controls and it does not
     * @param leavesOpen those of {@code loses} that this project must control
     * @param cost what it asks of the person
     */
    public record Alternative(Stack stack, List<Layer> adds, List<Layer> loses, List<Layer> leavesOpen, String cost) {
        public Alternative {
            adds = List.copyOf(adds);
            loses = List.copyOf(loses);
            leavesOpen = List.copyOf(leavesOpen);
        }
    }

    /**
     * Work that cannot be put into a container.
     *
     * @param rule the rule's id in the rulebook
     * @param what why it cannot
     * @param instead what to do today
     * @param source {@code from} in words
     * @param section the section of the chapter that the rule comes from, empty if it does not speak of it
     */
    public record Obstacle(String rule, String what, String instead, Origin from, String source, String section) {}

    /**
     * What holds although the person did not say so.
     *
     * @param values may be empty for {@link Question#AI} only
     * @param from found, detected or assumed
     * @param why {@code from} in words
     */
    public record Assumption(Question question, List<String> values, Origin from, String why) {
        public Assumption {
            values = List.copyOf(values);
        }
    }

    /**
     * A habit, a caution or a contradiction.
     *
     * @param id the rule's id in the rulebook
     * @param section the section of the chapter that it comes from, empty if it does not speak of it
     */
    public record Note(String id, String text, String section) {}
}
