/** Tests of the web, against servers on loopback. */
@NullMarked
package org.specimen.net;

import org.jspecify.annotations.NullMarked;
