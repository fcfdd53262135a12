/** Environments in the project's folder and in conda's, made by the programs of this computer and not held by a sandbox. */
@NullMarked
package org.specimen.proof.local;

import org.jspecify.annotations.NullMarked;
