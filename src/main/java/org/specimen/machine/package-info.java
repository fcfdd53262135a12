/**
 * What this computer has: Pythons, conda, a container engine, its operating system. It looks and changes nothing.
 */
@NullMarked
package org.specimen.machine;

import org.jspecify.annotations.NullMarked;
