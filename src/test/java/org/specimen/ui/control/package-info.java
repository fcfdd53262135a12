@NullMarked
package org.specimen.ui.control;

import org.jspecify.annotations.NullMarked;
