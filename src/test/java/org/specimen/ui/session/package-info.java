@NullMarked
package org.specimen.ui.session;

import org.jspecify.annotations.NullMarked;
