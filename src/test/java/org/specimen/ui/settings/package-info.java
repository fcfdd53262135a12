@NullMarked
package org.specimen.ui.settings;

import org.jspecify.annotations.NullMarked;
