/** Work in the background, told in one sentence: what to do, and what to do with the result. */
@NullMarked
package org.specimen.ui.task;

import org.jspecify.annotations.NullMarked;
