/**
 * Python's packaging standards as values: names, versions and specifiers (PEP 440), requirements and markers (PEP 508),
 * extras (PEP 685), wheel tags (PEP 425, 600, 656) and the names of distribution files (PEP 427, 625).
 *
 * <p>They are read as the reference implementation, pypa/packaging 26.4.dev0 of August 2026, reads them; its own cases
 * are the tests. Two things differ on purpose. A name has to start and end with an ASCII letter or digit everywhere, as
 * PEP 508 says. And {@code toString} gives one normal form: names and extras normalized, no parentheses in a marker that
 * do not change its meaning, and texts in it escaped so that they are read back the same.
 *
 * <p>Whatever does not follow a standard is refused by an {@link java.lang.IllegalArgumentException}, in linear time and
 * bounded depth; where it stood, in which file and line, is for the caller to add.
 */
@NullMarked
package org.specimen.python;

import org.jspecify.annotations.NullMarked;
