/**
 * Conda's standards as values: versions, match specifications, package records, platforms.
 */
@NullMarked
package org.specimen.conda;

import org.jspecify.annotations.NullMarked;
