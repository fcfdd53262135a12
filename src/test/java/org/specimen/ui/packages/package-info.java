@NullMarked
package org.specimen.ui.packages;

import org.jspecify.annotations.NullMarked;
