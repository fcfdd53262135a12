package org.specimen.ui.layers;

import org.specimen.ui.text.Texts;

/** The words of the picture. */
final class LayerTexts {

    private static final Texts TEXTS = Texts.of(LayerTexts.class);

    private LayerTexts() {}

    static String get(String key, Object... values) {
        return TEXTS.get(key, values);
    }

    static boolean has(String key) {
        return TEXTS.has(key);
    }
}
