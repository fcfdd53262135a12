package org.specimen.ui;

/** The same in a real window, with the flags of bin/specimen. */
class WalkWindowIT extends WalkTest {}
