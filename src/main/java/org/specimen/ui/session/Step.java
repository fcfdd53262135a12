package org.specimen.ui.session;

/** The steps of the wizard, in their order. */
public enum Step {
    PROJECT,
    SITUATION,
    ADVICE,
    PACKAGES,
    OPTIONS,
    FILES,
    TRIAL
}
