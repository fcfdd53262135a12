@NullMarked
package org.specimen.ui.text;

import org.jspecify.annotations.NullMarked;
