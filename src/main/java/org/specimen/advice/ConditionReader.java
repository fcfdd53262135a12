package org.specimen.advice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.specimen.format.YamlNode;
import org.specimen.project.WarningKind;

/**
 * Reads the condition of a rule.
 *
 * <pre>
 * when: always
 * when: {people: [same-os-team, public]}         one of these
 * when: {people: public, os-trouble: unknown}    both; "unknown": nobody said and nothing shows it
 * when: {any: [{runs-on: ci}, {machines: several}]}
 * when: {operating-systems: {only: [linux, windows]}}
 * when: {operating-systems: several-of-them}     more than one value
 * when: {python: a-version}                      not "any"
 * when: {packages: [pywin32, comtypes]}          found, and the project cannot run without it
 * when: {warnings: [desktop-window]}             the scan warns of it
 * </pre>
 */
record ConditionReader(String file) {

    private static final String ALWAYS = "always";
    private static final String ANY = "any";
    private static final String ONLY = "only";
    private static final String PACKAGES = "packages";
    private static final String WARNINGS = "warnings";
    private static final String SEVERAL_OF_THEM = "several-of-them";
    private static final String A_VERSION = "a-version";

    Condition read(YamlNode node) {
        if (node instanceof YamlNode.Scalar word && word.text().equals(ALWAYS)) {
            return new Condition.Always();
        }
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw Fields.wrong(
                    file, node, "a condition is \"always\" or questions with their values, and here is " + told(node));
        }
        if (mapping.entries().isEmpty()) {
            throw Fields.wrong(file, node, "this condition names no question.");
        }
        List<Condition> all = mapping.entries().stream().map(this::entry).toList();
        return all.size() == 1 ? all.get(0) : new Condition.AllOf(all);
    }

    private static String told(YamlNode node) {
        return (node instanceof YamlNode.Scalar word ? Question.shown(word.text()) : node.kind()) + ".";
    }

    private Condition entry(YamlNode.Entry entry) {
        return switch (entry.key().text()) {
            case ANY -> any(entry.value());
            case PACKAGES ->
                new Condition.Packages(RulebookReader.packages(
                        file, new Fields(file, "condition", new YamlNode.Mapping(List.of(entry), 1, 1))));
            case WARNINGS -> warnings(entry.value());
            default -> question(entry);
        };
    }

    private Condition any(YamlNode node) {
        if (!(node instanceof YamlNode.Sequence sequence) || sequence.items().isEmpty()) {
            throw Fields.wrong(file, node, "any must be a list of conditions, and here is " + node.kind() + ".");
        }
        return new Condition.AnyOf(sequence.items().stream().map(this::read).toList());
    }

    private Condition warnings(YamlNode node) {
        Set<String> kinds = new LinkedHashSet<>();
        for (YamlNode.Scalar word : Fields.words(file, WARNINGS, node)) {
            kinds.add(Fields.oneOf(file, "kind of warning", word, List.of(WarningKind.values()), WarningKind::key)
                    .key());
        }
        return new Condition.Warnings(kinds);
    }

    private Condition question(YamlNode.Entry entry) {
        List<String> keys = new ArrayList<>(Question.keys());
        keys.addAll(List.of(ANY, PACKAGES, WARNINGS));
        String key = Fields.oneOf(file, "question", entry.key(), keys, known -> known);
        Question question = Question.ofKey(key).orElseThrow();
        if (entry.value() instanceof YamlNode.Mapping mapping) {
            Fields only = new Fields(file, "condition", mapping);
            only.allow(ONLY);
            return new Condition.Only(question, values(question, only.words(ONLY)));
        }
        List<YamlNode.Scalar> words = Fields.words(file, key, entry.value());
        return words.size() == 1
                ? single(question, words.get(0))
                : new Condition.OneOf(question, values(question, words));
    }

    private Condition single(Question question, YamlNode.Scalar word) {
        if (word.text().equals(Question.UNKNOWN)) {
            return new Condition.Unknown(question);
        }
        if (word.text().equals(SEVERAL_OF_THEM) && question.kind() == Question.Kind.SEVERAL) {
            return new Condition.Several(question);
        }
        if (word.text().equals(A_VERSION) && question == Question.PYTHON) {
            return new Condition.PythonVersion();
        }
        return new Condition.OneOf(question, values(question, List.of(word)));
    }

    private List<String> values(Question question, List<YamlNode.Scalar> words) {
        List<String> values = new ArrayList<>();
        for (YamlNode.Scalar word : words) {
            if (word.text().equals(Question.UNKNOWN)) {
                throw Fields.wrong(file, word, Question.UNKNOWN + " stands alone in a condition.");
            }
            try {
                values.addAll(question.check(List.of(word.text())));
            } catch (IllegalArgumentException wrong) {
                throw Fields.wrong(file, word, String.valueOf(wrong.getMessage()));
            }
        }
        return values;
    }
}
