package org.specimen.ui.situation;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.specimen.advice.Origin;
import org.specimen.advice.Question;
import org.specimen.advice.Recommendation.Note;
import org.specimen.advice.Situation.Shown;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.PythonRelease;
import org.specimen.ui.text.Texts;

/** What the questions and their answers are called on the page. */
final class QuestionWords {

    /** The rule that asks for every operating system to be named. */
    private static final String EVERY_SYSTEM = "mixed-systems-and-one";

    private static final Texts TEXTS = Texts.of(QuestionWords.class);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private final List<Choice> pythons;

    QuestionWords(Catalogue catalogue, InstantSource clock) {
        YearMonth now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        pythons = catalogue.pythonReleases().all().stream()
                .filter(release -> release.status() != PythonRelease.Status.NEW)
                .filter(release -> !release.endOfLife().isBefore(now))
                .sorted(Comparator.comparing(PythonRelease::firstReleased).reversed())
                .map(release -> new Choice(
                        release.minor(),
                        TEXTS.get("choice.python.version", release.minor()),
                        TEXTS.get("choice.python.version.line", MONTH.format(release.endOfLife()))))
                .toList();
    }

    /** The question in one short sentence. */
    String text(Question question) {
        String own = "question." + question.key();
        return TEXTS.has(own) ? TEXTS.get(own) : question.text();
    }

    /** What it is about, in a word or two. */
    String name(Question question) {
        return TEXTS.get("name." + question.key());
    }

    /** What the answer decides. */
    String why(Question question) {
        return TEXTS.get("why." + question.key());
    }

    String unknown(Question question) {
        String own = "unknown." + question.key();
        return TEXTS.get(TEXTS.has(own) ? own : "unknown");
    }

    List<Choice> choices(Question question) {
        List<Choice> choices = new ArrayList<>();
        for (String value : question.choices()) {
            String key = "choice." + question.key() + "." + value;
            String line = key + ".line";
            choices.add(new Choice(value, TEXTS.get(key), TEXTS.has(line) ? TEXTS.get(line) : ""));
        }
        if (question == Question.PYTHON) {
            choices.addAll(pythons);
        }
        return List.copyOf(choices);
    }

    /** Values as they are called on the page. */
    String labels(Question question, List<String> values) {
        if (values.isEmpty()) {
            return TEXTS.get("none");
        }
        List<Choice> choices = choices(question);
        return values.stream()
                .map(value -> choices.stream()
                        .filter(choice -> choice.value().equals(value))
                        .map(Choice::label)
                        .findFirst()
                        .orElseGet(() -> TEXTS.get("choice.python.version", value)))
                .collect(Collectors.joining(", "));
    }

    /** Why something is suggested. */
    String because(Question question, Shown shown) {
        if (shown.origin() instanceof Origin.Found found) {
            String own = "because.found." + question.key() + "." + String.join(".", shown.values());
            if (!found.evidence().isEmpty()) {
                return TEXTS.get("because.at", found.what(), found.evidence().get(0));
            }
            return TEXTS.has(own) ? TEXTS.get(own) : found.what();
        }
        if (shown.origin() instanceof Origin.Detected detected) {
            return labels(question, shown.values()).equals(detected.what())
                    ? TEXTS.get("because.here")
                    : TEXTS.get("because.here.where", detected.what());
        }
        return "";
    }

    String fromPlan() {
        return TEXTS.get("because.plan");
    }

    String said() {
        return TEXTS.get("because.said");
    }

    String assumed(Question question) {
        String own = "because.assumed." + question.key();
        return TEXTS.get(TEXTS.has(own) ? own : "because.assumed");
    }

    String otherwise(Question question, Shown shown) {
        return TEXTS.get("because.otherwise", labels(question, shown.values()), because(question, shown));
    }

    String open(Question question, List<String> values) {
        return values.isEmpty() ? TEXTS.get("open.none") : TEXTS.get("open", labels(question, values));
    }

    /** A contradiction, as it is told beside the question whose answer is likeliest to be changed. */
    Caution contradiction(Note note) {
        String own = "contradiction." + note.id();
        String text = TEXTS.has(own) ? TEXTS.get(own) : note.text();
        return note.id().equals(EVERY_SYSTEM)
                ? new Caution(text, TEXTS.get(own + ".settle"), Question.OPERATING_SYSTEMS.choices())
                : new Caution(text, "", List.of());
    }
}
