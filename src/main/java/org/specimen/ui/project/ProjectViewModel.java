package org.specimen.ui.project;

import org.specimen.ui.session.Services;
import org.specimen.ui.session.StepModel;

/** The step in which a project is opened and read. */
public final class ProjectViewModel implements StepModel {

    final Services services;

    public ProjectViewModel(Services services) {
        this.services = services;
    }
}
