/**
 * Starts Specimen.
 */
@NullMarked
package org.specimen;

import org.jspecify.annotations.NullMarked;
