package org.specimen.ui.advice;

import java.util.List;
import java.util.Optional;
import org.specimen.advice.Layer;
import org.specimen.advice.Question;
import org.specimen.advice.Stack;

/**
 * What the page says.
 *
 * @param effective the stack that will be used: the person's choice, or the advised one
 * @param today what this computer lacks; empty if the advised stack can be made at once
 * @param consequence what the stack that will be used means here
 */
record AdvicePage(
        Stack advised,
        Stack effective,
        String headline,
        String sentence,
        Optional<Today> today,
        List<Obstacle> obstacles,
        List<String> contradictions,
        List<LayerReasons> reasons,
        List<StackColumn> stacks,
        Consequence consequence,
        List<Risk> risks,
        List<String> remember,
        List<Taken> taken) {

    /** @param python another Python that is on this computer, as in {@code 3.11}, and can be taken instead */
    record Today(String headline, String text, List<ToGet> toGet, Optional<String> python) {}

    /**
     * Something that this computer lacks.
     *
     * @param commands to type in a terminal
     * @param addresses without {@code https://}
     */
    record ToGet(String how, List<String> commands, List<String> addresses) {}

    record Obstacle(String what, String today) {}

    /** A layer that must be controlled, with every rule that says so. */
    record LayerReasons(Layer layer, String name, String about, List<Reason> reasons) {}

    /**
     * Why a layer must be controlled.
     *
     * @param rule its id
     * @param tag the answer or the finding behind it, in words
     * @param said whether the person said so
     * @param question whose answer it is
     */
    record Reason(String rule, String because, String tag, boolean said, Optional<Question> question, String section) {}

    /** One of the four stacks. */
    record StackColumn(
            Stack stack,
            String about,
            boolean fits,
            boolean chosen,
            boolean worksToday,
            List<LayerMark> marks,
            List<String> adds,
            List<String> loses,
            String cost) {}

    /** What a choice means; {@code isOpen} if it leaves a required layer open. */
    record Consequence(String text, boolean isOpen) {}

    record Risk(String layer, String text) {}

    /**
     * What holds without having been said.
     *
     * @param origin in a word
     */
    record Taken(Question question, String text, String origin) {}
}
