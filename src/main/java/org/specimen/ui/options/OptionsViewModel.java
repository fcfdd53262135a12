package org.specimen.ui.options;

import org.specimen.ui.session.Services;
import org.specimen.ui.session.StepModel;

/** The step of the options. */
public final class OptionsViewModel implements StepModel {

    final Services services;

    public OptionsViewModel(Services services) {
        this.services = services;
    }
}
