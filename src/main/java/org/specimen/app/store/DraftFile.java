package org.specimen.app.store;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.specimen.advice.AnswersFile;
import org.specimen.advice.Question;
import org.specimen.app.Wishes;
import org.specimen.files.ExistingChoice;
import org.specimen.files.FileRole;
import org.specimen.format.Credentials;
import org.specimen.format.Yaml;
import org.specimen.format.YamlFields;
import org.specimen.format.YamlNode.Mapping;
import org.specimen.format.YamlWriter;
import org.specimen.plan.PlanParts;
import org.specimen.problem.BadInput;
import org.specimen.python.PackageName;

/** A draft as text, with packages, options and answers as specimen.yml has them. */
final class DraftFile {

    private static final String FOLDER = "folder";
    private static final String STEP = "step";
    private static final String REACHED = "reached";
    private static final String LEFT_OPEN = "left-open";
    private static final String ANSWERS = "answers";
    private static final String STACK = "stack";
    private static final String PYTHON = "python";
    private static final String NAME = "name";
    private static final String PACKAGES = "packages";
    private static final String LEFT_OUT = "left-out";
    private static final String OPTIONS = "options";
    private static final String EXISTING = "existing";
    private static final String AS_OF = "as-of";
    private static final String UPGRADE = "upgrade";

    private DraftFile() {}

    /** The text of a draft; {@link #read} gives an equal draft. */
    static String write(SavedDraft draft) {
        Wishes wishes = draft.wishes();
        Map<String, Object> document = new LinkedHashMap<>();
        draft.folder().ifPresent(folder -> document.put(FOLDER, PathText.of(folder)));
        document.put(STEP, draft.step());
        document.put(REACHED, draft.reached());
        document.put(
                LEFT_OPEN, draft.leftOpen().stream().sorted().map(Question::key).toList());
        document.put(ANSWERS, PlanParts.of(wishes.answers()));
        wishes.stack().ifPresent(stack -> document.put(STACK, stack.key()));
        wishes.python().ifPresent(python -> document.put(PYTHON, Credentials.without(python)));
        wishes.name().ifPresent(name -> document.put(NAME, Credentials.without(name)));
        document.put(PACKAGES, wishes.packages().stream().map(PlanParts::of).toList());
        document.put(LEFT_OUT, wishes.leftOut().stream().map(PackageName::value).toList());
        wishes.options().ifPresent(options -> document.put(OPTIONS, PlanParts.of(options)));
        Map<String, Object> existing = new LinkedHashMap<>();
        new TreeMap<>(wishes.existing()).forEach((role, choice) -> existing.put(key(role), key(choice)));
        document.put(EXISTING, existing);
        wishes.asOf().ifPresent(day -> document.put(AS_OF, day.toString()));
        if (wishes.upgrade()) {
            document.put(UPGRADE, true);
        }
        return YamlWriter.write(document);
    }

    /** @throws BadInput with line and column if it is no draft that this version understands */
    static SavedDraft read(String file, String text) {
        Mapping top = Yaml.readMapping(file, text);
        YamlFields fields = new YamlFields(file);
        Set<Question> leftOpen = new LinkedHashSet<>(fields.values(top, LEFT_OPEN, DraftFile::question));
        return new SavedDraft(
                fields.optional(top, FOLDER, PathText::read),
                new Wishes(
                        AnswersFile.read(file, fields.mapping(top, ANSWERS)),
                        leftOpen,
                        fields.optional(top, STACK, PlanParts::stack),
                        fields.optional(top, PYTHON, Function.identity()),
                        fields.optional(top, NAME, Function.identity()),
                        fields.entries(top, PACKAGES, entry -> PlanParts.planned(fields, entry)),
                        fields.values(top, LEFT_OUT, PackageName::of),
                        fields.has(top, OPTIONS)
                                ? Optional.of(PlanParts.options(fields, fields.mapping(top, OPTIONS)))
                                : Optional.empty(),
                        existing(fields, fields.mapping(top, EXISTING)),
                        fields.optional(top, AS_OF, DraftFile::day),
                        fields.truth(top, UPGRADE, false)),
                leftOpen,
                fields.required(top, STEP, Function.identity()),
                fields.values(top, REACHED, Function.identity()));
    }

    private static Map<FileRole, ExistingChoice> existing(YamlFields fields, Mapping choices) {
        Map<FileRole, ExistingChoice> existing = new TreeMap<>();
        choices.entries()
                .forEach(entry -> existing.put(
                        fields.converted(entry.key(), key -> constant(FileRole.values(), key)),
                        fields.converted(
                                fields.scalar(entry.key().text(), entry.value()),
                                key -> constant(ExistingChoice.values(), key))));
        return existing;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw new IllegalArgumentException("\"" + text + "\" is no day as in 2023-03-31", noDay);
        }
    }

    private static Question question(String key) {
        return Question.ofKey(key)
                .orElseThrow(() -> new IllegalArgumentException("there is no question \"" + key + "\""));
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T extends Enum<T>> T constant(T[] constants, String key) {
        return Arrays.stream(constants)
                .filter(constant -> key(constant).equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + key + "\" is not known here"));
    }
}
