package org.specimen.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.specimen.advice.Rulebook.ContradictionRule;
import org.specimen.advice.Rulebook.LayerRule;
import org.specimen.advice.Rulebook.NoteRule;
import org.specimen.advice.Rulebook.ObstacleRule;
import org.specimen.advice.Rulebook.Sign;
import org.specimen.format.Yaml;
import org.specimen.format.YamlNode;
import org.specimen.python.PackageName;

/** Reads the rulebook's sections and refuses whatever it does not understand. */
final class RulebookReader {

    private final String file;
    private final ConditionReader conditions;
    private final Map<String, YamlNode> ids = new HashMap<>();

    RulebookReader(String file) {
        this.file = file;
        this.conditions = new ConditionReader(file);
    }

    Rulebook read(String text) {
        Fields top = new Fields(file, "rulebook", Yaml.readMapping(file, text));
        top.allow("layers", "habits", "cautions", "obstacles", "contradictions", "signs");
        if (top.required("layers") instanceof YamlNode.Sequence layers
                && layers.items().isEmpty()) {
            throw Fields.wrong(file, layers, "a rulebook needs at least one rule under layers.");
        }
        return new Rulebook(
                rules(top, "layers", this::layerRule),
                rules(top, "habits", this::noteRule),
                rules(top, "cautions", this::noteRule),
                rules(top, "obstacles", this::obstacleRule),
                rules(top, "contradictions", this::contradictionRule),
                rules(top, "signs", this::sign));
    }

    private <R> List<R> rules(Fields top, String section, Function<Fields, R> reader) {
        List<R> rules = new ArrayList<>();
        for (YamlNode item : top.list(section)) {
            rules.add(reader.apply(Fields.of(file, "rule", item)));
        }
        return rules;
    }

    private LayerRule layerRule(Fields rule) {
        rule.allow("id", "when", "layer", "because", "section");
        Set<Layer> layers = new LinkedHashSet<>();
        for (YamlNode.Scalar layer : rule.words("layer")) {
            layers.add(layer(layer));
        }
        return new LayerRule(id(rule), when(rule), layers, rule.text("because"), rule.text("section"));
    }

    private Layer layer(YamlNode.Scalar word) {
        Layer layer = Fields.oneOf(file, "layer", word, Arrays.asList(Layer.values()), Layer::key);
        if (layer == Layer.PROJECT || layer == Layer.HARDWARE) {
            throw Fields.wrong(file, word, "no environment controls the layer " + layer.key() + ".");
        }
        return layer;
    }

    private NoteRule noteRule(Fields rule) {
        rule.allow("id", "when", "text", "section");
        return new NoteRule(id(rule), when(rule), rule.text("text"), rule.optionalText("section"));
    }

    private ObstacleRule obstacleRule(Fields rule) {
        rule.allow("id", "when", "what", "instead", "section");
        return new ObstacleRule(
                id(rule), when(rule), rule.text("what"), rule.text("instead"), rule.optionalText("section"));
    }

    private ContradictionRule contradictionRule(Fields rule) {
        rule.allow("id", "when", "unless", "text", "section");
        Optional<Condition> unless = rule.optional("unless").map(conditions::read);
        return new ContradictionRule(id(rule), when(rule), unless, rule.text("text"), rule.optionalText("section"));
    }

    private Sign sign(Fields rule) {
        rule.allow("id", "ai", "packages", "section");
        YamlNode.Scalar ai = rule.word("ai");
        String value = Fields.oneOf(file, "value of ai", ai, Question.AI.choices(), Function.identity());
        return new Sign(id(rule), value, packages(file, rule), rule.optionalText("section"));
    }

    static Set<PackageName> packages(String file, Fields rule) {
        Set<PackageName> names = new LinkedHashSet<>();
        for (YamlNode.Scalar word : rule.words("packages")) {
            names.add(PackageName.tryOf(word.text())
                    .orElseThrow(() ->
                            Fields.wrong(file, word, Question.shown(word.text()) + " is not the name of a package.")));
        }
        return names;
    }

    private String id(Fields rule) {
        YamlNode.Scalar id = rule.word("id");
        if (!id.text().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw Fields.wrong(
                    file,
                    id,
                    "an id is lower-case letters, digits and single hyphens, not " + Question.shown(id.text()) + ".");
        }
        YamlNode earlier = ids.putIfAbsent(id.text(), id);
        if (earlier != null) {
            throw Fields.wrong(
                    file, id, "the id " + id.text() + " is taken by the rule on line " + earlier.line() + ".");
        }
        return id.text();
    }

    private Condition when(Fields rule) {
        return conditions.read(rule.required("when"));
    }
}
