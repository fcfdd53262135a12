package org.specimen.catalogue;

import java.util.List;
import org.specimen.python.PackageName;

/**
 * What a way of using a library needs although nothing imports it, such as an engine.
 *
 * @param beside imports of which the same file must make one; empty if none is needed
 * @param needs of which one is enough, best first; empty if nothing is needed
 * @param onlyWhenAsked whether it counts only where the project asks for one of them
 */
public record Usage(List<String> beside, List<PackageName> needs, boolean onlyWhenAsked) {

    public Usage {
        beside = List.copyOf(beside);
        needs = List.copyOf(needs);
    }
}
