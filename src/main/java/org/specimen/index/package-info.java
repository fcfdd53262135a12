/** Where versions come from: what releases there are and what each of them needs, behind one interface each. */
@NullMarked
package org.specimen.index;

import org.jspecify.annotations.NullMarked;
