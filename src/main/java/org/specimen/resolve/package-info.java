/** Finds the releases that fit together: a request and an index become a {@link org.specimen.resolve.Lockfile}. */
@NullMarked
package org.specimen.resolve;

import org.jspecify.annotations.NullMarked;
