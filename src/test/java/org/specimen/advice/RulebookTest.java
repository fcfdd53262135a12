package org.specimen.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.specimen.advice.Rulebook.LayerRule;

/** The rulebook inside Specimen. */
class RulebookTest {

    private static final Rulebook SHIPPED = Rulebook.shipped();

    /** The headings of chapter 22, "Reproducibility in AI-Assisted Research". */
    private static final Set<String> HEADINGS = Set.of(
            "It Worked Yesterday",
            "Why Things Break",
            "A Layered Way to Think About Control",
            "Virtual Environments: The Baseline",
            "Conda: Making Python Environments Repeatable",
            "Docker: Controlling the System Your Code Runs On",
            "When to Use Which",
            "Practical Habits Worth Keeping",
            "Try This");

    /** For each rule an answer with which it holds, and one with which it does not. */
    private static final Map<String, List<String>> EXAMPLES = Map.ofEntries(
            Map.entry("others-run-it", List.of("people: same-os-team", "people: me")),
            Map.entry("systems-cause-trouble", List.of("os-trouble: yes", "os-trouble: no")),
            Map.entry("several-machines", List.of("machines: several", "machines: one")),
            Map.entry("lasts-for-years", List.of("horizon: years", "horizon: months")),
            Map.entry("reusable-pipeline", List.of("purpose: pipeline", "purpose: paper")),
            Map.entry("teaching-resource", List.of("purpose: teaching", "purpose: exploration")),
            Map.entry("deployed-application", List.of("purpose: application", "purpose: teaching")),
            Map.entry("runs-in-ci", List.of("runs-on: [laptop, ci]", "runs-on: laptop")),
            Map.entry("runs-on-cluster", List.of("runs-on: cluster", "runs-on: ci")),
            Map.entry("runs-on-cloud-machine", List.of("runs-on: cloud-vm", "runs-on: hosted-notebook")),
            Map.entry("compiled-libraries", List.of("compiled: yes", "compiled: no")),
            Map.entry("certain-python", List.of("python: 3.12", "python: any")),
            Map.entry("gpu-by-wheels", List.of("gpu: wheels", "gpu: none")),
            Map.entry("gpu-by-metal", List.of("gpu: mps", "gpu: wheels")),
            Map.entry("gpu-by-fixed-cuda", List.of("gpu: cuda", "gpu: mps")));

    static Stream<LayerRule> layerRules() {
        return SHIPPED.layers().stream();
    }

    @ParameterizedTest
    @MethodSource("layerRules")
    void eachRuleHoldsByItselfAndMakesItsLayersNecessary(LayerRule rule) {
        Rulebook alone = new Rulebook(List.of(rule), List.of(), List.of(), List.of(), List.of(), List.of());
        Advisor advisor = new Advisor(alone, new StubCatalogue().pythonReleases());
        if (rule.when() instanceof Condition.Always) {
            assertThat(advisor.required(situation(alone), Optional.empty())).isEqualTo(rule.layers());
            return;
        }
        assertThat(EXAMPLES).containsKey(rule.id());
        List<String> example = EXAMPLES.getOrDefault(rule.id(), List.of());

        assertThat(advisor.required(situation(alone, example.get(0)), Optional.empty()))
                .isEqualTo(rule.layers());
        assertThat(advisor.required(situation(alone, example.get(1)), Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("layerRules")
    void eachRuleSaysWhyAndNamesASectionOfTheChapter(LayerRule rule) {
        assertThat(rule.because()).endsWith(".").doesNotContain("{", "!");
        assertThat(HEADINGS).contains(rule.section());
    }

    /** What the chapter does not speak of: Metal, where drivers and wheels come from, windows, hosted notebooks. */
    private static final Set<String> BEYOND_THE_CHAPTER = Set.of(
            "no-metal-in-containers",
            "no-cuda-wheels-on-windows",
            "needs-the-desktop",
            "metal-without-mac",
            "cuda-on-mac-only",
            "containers-in-hosted-notebook");

    @Test
    void everyOtherRuleNamesItsSectionWhereTheChapterSpeaksOfIt() {
        Map<String, String> sections = new TreeMap<>();
        SHIPPED.habits().forEach(rule -> sections.put(rule.id(), rule.section()));
        SHIPPED.cautions().forEach(rule -> sections.put(rule.id(), rule.section()));
        SHIPPED.obstacles().forEach(rule -> sections.put(rule.id(), rule.section()));
        SHIPPED.contradictions().forEach(rule -> sections.put(rule.id(), rule.section()));
        SHIPPED.signs().forEach(rule -> sections.put(rule.id(), rule.section()));

        assertThat(sections).allSatisfy((id, section) -> {
            if (BEYOND_THE_CHAPTER.contains(id)) {
                assertThat(section).as(id).isEmpty();
            } else {
                assertThat(HEADINGS).as(id).contains(section);
            }
        });
    }

    @Test
    void everyHabitAndCautionIsASentence() {
        Stream.concat(SHIPPED.habits().stream(), SHIPPED.cautions().stream())
                .forEach(rule -> assertThat(rule.text()).endsWith(".").doesNotContain("!"));
    }

    @Test
    void theRulesWithoutOneOfThemControlLess() {
        for (LayerRule left : SHIPPED.layers()) {
            List<LayerRule> others = new ArrayList<>(SHIPPED.layers());
            others.remove(left);
            Rulebook without = new Rulebook(others, List.of(), List.of(), List.of(), List.of(), List.of());
            List<String> example = EXAMPLES.getOrDefault(left.id(), List.of("people: me"));
            Situation situation = situation(without, example.get(0));

            Set<Layer> missing = new HashSet<>(left.layers());
            missing.removeAll(
                    new Advisor(without, new StubCatalogue().pythonReleases()).required(situation, Optional.empty()));

            assertThat(missing).as(left.id()).isNotEmpty();
        }
    }

    @Test
    void theShippedTextIsTheShippedRulebook() {
        assertThat(Rulebook.load("decision-rules.yml", Rulebook.shippedText())).isEqualTo(SHIPPED);
    }

    private static Situation situation(Rulebook rulebook, String... answers) {
        return new Situations(rulebook, new StubCatalogue())
                .suggest(Optional.empty(), Facts.machine(), Advice.answers(answers));
    }
}
