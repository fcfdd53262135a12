/** What Specimen keeps on the person's computer: settings, recent projects and drafts, in files that survive a crash. */
@NullMarked
package org.specimen.app.store;

import org.jspecify.annotations.NullMarked;
