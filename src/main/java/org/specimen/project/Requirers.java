package org.specimen.project;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.specimen.catalogue.Catalogue;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;

/** What distributions need in turn, as far as the catalogue knows. */
final class Requirers {

    private final Catalogue catalogue;

    Requirers(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All that some distributions need, at any remove, outside of extras; the distributions only if others need them. */
    Set<PackageName> neededBy(Collection<PackageName> names) {
        Set<PackageName> needed = new HashSet<>();
        Set<PackageName> seen = new HashSet<>(names);
        Deque<PackageName> waiting = new ArrayDeque<>(names);
        while (!waiting.isEmpty()) {
            catalogue.distribution(waiting.pop()).stream()
                    .flatMap(known -> known.releases().stream().limit(1))
                    .flatMap(release -> release.requiresDist().stream())
                    .filter(requirement -> !isOfExtra(requirement))
                    .map(Requirement::name)
                    .forEach(name -> {
                        needed.add(name);
                        if (seen.add(name)) {
                            waiting.push(name);
                        }
                    });
        }
        return needed;
    }

    private static boolean isOfExtra(Requirement requirement) {
        return requirement
                .marker()
                .filter(marker -> marker.toString().contains("extra"))
                .isPresent();
    }
}
