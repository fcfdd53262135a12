@NullMarked
package org.specimen.ui.frame;

import org.jspecify.annotations.NullMarked;
