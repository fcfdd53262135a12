package org.specimen.plan;

import java.util.Collection;
import org.specimen.conda.MatchSpec;
import org.specimen.format.Credentials;
import org.specimen.python.PackageName;

/**
 * Something that the project asks conda for and that is no Python distribution, such as a compiler.
 *
 * @param why why it is here, for a person; one line, may be empty
 */
public record PlannedCondaPackage(MatchSpec spec, String why) {

    public PlannedCondaPackage {
        OneLine.check("the reason for " + spec, why);
        why = Credentials.without(why);
    }

    boolean isOneOf(Collection<PackageName> names) {
        return spec.exactName()
                .flatMap(name -> PackageName.tryOf(name.value()))
                .filter(names::contains)
                .isPresent();
    }
}
