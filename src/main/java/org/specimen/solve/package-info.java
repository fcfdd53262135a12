/**
 * Chooses candidates of packages that go together, or proves that none do. It knows nothing of pip or conda: {@link
 * org.specimen.solve.Universe} tells it what there is, {@link org.specimen.solve.Solver} decides, and {@link
 * org.specimen.solve.Explanation} puts a proof into words.
 */
@NullMarked
package org.specimen.solve;

import org.jspecify.annotations.NullMarked;
