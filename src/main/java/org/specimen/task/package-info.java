/**
 * Progress and cancellation, for any depth of work.
 */
@NullMarked
package org.specimen.task;

import org.jspecify.annotations.NullMarked;
