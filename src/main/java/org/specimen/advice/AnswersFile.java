package org.specimen.advice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.specimen.format.Yaml;
import org.specimen.format.YamlNode;
import org.specimen.problem.BadInput;

/** Reads answers as YAML: the keys and values of {@link Question}, every scalar as text. */
public final class AnswersFile {

    private AnswersFile() {}

    /**
     * Reads an answers file.
     *
     * @param file the file as the person knows it, for messages
     * @return {@link Answers#NONE} if the text holds nothing
     * @throws BadInput with line and column if it is not YAML, or a key or value is none of the questions'; the message
     *     names what is allowed and what was likely meant
     */
    public static Answers read(String file, String text) {
        return read(file, Yaml.readMapping(file, text));
    }

    /**
     * Reads answers that stand inside of another file, such as those of specimen.yml.
     *
     * @throws BadInput as {@link #read(String, String)}
     */
    public static Answers read(String file, YamlNode.Mapping answers) {
        Map<Question, List<String>> given = new EnumMap<>(Question.class);
        for (YamlNode.Entry entry : answers.entries()) {
            Question question = question(file, entry.key());
            given.put(question, values(file, question, entry.value()));
        }
        return new Answers(given);
    }

    private static Question question(String file, YamlNode.Scalar key) {
        return Question.ofKey(key.text()).orElseThrow(() -> {
            String likely = Likely.of(key.text(), Question.keys())
                    .map(meant -> " Did you mean " + meant + "?")
                    .orElse("");
            return BadInput.at(
                    file,
                    key.line(),
                    key.column(),
                    "there is no question " + Question.shown(key.text()) + ". The keys are "
                            + String.join(", ", Question.keys()) + "." + likely);
        });
    }

    private static List<String> values(String file, Question question, YamlNode value) {
        if (value instanceof YamlNode.Scalar scalar) {
            // A key with nothing behind it is a question left open.
            List<String> answer = scalar.text().isEmpty() && !scalar.quoted() ? List.of() : List.of(scalar.text());
            return checked(file, question, answer, scalar);
        }
        if (value instanceof YamlNode.Sequence sequence && question.kind() == Question.Kind.SEVERAL) {
            List<String> values = new ArrayList<>();
            for (YamlNode item : sequence.items()) {
                if (!(item instanceof YamlNode.Scalar scalar)) {
                    throw BadInput.at(
                            file,
                            item.line(),
                            item.column(),
                            question.key() + " takes single values, and here is " + item.kind() + ".");
                }
                checked(file, question, List.of(scalar.text()), scalar);
                values.add(scalar.text());
            }
            return checked(file, question, values, sequence);
        }
        String wanted = question.kind() == Question.Kind.SEVERAL ? "a value or a list of values" : "one value";
        throw BadInput.at(
                file,
                value.line(),
                value.column(),
                question.key() + " takes " + wanted + " (" + String.join(", ", question.choices()) + "), and here is "
                        + value.kind() + ".");
    }

    private static List<String> checked(String file, Question question, List<String> answer, YamlNode place) {
        try {
            return question.check(answer);
        } catch (IllegalArgumentException wrong) {
            throw BadInput.at(file, place.line(), place.column(), String.valueOf(wrong.getMessage()));
        }
    }
}
