/** Tests of the frame around the pages. */
@org.jspecify.annotations.NullMarked
package org.specimen.ui.frame;
