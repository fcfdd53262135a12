/**
 * What can go wrong in the user's world, as exceptions with a message for a person and an exit status.
 */
@NullMarked
package org.specimen.problem;

import org.jspecify.annotations.NullMarked;
