@NullMarked
package org.specimen.ui.situation;

import org.jspecify.annotations.NullMarked;
