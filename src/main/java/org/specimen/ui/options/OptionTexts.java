package org.specimen.ui.options;

import java.util.List;
import java.util.stream.Stream;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.Options;
import org.specimen.ui.text.CommandWords;
import org.specimen.ui.text.Texts;
import org.specimen.ui.text.WrongText;

/** What the person types, as values. Each throws {@link WrongText} where it cannot be one. */
final class OptionTexts {

    private static final Texts TEXTS = Texts.of(OptionTexts.class);

    private OptionTexts() {}

    static Options withCommand(Options now, String typed) {
        List<String> words = CommandWords.split(typed);
        try {
            return now.withCommand(words);
        } catch (IllegalArgumentException controlCharacter) {
            throw new WrongText(CommandWords.lineFault(), controlCharacter);
        }
    }

    static String name(String typed) {
        String name = typed.strip();
        if (!EnvironmentPlan.canBeNamed(name)) {
            throw new WrongText(TEXTS.get(name.isEmpty() ? "name.fault.empty" : "name.fault"));
        }
        return name;
    }

    static Options withSystemPackages(Options now, String typed) {
        List<String> names = Stream.of(typed.split("[,;\\s]+"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        for (String name : names) {
            try {
                now.withSystemPackages(List.of(name));
            } catch (IllegalArgumentException noName) {
                throw new WrongText(TEXTS.get("system-packages.fault", shortened(name)), noName);
            }
        }
        return now.withSystemPackages(names);
    }

    private static String shortened(String name) {
        int most = 40;
        return name.length() <= most ? name : name.substring(0, name.offsetByCodePoints(0, most / 2)) + "…";
    }
}
