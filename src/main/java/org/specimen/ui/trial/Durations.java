package org.specimen.ui.trial;

import java.time.Duration;
import org.specimen.ui.text.Texts;

/** How long something took, as short as it can be said. */
final class Durations {

    private static final Texts TEXTS = Texts.of(Durations.class);

    private Durations() {}

    static String of(Duration took) {
        if (took.toHours() > 0) {
            return TEXTS.get("took.hours", took.toHours(), two(took.toMinutesPart()));
        }
        return took.toMinutes() > 0
                ? TEXTS.get("took.minutes", took.toMinutes(), two(took.toSecondsPart()))
                : TEXTS.get("took.seconds", Math.max(0, took.toSeconds()));
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
