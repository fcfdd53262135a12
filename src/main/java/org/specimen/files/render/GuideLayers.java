package org.specimen.files.render;

import java.util.List;
import java.util.stream.Collectors;
import org.specimen.advice.Layer;
import org.specimen.advice.Origin;
import org.specimen.advice.Recommendation.LayerAdvice;
import org.specimen.advice.Recommendation.Reason;
import org.specimen.files.FileRole;
import org.specimen.format.Markdown;

/** The part of the guide that says who controls which layer. */
final class GuideLayers {

    private GuideLayers() {}

    static void addTo(Page page, RenderRequest request) {
        List<String> rows = request.recommendation().layers().stream()
                .map(advice -> Page.row(
                        Texts.get("layer." + advice.layer().key()),
                        fixedBy(request, advice.layer()),
                        why(request, advice)))
                .toList();
        page.section(Texts.get("guide.layers")).table(Texts.get("guide.layers.head"), rows);
        if (request.stack().usesDocker()) {
            page.paragraph(Texts.get("guide.image.tag"));
        }
    }

    private static String fixedBy(RenderRequest request, Layer layer) {
        if (layer == Layer.PROJECT) {
            return Texts.get("held.project");
        }
        if (!controls(request, layer)) {
            return Texts.get("guide.layers.nothing");
        }
        String onTop = layer == Layer.PACKAGES && request.venvOnTop() ? ".venv" : "";
        return Texts.get(
                "held." + request.stack().key() + "." + layer.key() + onTop,
                Markdown.codeInTable(request.name(FileRole.REQUIREMENTS)),
                Markdown.codeInTable(request.name(FileRole.ENVIRONMENT_YML)),
                Markdown.codeInTable(request.name(FileRole.DOCKERFILE)));
    }

    /** A nested stack can fix the GPU's software, and does so once a version of CUDA is chosen. */
    private static boolean controls(RenderRequest request, Layer layer) {
        return request.stack().controls(layer)
                && (layer != Layer.GPU_RUNTIME || request.cuda().isPresent());
    }

    private static String why(RenderRequest request, LayerAdvice advice) {
        Layer layer = advice.layer();
        String open = Texts.get("open." + layer.key(), request.lock().python());
        if (controls(request, layer)) {
            return advice.required() ? reasons(advice) : Texts.get("guide.layers.fixed-anyway");
        }
        boolean needed = advice.required() && layer != Layer.PROJECT && layer != Layer.HARDWARE;
        return needed
                ? Texts.get(
                        "guide.layers.required-open",
                        request.stack().title(),
                        advice.risk().map(Markdown::text).orElse(open))
                : open;
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
