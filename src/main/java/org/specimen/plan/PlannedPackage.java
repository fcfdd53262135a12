package org.specimen.plan;

import java.util.Optional;
import org.specimen.conda.CondaName;
import org.specimen.format.Credentials;
import org.specimen.project.Role;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;

/**
 * A Python distribution that the project asks for directly.
 *
 * @param requirement its name, with what the person demands of it: extras, versions, a marker, an address
 * @param from who shall install it, where the person decided that
 * @param condaName the name by which conda shall install it, where the person uses another than the usual
 * @param why why it is here, for a person; one line, may be empty
 */
public record PlannedPackage(
        Requirement requirement, Optional<PackageManager> from, Optional<CondaName> condaName, Role role, String why) {

    /** A login or a token in an address, or in the reason, does not get in. */
    public PlannedPackage {
        OneLine.check("the reason for " + requirement.name(), why);
        why = Credentials.without(why);
        requirement = new Requirement(
                requirement.name(),
                requirement.extras(),
                requirement.specifiers(),
                requirement.url().map(Credentials::without),
                requirement.marker());
    }

    public PackageName name() {
        return requirement.name();
    }
}
