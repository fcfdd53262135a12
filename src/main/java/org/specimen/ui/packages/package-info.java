/** The step in which packages and versions are looked over. */
@NullMarked
package org.specimen.ui.packages;

import org.jspecify.annotations.NullMarked;
