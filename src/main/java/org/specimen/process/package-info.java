/** Runs programs: never through a shell, for a bounded time, with bounded output. */
@NullMarked
package org.specimen.process;

import org.jspecify.annotations.NullMarked;
