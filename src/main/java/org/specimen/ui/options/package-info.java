/** The step of the options. */
@NullMarked
package org.specimen.ui.options;

import org.jspecify.annotations.NullMarked;
