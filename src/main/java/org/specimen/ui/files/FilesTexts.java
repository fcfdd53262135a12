package org.specimen.ui.files;

import org.specimen.ui.text.Texts;

/** The texts of this package, read once. */
final class FilesTexts {

    static final Texts TEXTS = Texts.of(FilesTexts.class);

    private FilesTexts() {}
}
