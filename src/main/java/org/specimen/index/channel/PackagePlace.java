package org.specimen.index.channel;

import java.net.URI;

/** Where package files lie that do not lie beside their list (CEP 15, {@code base_url}). */
final class PackagePlace {

    private PackagePlace() {}

    /**
     * The address of the files, without a slash at its end.
     *
     * @param list the address of the folder of the list, with a slash at its end
     * @param base absolute, or relative to that
     */
    static String resolve(String list, String base) {
        String resolved = base.contains("://")
                ? base
                : URI.create(list.replace(" ", "%20")).resolve(base).toString();
        return resolved.endsWith("/") ? resolved.substring(0, resolved.length() - 1) : resolved;
    }
}
