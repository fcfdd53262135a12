/**
 * Environments of conda: channels and specifications in, exact records or the reason why there are none out.
 */
@NullMarked
package org.specimen.resolve.conda;

import org.jspecify.annotations.NullMarked;
