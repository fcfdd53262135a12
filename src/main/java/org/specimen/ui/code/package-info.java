/** Texts of files with colours, and the differences between two of them. */
@NullMarked
package org.specimen.ui.code;

import org.jspecify.annotations.NullMarked;
