/** The step in which a project is opened and read. */
@NullMarked
package org.specimen.ui.project;

import org.jspecify.annotations.NullMarked;
