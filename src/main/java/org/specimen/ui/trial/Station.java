package org.specimen.ui.trial;

import java.util.List;
import java.util.Locale;
import org.specimen.advice.Stack;

/** A station on the way from files to a result that is the same twice. */
enum Station {
    PYTHON,
    CONDA,
    ENGINE,
    BASE_IMAGE,
    ENVIRONMENT,
    BUILD,
    INSTALL,
    IMPORTS,
    RUN,
    COMPARE,
    REPORT;

    /** The stations of a stack, in their order. */
    static List<Station> of(Stack stack) {
        return switch (stack) {
            case VENV -> List.of(PYTHON, ENVIRONMENT, INSTALL, IMPORTS, RUN, COMPARE, REPORT);
            case CONDA -> List.of(CONDA, ENVIRONMENT, INSTALL, IMPORTS, RUN, COMPARE, REPORT);
            case DOCKER, DOCKER_CONDA -> List.of(ENGINE, BASE_IMAGE, BUILD, IMPORTS, RUN, COMPARE, REPORT);
        };
    }

    /** As it is called in the texts. */
    String key() {
        return "station." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
