@NullMarked
package org.specimen.ui.task;

import org.jspecify.annotations.NullMarked;
