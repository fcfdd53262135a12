package org.specimen.catalogue;

import org.specimen.python.PackageName;

/**
 * A distribution that an import may come from.
 *
 * @param distribution what to install
 * @param importName the part of the dotted name that decided, such as {@code google.cloud.storage}
 * @param known whether this is a fact, or only the guess that both have the same name
 */
public record ImportProvider(PackageName distribution, String importName, boolean known) {}
