/** The step that says which stack fits, and why. */
@NullMarked
package org.specimen.ui.advice;

import org.jspecify.annotations.NullMarked;
