package org.specimen.ui.packages;

import org.specimen.ui.session.Services;
import org.specimen.ui.session.StepModel;

/** The step in which packages and versions are looked over. */
public final class PackagesViewModel implements StepModel {

    final Services services;

    public PackagesViewModel(Services services) {
        this.services = services;
    }
}
