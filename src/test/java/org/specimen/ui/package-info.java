@NullMarked
package org.specimen.ui;

import org.jspecify.annotations.NullMarked;
