package org.specimen.ui.packages;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.specimen.app.Project;
import org.specimen.ui.session.Services;

/** The interpreter. */
final class PythonModel {

    private static final String PYTHON = "python";

    private final Services services;
    private final RowsModel rows;
    private final Told told;
    private final ReadOnlyObjectWrapper<Optional<PythonCard>> card = new ReadOnlyObjectWrapper<>(Optional.empty());

    PythonModel(Services services, RowsModel rows, Told told) {
        this.services = services;
        this.rows = rows;
        this.told = told;
        rows.now().addListener((property, old, now) -> card.set(now.map(this::of)));
        card.set(rows.now().get().map(this::of));
    }

    /** Empty before there is anything to propose. */
    ReadOnlyObjectProperty<Optional<PythonCard>> card() {
        return card.getReadOnlyProperty();
    }

    /** Empty lets Specimen choose. */
    void choose(Optional<String> minor) {
        told.nothing();
        services.session().wish(wishes -> wishes.withPython(minor));
    }

    private PythonCard of(RowsModel.Planned planned) {
        return PythonCard.of(
                services.catalogue().pythonReleases(),
                planned.refused().contains(PYTHON)
                        ? Optional.empty()
                        : Optional.of(planned.plan().python()),
                services.session().decisions().get().wishes().python(),
                rows.project().map(Project::facts),
                services.session().workbench().missingPython(rows.project(), planned.plan()),
                YearMonth.from(services.clock().instant().atZone(ZoneOffset.UTC)));
    }
}
