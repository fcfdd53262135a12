/** The step in which the questions are answered. */
@NullMarked
package org.specimen.ui.situation;

import org.jspecify.annotations.NullMarked;
