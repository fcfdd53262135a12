package org.specimen.ui.trial;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Something by its name that the person takes or leaves. */
final class Pick {

    private final String name;
    private final boolean isThere;
    private final BooleanProperty taken;

    /**
     * A pick.
     *
     * @param isThere whether this computer has it
     */
    Pick(String name, boolean isThere, boolean taken) {
        this.name = name;
        this.isThere = isThere;
        this.taken = new SimpleBooleanProperty(taken);
    }

    String name() {
        return name;
    }

    boolean isThere() {
        return isThere;
    }

    BooleanProperty taken() {
        return taken;
    }
}
