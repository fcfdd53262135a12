package org.specimen.ui.packages;

import java.util.Optional;

/**
 * A package whose version is another than before.
 *
 * @param before empty where it was not there
 * @param after empty where it is not there any more
 * @param why in a few words
 */
record Move(String name, Optional<String> before, Optional<String> after, String why) {}
