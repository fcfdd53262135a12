/** The picture of the layers: who controls what a project stands on, and what is left open. */
@NullMarked
package org.specimen.ui.layers;

import org.jspecify.annotations.NullMarked;
