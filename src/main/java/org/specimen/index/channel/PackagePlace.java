package org.specimen.index.channel;

import java.util.ArrayList;
import java.util.List;

/** Where files lie that do not lie beside their list (CEP 15, {@code base_url}). */
final class PackagePlace {

    private PackagePlace() {}

    /**
     * The address of the files, without a slash at its end.
     *
     * @param list the address of the folder of the list, with a slash at its end
     * @param base absolute, or relative to that
     */
    static String resolve(String list, String base) {
        if (base.contains("://")) {
            return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        }
        int hostEnd = list.indexOf('/', list.indexOf("://") + 3);
        List<String> segments = new ArrayList<>();
        if (!base.startsWith("/")) {
            walk(list.substring(hostEnd), segments);
        }
        walk(base, segments);
        return list.substring(0, hostEnd) + "/" + String.join("/", segments);
    }

    /** Goes along a path from where the segments lead (RFC 3986, 5.2.4). */
    private static void walk(String path, List<String> segments) {
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..") && !segments.isEmpty()) {
                segments.remove(segments.size() - 1);
            } else if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
                segments.add(segment);
            }
        }
    }
}
