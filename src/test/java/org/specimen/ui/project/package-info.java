@NullMarked
package org.specimen.ui.project;

import org.jspecify.annotations.NullMarked;
