package org.specimen.files.render;

import java.util.List;
import java.util.stream.Collectors;
import org.specimen.advice.Layer;
import org.specimen.advice.Origin;
import org.specimen.advice.Recommendation.LayerAdvice;
import org.specimen.advice.Recommendation.Reason;
import org.specimen.files.FileRole;
import org.specimen.files.render.LayerHold.Firmness;
import org.specimen.format.Markdown;

/** The part of the guide that says what controls which layer, and how exactly. */
final class GuideLayers {

    private GuideLayers() {}

    static void addTo(Page page, RenderRequest request) {
        List<String> rows = request.recommendation().layers().stream()
                .map(advice -> row(request, advice, LayerHold.of(request, advice)))
                .toList();
        page.section(Texts.get("guide.layers")).table(Texts.get("guide.layers.head"), rows);
        if (request.stack().usesDocker()) {
            page.paragraph(BaseImage.digest(request)
                    .map(digest -> Texts.get("guide.image.digest", Markdown.code(digest)))
                    .orElseGet(() -> Texts.get("guide.image.tag")));
        }
        List<String> packages = request.plan().frozen().systemPackages();
        if (request.stack().usesDocker() && !packages.isEmpty()) {
            page.paragraph(Texts.get(
                    "guide.image.system-packages",
                    packages.stream().map(Markdown::code).collect(Collectors.joining(", "))));
        }
    }

    private static String row(RenderRequest request, LayerAdvice advice, LayerHold hold) {
        return Page.row(
                Texts.get("layer." + advice.layer().key()),
                controlledBy(request, advice.layer(), hold),
                why(request, advice, hold));
    }

    private static String controlledBy(RenderRequest request, Layer layer, LayerHold hold) {
        if (layer == Layer.PROJECT) {
            return Texts.get("held.project");
        }
        if (isKept(hold)) {
            return Texts.get("guide.layers.kept", file(hold));
        }
        if (hold.firmness() != Firmness.EXACT && hold.firmness() != Firmness.LOOSE) {
            return Texts.get("guide.layers.nothing");
        }
        String onTop = layer == Layer.PACKAGES && request.venvOnTop() ? ".venv" : "";
        return Texts.get(
                "held." + request.stack().key() + "." + layer.key() + onTop,
                Markdown.codeInTable(request.name(FileRole.REQUIREMENTS)),
                Markdown.codeInTable(request.name(FileRole.ENVIRONMENT_YML)),
                Markdown.codeInTable(request.name(FileRole.DOCKERFILE)));
    }

    private static String why(RenderRequest request, LayerAdvice advice, LayerHold hold) {
        Layer layer = advice.layer();
        return switch (hold.firmness()) {
            case EXACT, LOOSE ->
                Texts.get(
                                "hold." + hold.reason(),
                                hold.moving().stream()
                                        .map(Markdown::codeInTable)
                                        .collect(Collectors.joining(", ")))
                        + " "
                        + (advice.required() ? reasons(advice) : Texts.get("guide.layers.controlled-anyway"));
            case OPEN ->
                Texts.get(
                        "guide.layers.required-open",
                        request.stack().title(),
                        advice.risk().map(Markdown::text).orElseGet(() -> open(request, layer)));
            case NOT_NEEDED, YOURS -> isKept(hold) ? Texts.get("hold.kept", file(hold)) : open(request, layer);
        };
    }

    private static boolean isKept(LayerHold hold) {
        return hold.reason().equals("kept");
    }

    private static String file(LayerHold hold) {
        return hold.file().map(Markdown::codeInTable).orElse("");
    }

    private static String open(RenderRequest request, Layer layer) {
        return Texts.get("open." + layer.key(), request.lock().python());
    }

    /** What this computer shows is left out: the same decisions give the same file everywhere. */
    private static String reasons(LayerAdvice advice) {
        return advice.reasons().stream()
                .filter(reason -> !(reason.from() instanceof Origin.Detected))
                .map(Reason::because)
                .distinct()
                .map(Markdown::text)
                .collect(Collectors.joining(" "));
    }
}
