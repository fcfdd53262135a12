/** What the researcher decided, as a value and as the file specimen.yml. */
@NullMarked
package org.specimen.plan;

import org.jspecify.annotations.NullMarked;
