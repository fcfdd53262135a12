/**
 * The facts that ship inside Specimen, so that it pins sensibly with no network at all: distributions of PyPI and their
 * metadata, import names, conda-forge's packages, system libraries, and releases of Python and of base images with their
 * ends of life. They are of one date and know their gaps: what is missing here proves nothing.
 */
@NullMarked
package org.specimen.catalogue;

import org.jspecify.annotations.NullMarked;
