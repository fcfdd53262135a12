/** The window's frame: the rail of steps, the page, the picture of the layers, and the bar at the bottom. */
@NullMarked
package org.specimen.ui.frame;

import org.jspecify.annotations.NullMarked;
