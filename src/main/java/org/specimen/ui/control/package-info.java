/** Small parts that several pages are built of. */
@NullMarked
package org.specimen.ui.control;

import org.jspecify.annotations.NullMarked;
