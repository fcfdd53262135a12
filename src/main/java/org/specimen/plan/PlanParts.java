package org.specimen.plan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.specimen.advice.Answers;
import org.specimen.advice.Question;
import org.specimen.advice.Stack;
import org.specimen.catalogue.TorchBuild;
import org.specimen.conda.CondaName;
import org.specimen.format.YamlFields;
import org.specimen.format.YamlNode.Mapping;
import org.specimen.format.YamlNode.Scalar;
import org.specimen.format.YamlWriter;
import org.specimen.problem.BadInput;
import org.specimen.project.Role;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;

/** The parts of specimen.yml that a draft of it has too, as {@link YamlWriter} takes and {@link YamlFields} gives them. */
public final class PlanParts {

    private PlanParts() {}

    /** Answers, as {@code AnswersFile} reads them. */
    public static Map<String, Object> of(Answers answers) {
        Map<String, Object> entry = new LinkedHashMap<>();
        answers.given()
                .forEach((question, values) ->
                        entry.put(question.key(), question.kind() == Question.Kind.ONE ? values.get(0) : values));
        return entry;
    }

    public static Map<String, Object> of(PlannedPackage planned) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(PlanKeys.REQUIRES, planned.requirement().toString());
        planned.from().ifPresent(manager -> entry.put(PlanKeys.FROM, manager.key()));
        planned.condaName().ifPresent(name -> entry.put(PlanKeys.CONDA_NAME, name.value()));
        if (planned.role() != Role.RUNTIME) {
            entry.put(PlanKeys.ROLE, planned.role().key());
        }
        putWhy(entry, planned.why());
        return entry;
    }

    static Map<String, Object> of(PlannedCondaPackage planned) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(PlanKeys.SPEC, planned.spec().toString());
        putWhy(entry, planned.why());
        return entry;
    }

    public static Map<String, Object> of(Options options) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(PlanKeys.COMMAND, options.command());
        entry.put(PlanKeys.JUPYTER, options.jupyter());
        options.cuda().ifPresent(cuda -> entry.put(PlanKeys.CUDA, cuda));
        entry.put(PlanKeys.VENV_ON_TOP, options.venvOnTop());
        entry.put(PlanKeys.SYSTEM_PACKAGES, options.systemPackages());
        entry.put(PlanKeys.INSTALL_PROJECT, options.installProject());
        if (options.pylock()) {
            entry.put(PlanKeys.PYLOCK, true);
        }
        options.torch().ifPresent(build -> entry.put(PlanKeys.TORCH, build.key()));
        if (!options.confirmedNames().isEmpty()) {
            entry.put(
                    PlanKeys.CONFIRMED_NAMES,
                    options.confirmedNames().stream().map(PackageName::value).toList());
        }
        return entry;
    }

    static Map<String, Object> of(Frozen frozen) {
        Map<String, Object> entry = new LinkedHashMap<>();
        frozen.base().ifPresent(base -> entry.put(PlanKeys.BASE, base));
        frozen.digest().ifPresent(digest -> entry.put(PlanKeys.DIGEST, digest));
        entry.put(PlanKeys.SYSTEM_PACKAGES, frozen.systemPackages());
        frozen.proved().ifPresent(proved -> entry.put(PlanKeys.PROVED, of(proved)));
        return entry;
    }

    private static Map<String, Object> of(Proved proved) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(PlanKeys.ON, proved.on());
        entry.put(PlanKeys.WITH, proved.with());
        entry.put(PlanKeys.OUTCOME, proved.outcome().key());
        entry.put(PlanKeys.PINS, proved.pins());
        return entry;
    }

    /**
     * Reads what a proof found.
     *
     * @throws BadInput with line and column if it cannot be that
     */
    static Frozen frozen(YamlFields fields, Mapping frozen) {
        return fields.checked(
                frozen,
                () -> new Frozen(
                        fields.text(frozen, PlanKeys.BASE).map(Scalar::text),
                        fields.text(frozen, PlanKeys.DIGEST).map(Scalar::text),
                        fields.values(frozen, PlanKeys.SYSTEM_PACKAGES, Function.identity()),
                        proved(fields, fields.mapping(frozen, PlanKeys.PROVED))));
    }

    private static Optional<Proved> proved(YamlFields fields, Mapping proved) {
        if (proved.entries().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(fields.checked(
                proved,
                () -> new Proved(
                        fields.required(proved, PlanKeys.ON, Function.identity()),
                        fields.required(proved, PlanKeys.WITH, Function.identity()),
                        fields.required(proved, PlanKeys.OUTCOME, Proved.Outcome::parse),
                        fields.required(proved, PlanKeys.PINS, Function.identity()))));
    }

    /**
     * Reads a package.
     *
     * @throws BadInput with line and column if it is none
     */
    public static PlannedPackage planned(YamlFields fields, Mapping entry) {
        return fields.checked(
                entry,
                () -> new PlannedPackage(
                        fields.required(entry, PlanKeys.REQUIRES, Requirement::parse),
                        fields.optional(entry, PlanKeys.FROM, PlanParts::manager),
                        fields.optional(entry, PlanKeys.CONDA_NAME, CondaName::of),
                        fields.optional(entry, PlanKeys.ROLE, PlanParts::role).orElse(Role.RUNTIME),
                        fields.text(entry, PlanKeys.WHY).map(Scalar::text).orElse("")));
    }

    /**
     * Reads options.
     *
     * @throws BadInput with line and column if they are none
     */
    public static Options options(YamlFields fields, Mapping options) {
        return fields.checked(
                options,
                () -> new Options(
                        fields.values(options, PlanKeys.COMMAND, Function.identity()),
                        fields.truth(options, PlanKeys.JUPYTER, Options.DEFAULT.jupyter()),
                        fields.text(options, PlanKeys.CUDA).map(Scalar::text),
                        fields.truth(options, PlanKeys.VENV_ON_TOP, Options.DEFAULT.venvOnTop()),
                        fields.values(options, PlanKeys.SYSTEM_PACKAGES, Function.identity()),
                        fields.truth(options, PlanKeys.INSTALL_PROJECT, Options.DEFAULT.installProject()),
                        fields.truth(options, PlanKeys.PYLOCK, Options.DEFAULT.pylock()),
                        fields.optional(options, PlanKeys.TORCH, TorchBuild::new),
                        fields.values(options, PlanKeys.CONFIRMED_NAMES, PackageName::of)));
    }

    /**
     * Reads a stack.
     *
     * @throws IllegalArgumentException if there is none of this key
     */
    public static Stack stack(String key) {
        return Stack.ofKey(key)
                .orElseThrow(() -> new IllegalArgumentException("the stack is one of "
                        + String.join(
                                ", ",
                                Arrays.stream(Stack.values()).map(Stack::key).toList()) + ", not \"" + key + "\""));
    }

    private static void putWhy(Map<String, Object> entry, String why) {
        if (!why.isEmpty()) {
            entry.put(PlanKeys.WHY, why);
        }
    }

    private static PackageManager manager(String key) {
        return PackageManager.ofKey(key)
                .orElseThrow(() -> new IllegalArgumentException("a package is from conda or pip, not \"" + key + "\""));
    }

    private static Role role(String key) {
        return Role.ofKey(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the role is runtime, optional or development, not \"" + key + "\""));
    }
}
