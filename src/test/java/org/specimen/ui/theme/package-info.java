/** Tests of colours. */
@org.jspecify.annotations.NullMarked
package org.specimen.ui.theme;
