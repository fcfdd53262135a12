/** Colours, fonts and sizes. */
@NullMarked
package org.specimen.ui.theme;

import org.jspecify.annotations.NullMarked;
