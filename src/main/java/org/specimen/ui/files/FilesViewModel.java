package org.specimen.ui.files;

import org.specimen.ui.session.Services;
import org.specimen.ui.session.StepModel;

/** The step in which files are looked at and written. */
public final class FilesViewModel implements StepModel {

    final Services services;

    public FilesViewModel(Services services) {
        this.services = services;
    }
}
