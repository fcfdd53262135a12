/** What the parts of a file's text are, so that they can have colours. */
@NullMarked
package org.specimen.ui.code.syntax;

import org.jspecify.annotations.NullMarked;
