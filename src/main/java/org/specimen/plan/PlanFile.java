package org.specimen.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.format.YamlWriter;
import org.specimen.problem.BadInput;

/**
 * specimen.yml: the plan as a file that a person can read, change and keep with the code. Every scalar in it is text, so
 * that {@code python: 3.10} is 3.10. Keys that are not known are kept.
 */
public final class PlanFile {

    public static final String NAME = "specimen.yml";

    /** The form of the file; a number that a Specimen does not know was written by a newer one. */
    static final int SCHEMA = 1;

    private static final String HEADER = """
            # What was decided for this project's environment. Specimen reads it the next time it writes the files.
            # Change it as you like, and keep it with the code.
            """;

    private PlanFile() {}

    /**
     * Reads a plan.
     *
     * @param file the file as the person knows it, for messages
     * @throws BadInput with line and column if it is not a plan that this version understands
     */
    public static EnvironmentPlan read(String file, String text) {
        return new PlanReader(file).read(text);
    }

    /** The text of a plan; {@link #read} gives an equal plan. */
    public static String write(EnvironmentPlan plan) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(PlanKeys.SCHEMA, new YamlWriter.Plain(Integer.toString(SCHEMA)));
        document.put(PlanKeys.NAME, plan.name());
        document.put(PlanKeys.STACK, plan.stack().key());
        document.put(PlanKeys.PYTHON, plan.python().toString());
        document.put(
                PlanKeys.PLATFORMS,
                plan.platforms().stream().map(TargetPlatform::key).toList());
        document.put(PlanKeys.ANSWERS, PlanParts.of(plan.answers()));
        document.put(
                PlanKeys.PACKAGES, plan.packages().stream().map(PlanParts::of).toList());
        document.put(
                PlanKeys.CONDA_PACKAGES,
                plan.condaPackages().stream().map(PlanParts::of).toList());
        document.put(
                PlanKeys.LEFT_OUT, plan.leftOut().stream().map(Object::toString).toList());
        document.put(PlanKeys.OPTIONS, PlanParts.of(plan.options()));
        if (!plan.frozen().isNothing()) {
            document.put(PlanKeys.FROZEN, PlanParts.of(plan.frozen()));
        }
        document.put(PlanKeys.WRITTEN, new TreeMap<>(plan.written()));
        plan.unknown().forEach((path, value) -> putUnknown(plan, document, path, value));
        return HEADER + YamlWriter.write(document);
    }

    /**
     * Puts a value back where it stood: {@code key}, {@code options/key}, or the key of an entry of a list, {@code
     * packages/numpy/key} and {@code conda-packages/gcc=14.2.0/key}. Where the entry is gone, so is its key.
     */
    private static void putUnknown(
            EnvironmentPlan plan, Map<String, Object> document, List<String> path, Object value) {
        String key = path.get(path.size() - 1);
        switch (path.size()) {
            case 1 -> document.put(key, value);
            case 2 -> put(document.get(path.get(0)), key, value);
            default -> {
                List<?> entries = (List<?>) document.getOrDefault(path.get(0), List.of());
                int at = entryNames(plan, path.get(0)).indexOf(path.get(1));
                if (at >= 0) {
                    put(entries.get(at), key, value);
                }
            }
        }
    }

    private static List<String> entryNames(EnvironmentPlan plan, String list) {
        return list.equals(PlanKeys.PACKAGES)
                ? plan.packages().stream()
                        .map(planned -> planned.name().value())
                        .toList()
                : plan.condaPackages().stream()
                        .map(planned -> planned.spec().toString())
                        .toList();
    }

    @SuppressWarnings("unchecked")
    private static void put(@Nullable Object map, String key, Object value) {
        if (map instanceof Map<?, ?>) {
            ((Map<String, Object>) map).put(key, value);
        }
    }
}
