package org.specimen.ui.session;

import java.util.ArrayList;
import java.util.List;
import org.specimen.app.Wishes;
import org.specimen.ui.text.Texts;

/** Says in a few words in what two decisions differ. */
final class DecisionWords {

    private static final Texts TEXTS = Texts.of(DecisionWords.class);

    private DecisionWords() {}

    static String of(Decisions one, Decisions other) {
        List<String> kinds = new ArrayList<>();
        Wishes a = one.wishes();
        Wishes b = other.wishes();
        compare(kinds, "change.answers", List.of(a.answers(), a.leftOpen()), List.of(b.answers(), b.leftOpen()));
        compare(kinds, "change.stack", a.stack(), b.stack());
        compare(kinds, "change.python", a.python(), b.python());
        compare(kinds, "change.packages", List.of(a.packages(), a.leftOut()), List.of(b.packages(), b.leftOut()));
        compare(kinds, "change.options", a.options(), b.options());
        compare(kinds, "change.name", a.name(), b.name());
        compare(kinds, "change.as-of", a.asOf(), b.asOf());
        compare(kinds, "change.upgrade", a.upgrade(), b.upgrade());
        compare(kinds, "change.existing", a.existing(), b.existing());
        return TEXTS.get(kinds.size() == 1 ? kinds.get(0) : "change.several");
    }

    private static void compare(List<String> kinds, String kind, Object one, Object other) {
        if (!one.equals(other)) {
            kinds.add(kind);
        }
    }
}
