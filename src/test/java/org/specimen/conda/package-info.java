@NullMarked
package org.specimen.conda;

import org.jspecify.annotations.NullMarked;
