/**
 * The package lists of conda channels, fetched, kept in a compact form, and read one name at a time.
 */
@NullMarked
package org.specimen.index.channel;

import org.jspecify.annotations.NullMarked;
