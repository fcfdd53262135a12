package org.specimen.app.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.specimen.app.AppTexts;
import org.specimen.format.Yaml;
import org.specimen.format.YamlFields;
import org.specimen.format.YamlNode.Mapping;
import org.specimen.format.YamlNode.Scalar;
import org.specimen.format.YamlWriter;
import org.specimen.problem.BadInput;
import org.specimen.problem.OutsideFailure;

/**
 * Keeps the settings in a file that a person may change too. Keys of a newer Specimen stay; a value that cannot be right
 * counts as not set.
 */
public final class SettingsStore {

    private static final String NAME = "settings.yml";
    private static final String THEME = "theme";
    private static final String TEXT_SIZE = "text-size";
    private static final String MOTION = "motion";
    private static final String PACKAGE_INDEX = "package-index";
    private static final String IMAGE_MIRROR = "image-mirror";
    private static final String LAYERS_FOLDED = "layers-folded";
    private static final List<String> KNOWN =
            List.of(THEME, TEXT_SIZE, MOTION, PACKAGE_INDEX, IMAGE_MIRROR, LAYERS_FOLDED);

    private final StoredFile file;

    public SettingsStore(UserFolders folders) {
        file = new StoredFile(folders.config().resolve(NAME), "settings");
    }

    /** The settings; the usual ones where there are none yet, or the file is broken. */
    public synchronized Loaded<Settings> load() {
        return file.load(Settings.DEFAULT, SettingsStore::read);
    }

    /**
     * Changes what is kept now, which another Specimen may have changed meanwhile, and leaves the rest of it.
     *
     * @param otherwise what is changed where nothing is kept, or it is broken
     * @throws OutsideFailure if the disk does not give or take them
     */
    public synchronized Settings change(Settings otherwise, UnaryOperator<Settings> change) {
        return file.alone(() -> {
            Settings changed = change.apply(file.loadToChange(otherwise, SettingsStore::read));
            save(changed);
            return changed;
        });
    }

    /**
     * Keeps settings in place of the last ones.
     *
     * @throws OutsideFailure if the disk does not take them
     */
    public synchronized void save(Settings settings) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(THEME, key(settings.theme()));
        document.put(TEXT_SIZE, new YamlWriter.Plain(Integer.toString(settings.textSize())));
        document.put(MOTION, key(settings.motion()));
        settings.packageIndex().ifPresent(index -> document.put(PACKAGE_INDEX, index));
        settings.imageMirror().ifPresent(mirror -> document.put(IMAGE_MIRROR, mirror));
        document.put(LAYERS_FOLDED, settings.layersFolded());
        document.putAll(file.loadToChange(Map.<String, Object>of(), SettingsStore::others));
        file.write(YamlWriter.write(document));
    }

    private static Loaded<Map<String, Object>> others(String text) {
        return Loaded.well(YamlFields.others(Yaml.readMapping(NAME, text), KNOWN));
    }

    private static Loaded<Settings> read(String text) {
        Mapping top = Yaml.readMapping(NAME, text);
        Values values = new Values(top);
        Settings settings = Settings.DEFAULT;
        settings = values.apply(
                settings, THEME, (before, word) -> before.withTheme(constant(Theme.values(), THEME, word)));
        settings = values.apply(settings, TEXT_SIZE, (before, word) -> before.withTextSize(number(word)));
        settings = values.apply(
                settings, MOTION, (before, word) -> before.withMotion(constant(Motion.values(), MOTION, word)));
        settings = values.apply(settings, PACKAGE_INDEX, (before, word) -> before.withPackageIndex(Optional.of(word)));
        settings = values.apply(settings, IMAGE_MIRROR, (before, word) -> before.withImageMirror(Optional.of(word)));
        settings = values.apply(settings, LAYERS_FOLDED, (before, word) -> before.withLayersFolded(truth(word)));
        return new Loaded<>(settings, values.word());
    }

    /** The values of the file, one after the other, and what is wrong with some of them. */
    private static final class Values {

        private final Mapping top;
        private final List<String> wrong = new ArrayList<>();

        Values(Mapping top) {
            this.top = top;
        }

        Settings apply(Settings before, String key, BiFunction<Settings, String, Settings> change) {
            try {
                Optional<Scalar> value = new YamlFields(NAME).text(top, key);
                return value.isPresent() ? change.apply(before, value.get().text()) : before;
            } catch (BadInput | IllegalArgumentException notThis) {
                wrong.add(String.valueOf(notThis.getMessage()));
                return before;
            }
        }

        Optional<String> word() {
            return wrong.isEmpty()
                    ? Optional.empty()
                    : Optional.of(AppTexts.get("settings.wrong", NAME, String.join(" ", wrong)));
        }
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <T extends Enum<T>> T constant(T[] constants, String what, String word) {
        return Arrays.stream(constants)
                .filter(constant -> key(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(AppTexts.get(
                        "settings.one-of",
                        what,
                        String.join(
                                ", ",
                                Arrays.stream(constants).map(SettingsStore::key).toList()),
                        word)));
    }

    private static int number(String word) {
        if (!word.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(AppTexts.get("settings.text-size", word));
        }
        return Integer.parseInt(word);
    }

    private static boolean truth(String word) {
        if (!word.equals("true") && !word.equals("false")) {
            throw new IllegalArgumentException(AppTexts.get("settings.truth", LAYERS_FOLDED, word));
        }
        return word.equals("true");
    }
}
