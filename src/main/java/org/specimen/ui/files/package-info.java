/** The step in which files are looked at and written. */
@NullMarked
package org.specimen.ui.files;

import org.jspecify.annotations.NullMarked;
