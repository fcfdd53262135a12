/** The text of every file: a plan and its lockfile in, files out, nothing else read or written. */
@NullMarked
package org.specimen.files.render;

import org.jspecify.annotations.NullMarked;
