package org.specimen.ui.packages;

import java.util.List;
import java.util.Optional;
import org.specimen.plan.PackageManager;
import org.specimen.plan.PlannedPackage;
import org.specimen.project.Evidence;

/**
 * One line of the table.
 *
 * @param name as it is installed
 * @param planned what was decided of it, where the project asks for it directly as a Python distribution
 * @param asked the versions that were asked for, as in {@code >=2}; empty if any will do
 * @param version the one that was chosen, empty if none was
 * @param from who installs it, empty where that is not settled
 * @param places where the project imports it or asks for it
 * @param neededBy the packages that need it, where the project itself does not ask for it
 */
record PackageRow(
        String name,
        Kind kind,
        Optional<PlannedPackage> planned,
        String asked,
        String version,
        Optional<PackageManager> from,
        List<Evidence> places,
        List<String> neededBy,
        String why,
        State state) {

    /** What it is to the project. */
    enum Kind {
        /** The project asks for it directly. */
        CHOSEN,
        /** Something from conda that is no Python distribution. */
        CONDA_ONLY,
        /** It comes with an option, as JupyterLab does with notebooks. */
        OPTION,
        /** Only other packages need it. */
        NEEDED,
        /** The person does not want it. */
        LEFT_OUT
    }

    /** How certain the version is. */
    enum State {
        VERIFIED,
        UNVERIFIED,
        /** Its name may be mistyped. */
        QUESTIONED,
        /** The version that the person asked for, where nothing confirms it. */
        BY_HAND,
        /** It comes from an address or a path, so there is no version to choose. */
        ADDRESS,
        /** It cannot be pinned. */
        REFUSED,
        /** Its version is not chosen while something else cannot be pinned. */
        WAITING,
        LEFT_OUT
    }

    PackageRow {
        places = List.copyOf(places);
        neededBy = List.copyOf(neededBy);
    }

    /** Whether version, origin and reason are the person's to change. */
    boolean canChange() {
        return planned.isPresent() && kind != Kind.LEFT_OUT;
    }

    boolean canLeaveOut() {
        return kind != Kind.LEFT_OUT && kind != Kind.NEEDED;
    }
}
