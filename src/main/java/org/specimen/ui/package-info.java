/** The window: one view and one view model a step, over the verbs of {@code app}. */
@NullMarked
package org.specimen.ui;

import org.jspecify.annotations.NullMarked;
