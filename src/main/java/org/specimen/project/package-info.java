/**
 * Reads a researcher's folder, never running anything in it, and tells what it found as {@link
 * org.specimen.project.ProjectFacts}.
 */
@NullMarked
package org.specimen.project;

import org.jspecify.annotations.NullMarked;
