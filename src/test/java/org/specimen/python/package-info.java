/** Python's packaging standards, tested with the cases of their reference implementation. */
@NullMarked
package org.specimen.python;

import org.jspecify.annotations.NullMarked;
