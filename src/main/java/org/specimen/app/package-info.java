/** The verbs of Specimen, joined for its two faces: the command line and the window. */
@NullMarked
package org.specimen.app;

import org.jspecify.annotations.NullMarked;
