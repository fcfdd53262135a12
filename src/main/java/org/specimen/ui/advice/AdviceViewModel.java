package org.specimen.ui.advice;

import org.specimen.ui.session.Services;
import org.specimen.ui.session.StepModel;

/** The step that says which stack fits, and why. */
public final class AdviceViewModel implements StepModel {

    final Services services;

    public AdviceViewModel(Services services) {
        this.services = services;
    }
}
