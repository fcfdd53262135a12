/** What Specimen writes down about its own running, for whoever has to find a fault. */
@NullMarked
package org.specimen.app.log;

import org.jspecify.annotations.NullMarked;
