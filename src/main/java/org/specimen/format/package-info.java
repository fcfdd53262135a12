/**
 * One reader and writer for each file format. YAML, JSON and TOML libraries stay inside.
 */
@NullMarked
package org.specimen.format;

import org.jspecify.annotations.NullMarked;
