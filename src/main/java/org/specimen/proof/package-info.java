/** Makes an environment real, runs the project in it, compares the results, and says whether it reproduced. */
@NullMarked
package org.specimen.proof;

import org.jspecify.annotations.NullMarked;
