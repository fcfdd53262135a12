package org.specimen.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG 2.1 AA: 4.5 to 1 for text (1.4.3), 3 to 1 for what else carries meaning (1.4.11). */
class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double SIGN = 3;

    private static final List<String> SHEETS = Stream.of(
                    "theme/specimen",
                    "project/project",
                    "situation/situation",
                    "advice/advice",
                    "packages/packages",
                    "options/options",
                    "files/files",
                    "trial/trial",
                    "layers/layers")
            .map(name -> "/org/specimen/ui/" + name + ".css")
            .toList();

    /** What text without a background of its own may lie on. */
    private static final List<String> GROUNDS =
            List.of("-specimen-page", "-specimen-side", "-color-bg-default", "-color-bg-subtle");

    /** What lies on what, where the style sheets do not say it in one rule. */
    private static final List<List<String>> TEXT_ON = List.of(
            List.of("-color-fg-default", "-color-accent-subtle"),
            List.of("-color-fg-muted", "-color-accent-subtle"),
            List.of("-color-accent-fg", "-color-accent-subtle"),
            List.of("-color-fg-default", "-color-success-subtle"),
            List.of("-color-fg-default", "-color-warning-subtle"),
            List.of("-color-fg-default", "-color-danger-subtle"),
            List.of("-color-fg-muted", "-color-neutral-subtle"),
            List.of("-color-fg-default", "-color-bg-inset"),
            List.of("-color-fg-muted", "-color-bg-inset"),
            List.of("-color-fg-emphasis", "-color-accent-emphasis"),
            List.of("-color-fg-emphasis", "-color-accent-6"));

    private static final List<List<String>> SIGN_ON = List.of(
            List.of("-color-success-fg", "-color-success-subtle"),
            List.of("-color-warning-fg", "-color-warning-subtle"),
            List.of("-color-danger-fg", "-color-danger-subtle"),
            List.of("-color-accent-fg", "-specimen-page"),
            List.of("-color-accent-fg", "-specimen-side"),
            List.of("-color-accent-fg", "-color-accent-subtle"),
            List.of("-color-accent-emphasis", "-specimen-page"),
            List.of("-color-accent-emphasis", "-specimen-side"),
            List.of("-color-warning-fg", "-specimen-side"));

    /** What cannot be used, shapes that are no text, and what lies on a ground of another rule, which stands above. */
    private static final Pattern NO_TEXT = Pattern.compile(":disabled|selection|\\.border$|-line$|\\.mark \\.");

    private record Pair(String where, double contrast, double least) {
        boolean fails() {
            return contrast < least;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f (least %.1f) %s", contrast, least, where);
        }
    }

    @ParameterizedTest(name = "dark: {0}")
    @ValueSource(booleans = {false, true})
    void everyTextAndSignStandsOutFromWhatItLiesOn(boolean dark) {
        Palette palette = new Palette(dark);
        List<Pair> pairs = new ArrayList<>();
        SHEETS.stream()
                .flatMap(sheet -> Palette.rules(sheet).stream())
                .filter(rule -> dark || !rule.selector().contains(":dark"))
                .forEach(rule -> pairs.addAll(pairsOf(rule, palette)));
        TEXT_ON.forEach(pair -> pairs.addAll(named(pair, TEXT, palette)));
        SIGN_ON.forEach(pair -> pairs.addAll(named(pair, SIGN, palette)));
        pairs.sort(Comparator.comparingDouble(pair -> pair.contrast() / pair.least()));

        assertThat(pairs).hasSizeGreaterThan(100);
        assertThat(pairs.stream().filter(Pair::fails)).isEmpty();
    }

    private static List<Pair> named(List<String> pair, double least, Palette palette) {
        Color front = palette.named(pair.get(0));
        return Stream.of("-specimen-page", "-specimen-side", "-color-bg-subtle")
                .map(palette::named)
                .map(ground -> Palette.over(palette.named(pair.get(1)), ground))
                .map(ground -> pair(String.join(" on ", pair), front, ground, least))
                .toList();
    }

    private static List<Pair> pairsOf(Palette.Rule rule, Palette palette) {
        if (NO_TEXT.matcher(rule.selector()).find()) {
            return List.of();
        }
        List<Pair> pairs = new ArrayList<>();
        Map.of(
                        "-fx-text-fill",
                        TEXT,
                        "-fx-fill",
                        rule.selector().contains(".ikonli-font-icon") ? SIGN : TEXT,
                        "-fx-icon-color",
                        SIGN,
                        "-layer-text",
                        TEXT,
                        "-layer-text-quiet",
                        TEXT,
                        "-layer-sign",
                        SIGN)
                .forEach((property, least) -> Optional.ofNullable(
                                rule.declarations().get(property))
                        .flatMap(written -> palette.color(written, rule.declarations()))
                        .ifPresent(front -> grounds(rule, palette)
                                .forEach(ground -> pairs.add(pair(
                                        rule.sheet() + " " + rule.selector() + " " + property,
                                        front,
                                        ground,
                                        least)))));
        return pairs;
    }

    /** The rule's own background on every ground, or else the grounds. */
    private static List<Color> grounds(Palette.Rule rule, Palette palette) {
        Map<String, String> said = rule.declarations();
        Optional<Color> own = Optional.ofNullable(said.getOrDefault("-layer-fill", said.get("-fx-background-color")))
                .flatMap(written -> palette.color(written, said));
        return GROUNDS.stream()
                .map(palette::named)
                .map(ground -> own.map(front -> Palette.over(front, ground)).orElse(ground))
                .toList();
    }

    private static Pair pair(String where, Color front, Color ground, double least) {
        return new Pair(where, Palette.contrast(Palette.over(front, ground), ground), least);
    }
}
