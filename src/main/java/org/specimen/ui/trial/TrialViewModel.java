package org.specimen.ui.trial;

import org.specimen.ui.session.Services;
import org.specimen.ui.session.StepModel;

/** The step in which the environment is tried. */
public final class TrialViewModel implements StepModel {

    final Services services;

    public TrialViewModel(Services services) {
        this.services = services;
    }
}
