/** The command line: one command a verb. */
@NullMarked
package org.specimen.cli;

import org.jspecify.annotations.NullMarked;
