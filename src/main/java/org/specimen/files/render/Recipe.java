package org.specimen.files.render;

/** How to recreate an environment and run the project in it, as a part of the guide. */
interface Recipe {

    void addTo(Page page);
}
