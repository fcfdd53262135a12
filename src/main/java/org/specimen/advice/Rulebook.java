package org.specimen.advice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specimen.python.PackageName;

/**
 * The rules that advice follows, as data. Each has an id that no other has; those that come from the chapter name the
 * section.
 */
public record Rulebook(
        List<LayerRule> layers,
        List<NoteRule> habits,
        List<NoteRule> cautions,
        List<ObstacleRule> obstacles,
        List<ContradictionRule> contradictions,
        List<Sign> signs) {

    private static final String SHIPPED = "decision-rules.yml";

    public Rulebook {
        layers = List.copyOf(layers);
        habits = List.copyOf(habits);
        cautions = List.copyOf(cautions);
        obstacles = List.copyOf(obstacles);
        contradictions = List.copyOf(contradictions);
        signs = List.copyOf(signs);
    }

    /**
     * Makes it necessary to control layers.
     *
     * @param because the reason, to be read aloud
     * @param section of the chapter
     */
    public record LayerRule(String id, Condition when, Set<Layer> layers, String because, String section) {
        public LayerRule {
            layers = Set.copyOf(EnumSet.copyOf(layers));
        }
    }

    /**
     * Gives a habit or a caution.
     *
     * @param text to be read aloud; {@code {found}} in it stands for what was found
     * @param section of the chapter, empty where it does not speak of this
     */
    public record NoteRule(String id, Condition when, String text, String section) {}

    /**
     * Names work that cannot be put into a container.
     *
     * @param what why it cannot
     * @param instead what to do today
     * @param section of the chapter, empty where it does not speak of this
     */
    public record ObstacleRule(String id, Condition when, String what, String instead, String section) {}

    /**
     * Names answers that do not go together. Only what the person said counts.
     *
     * @param unless what reconciles them, if anything does
     * @param section of the chapter, empty where it does not speak of this
     */
    public record ContradictionRule(
            String id, Condition when, Optional<Condition> unless, String text, String section) {}

    /**
     * Names packages that show an answer to {@link Question#AI} by themselves.
     *
     * @param ai one of the question's values
     * @param section of the chapter, empty where it does not speak of this
     */
    public record Sign(String id, String ai, Set<PackageName> packages, String section) {
        public Sign {
            packages = Set.copyOf(packages);
        }
    }

    /**
     * Reads a rulebook.
     *
     * @param file the file as the person knows it, for messages
     * @throws org.specimen.problem.BadInput with line and column if it is not YAML or not a rulebook: an unknown key,
     *     question, value or layer, a field that is missing or of the wrong type, an id that stands there twice
     */
    public static Rulebook load(String file, String text) {
        return new RulebookReader(file).read(text);
    }

    /** The rulebook inside Specimen. */
    public static Rulebook shipped() {
        return Shipped.RULEBOOK;
    }

    /** The text of the rulebook inside Specimen, for those who want to read or change it. */
    public static String shippedText() {
        try (InputStream stream = Rulebook.class.getResourceAsStream(SHIPPED)) {
            if (stream == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the application");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Read once, when first asked for. */
    private static final class Shipped {
        static final Rulebook RULEBOOK = load(SHIPPED, shippedText());
    }
}
