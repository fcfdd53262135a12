/**
 * Python's packaging standards as values: names, versions, specifiers, requirements, markers, wheel tags.
 */
@NullMarked
package org.specimen.python;

import org.jspecify.annotations.NullMarked;
