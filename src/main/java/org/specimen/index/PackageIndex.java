package org.specimen.index;

import java.util.List;
import org.specimen.python.PackageName;

/** Tells what releases of a distribution there are, as a PyPI-style index does. */
public interface PackageIndex {

    /** The releases that it knows, newest first; empty if it does not know the name. */
    List<IndexRelease> releases(PackageName name);

    /** What this index is, for a person: {@code the catalogue of November 2026}. */
    String title();
}
