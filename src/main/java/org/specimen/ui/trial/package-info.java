/** The step in which the environment is tried. */
@NullMarked
package org.specimen.ui.trial;

import org.jspecify.annotations.NullMarked;
