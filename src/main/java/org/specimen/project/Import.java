package org.specimen.project;

import java.util.List;

/**
 * An import that Python code makes.
 *
 * @param module dotted, as in {@code import a.b} or {@code from a.b import c}; empty in {@code from . import c}
 * @param names what {@code from} takes out of the module, empty for a plain import
 * @param level how many dots stand before the module; 0 unless it is relative
 * @param optional whether the code copes without it
 * @param line counted from 1
 */
record Import(String module, List<String> names, int level, boolean optional, int line) {

    Import {
        names = List.copyOf(names);
    }

    Import asOptional() {
        return new Import(module, names, level, true, line);
    }

    /** The part before the first dot. */
    String topLevel() {
        int dot = module.indexOf('.');
        return dot < 0 ? module : module.substring(0, dot);
    }
}
