package org.specimen.ui.situation;

import org.specimen.ui.session.Services;
import org.specimen.ui.session.StepModel;

/** The step in which the questions are answered. */
public final class SituationViewModel implements StepModel {

    final Services services;

    public SituationViewModel(Services services) {
        this.services = services;
    }
}
