package org.specimen.files.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.specimen.advice.Question;
import org.specimen.advice.Recommendation.Note;
import org.specimen.format.Markdown;
import org.specimen.project.Evidence;
import org.specimen.project.ProjectFacts.Model;
import org.specimen.project.ProjectFacts.Secret;

/** The part of the guide about what the code itself needs: keys, models, seeds, habits. */
final class GuideCode {

    private static final int PLACES_SHOWN = 10;

    /**
     * Names of models that run on a provider's computers, which have no revision: dated snapshots and the well-known
     * families. A model that is downloaded has its owner and a slash before such a name, or none of these forms.
     */
    private static final Pattern SERVICE = Pattern.compile(
            "[^/]*-\\d{4}-\\d{2}-\\d{2}|[^/]*-latest|(gpt-\\d|chatgpt-|claude-|gemini-|text-embedding-|o\\d(-|$))[^/]*");

    private GuideCode() {}

    static void addTo(Page page, RenderRequest request) {
        addKeys(page, request);
        addModels(page, request.facts().models());
        addSeeds(page, request);
        List<String> habits = request.recommendation().habits().stream()
                .map(Note::text)
                .map(Markdown::text)
                .toList();
        if (!habits.isEmpty()) {
            page.section(Texts.get("guide.habits")).list(habits);
        }
    }

    /** The keys that may be variables of the environment, sorted. */
    static List<String> keys(RenderRequest request) {
        return request.facts().secrets().stream()
                .map(Secret::key)
                .filter(key -> key.matches("[A-Za-z_][A-Za-z0-9_]*"))
                .distinct()
                .sorted()
                .toList();
    }

    private static void addKeys(Page page, RenderRequest request) {
        List<Secret> secrets = request.facts().secrets();
        if (!secrets.isEmpty()) {
            page.section(Texts.get("guide.keys"))
                    .paragraph(Texts.get("guide.keys.text"))
                    .list(secrets.stream()
                            .map(secret -> Markdown.code(secret.key()) + " ("
                                    + Markdown.code(secret.evidence().toString()) + ")")
                            .distinct()
                            .sorted()
                            .toList());
        }
    }

    private static void addModels(Page page, List<Model> models) {
        if (!models.isEmpty()) {
            page.section(Texts.get("guide.models"))
                    .paragraph(Texts.get("guide.models.text"))
                    .table(
                            Texts.get("guide.models.head"),
                            models.stream()
                                    .map(model -> Page.row(
                                            Markdown.codeInTable(model.name()),
                                            state(model),
                                            Markdown.codeInTable(
                                                    model.evidence().toString())))
                                    .distinct()
                                    .toList());
        }
    }

    private static String state(Model model) {
        return model.revision()
                .map(Markdown::codeInTable)
                .orElse(Texts.get(
                        SERVICE.matcher(model.name()).matches() ? "guide.models.service" : "guide.models.open"));
    }

    private static void addSeeds(Page page, RenderRequest request) {
        List<Evidence> places = request.facts().randomness();
        if (places.isEmpty() && !request.plan().answers().to(Question.AI).contains("randomness")) {
            return;
        }
        page.section(Texts.get("guide.seeds"));
        if (!places.isEmpty()) {
            List<String> items = new ArrayList<>(places.stream()
                    .limit(PLACES_SHOWN)
                    .map(place -> Markdown.code(place.toString()))
                    .collect(Collectors.toList()));
            Optional.of(places.size() - PLACES_SHOWN)
                    .filter(more -> more > 0)
                    .ifPresent(more -> items.add(Texts.get("guide.seeds.more", more)));
            page.paragraph(Texts.get("guide.seeds.text")).list(items);
        }
        if (request.stack().usesDocker()) {
            page.paragraph(Texts.get("guide.seeds.hash"));
        } else {
            page.paragraph(Texts.get("guide.seeds.hash.shell"));
            Systems systems = Systems.of(request);
            systems.unixTitle()
                    .ifPresent(title -> page.subsection(title)
                            .commands(Terminal.POSIX, List.of(Terminal.POSIX.setVariable("PYTHONHASHSEED", "0"))));
            if (systems.windows()) {
                page.subsection(Texts.get("guide.windows"))
                        .commands(Terminal.POWERSHELL, List.of(Terminal.POWERSHELL.setVariable("PYTHONHASHSEED", "0")));
            }
        }
    }
}
