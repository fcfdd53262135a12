package org.specimen.ui.options;

import java.util.Locale;

/** What the person can choose beside stack and packages. */
enum Kind {
    COMMAND,
    JUPYTER,
    NAME,
    CUDA,
    TORCH,
    VENV_ON_TOP,
    SYSTEM_PACKAGES,
    INSTALL_PROJECT,
    PYLOCK;

    /** As its texts and its controls are named: {@code system-packages}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
