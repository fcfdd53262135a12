package org.specimen.app.store;

import java.util.List;
import java.util.Optional;
import org.specimen.app.AppTexts;

/**
 * How the person wants Specimen to look and where it gets things from.
 *
 * @param textSize in percent, from {@value #SMALLEST_TEXT} to {@value #LARGEST_TEXT}
 * @param packageIndex the address of an index like PyPI's simple one, in place of PyPI
 * @param imageMirror what stands before the names of images, as in {@code mirror.example.org/dockerhub}
 * @param layersFolded whether the picture of the layers is folded to a strip
 */
public record Settings(
        Theme theme,
        int textSize,
        Motion motion,
        Optional<String> packageIndex,
        Optional<String> imageMirror,
        boolean layersFolded) {

    /** The sizes of text that are offered, the smallest first, in percent. */
    public static final List<Integer> TEXT_SIZES = List.of(100, 120, 150, 200);

    public static final int SMALLEST_TEXT = 100;
    public static final int LARGEST_TEXT = 200;

    public static final Settings DEFAULT =
            new Settings(Theme.SYSTEM, 100, Motion.SYSTEM, Optional.empty(), Optional.empty(), false);

    /**
     * Lets settings pass that hold together.
     *
     * @throws IllegalArgumentException with a message for the person if the text size is out of bounds or an address
     *     cannot be used
     */
    public Settings {
        if (textSize < SMALLEST_TEXT || textSize > LARGEST_TEXT) {
            throw new IllegalArgumentException(
                    AppTexts.get("settings.text-size.bounds", SMALLEST_TEXT, LARGEST_TEXT, textSize));
        }
        packageIndex = packageIndex.map(Addresses::packageIndex);
        imageMirror = imageMirror.map(Addresses::imageMirror);
    }

    public Settings withTheme(Theme changed) {
        return new Settings(changed, textSize, motion, packageIndex, imageMirror, layersFolded);
    }

    public Settings withTextSize(int changed) {
        return new Settings(theme, changed, motion, packageIndex, imageMirror, layersFolded);
    }

    public Settings withMotion(Motion changed) {
        return new Settings(theme, textSize, changed, packageIndex, imageMirror, layersFolded);
    }

    /** Empty takes PyPI. */
    public Settings withPackageIndex(Optional<String> changed) {
        return new Settings(theme, textSize, motion, changed, imageMirror, layersFolded);
    }

    /** Empty takes images from where they are published. */
    public Settings withImageMirror(Optional<String> changed) {
        return new Settings(theme, textSize, motion, packageIndex, changed, layersFolded);
    }

    public Settings withLayersFolded(boolean changed) {
        return new Settings(theme, textSize, motion, packageIndex, imageMirror, changed);
    }
}
