package org.specimen.ui.advice;

import java.util.List;
import java.util.Set;
import org.specimen.advice.Layer;
import org.specimen.advice.Question;
import org.specimen.advice.Stack;

/**
 * What one other answer would change.
 *
 * @param verdict what becomes of the stack, in few words
 * @param explanation which layers come to matter, or no longer do
 * @param changed the layers whose mark is another one
 */
record Trial(Choice choice, String verdict, String explanation, Side before, Side after, Set<Layer> changed) {

    /**
     * An answer that may be tried.
     *
     * @param text as half a sentence: "it must last for years"
     */
    record Choice(Question question, List<String> values, String text) {
        String[] asArray() {
            return values.toArray(String[]::new);
        }
    }

    /**
     * One half of the comparison.
     *
     * @param label what it is the advice for
     * @param onlyHere the reasons that the other side does not have
     */
    record Side(String label, Stack stack, List<LayerMark> marks, List<OnlyHere> onlyHere) {}

    /** A reason that one side alone has, with the layers that it is about. */
    record OnlyHere(String layers, String because) {}

    boolean isNoChange() {
        return changed.isEmpty()
                && before.stack() == after.stack()
                && before.onlyHere().isEmpty()
                && after.onlyHere().isEmpty();
    }
}
