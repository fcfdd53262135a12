package org.specimen.ui.packages;

import org.specimen.ui.session.Services;
import org.specimen.ui.session.StepModel;

/** The step in which packages and versions are looked over. */
public final class PackagesViewModel implements StepModel {

    final Services services;
    private final Told told = new Told();
    private final RowsModel rows;
    private final AddingModel adding;
    private final EditingModel editing;
    private final PythonModel python;
    private final FitModel fit;
    private final MovesModel moves;
    private final ReleasesModel releases;
    private final AsOfModel asOf;

    public PackagesViewModel(Services services) {
        this.services = services;
        PackageSearch search = new PackageSearch(services.catalogue());
        rows = new RowsModel(services);
        adding = new AddingModel(services, search, rows, told);
        editing = new EditingModel(services, search, rows, told);
        python = new PythonModel(services, rows, told);
        fit = new FitModel(services.session(), rows, adding, editing, python);
        moves = new MovesModel(services.session());
        releases = new ReleasesModel(services.session(), rows, editing);
        asOf = new AsOfModel(services.session(), editing, services.clock());
        services.session().project().addListener((property, old, now) -> told.nothing());
    }

    Told told() {
        return told;
    }

    RowsModel rows() {
        return rows;
    }

    AddingModel adding() {
        return adding;
    }

    EditingModel editing() {
        return editing;
    }

    PythonModel python() {
        return python;
    }

    FitModel fit() {
        return fit;
    }

    MovesModel moves() {
        return moves;
    }

    ReleasesModel releases() {
        return releases;
    }

    AsOfModel asOf() {
        return asOf;
    }
}
