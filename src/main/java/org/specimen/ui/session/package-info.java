/** What the steps of the wizard share: where the person stands, and what follows from it. */
@NullMarked
package org.specimen.ui.session;

import org.jspecify.annotations.NullMarked;
