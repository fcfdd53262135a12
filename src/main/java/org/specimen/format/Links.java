package org.specimen.format;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Links on the page of an index. */
final class Links {

    private Links() {}

    /**
     * The address that a link leads to, without its fragment and a login; empty if it is none.
     *
     * @param base what it is relative to
     */
    static Optional<String> resolve(URI base, String link) {
        String text = escaped(link.strip());
        int fragment = text.indexOf('#');
        String whole = fragment < 0 ? text : text.substring(0, fragment);
        try {
            URI address = new URI(whole);
            if (!address.isAbsolute()) {
                address = base.resolve(address);
            } else if (address.getRawUserInfo() == null) {
                return isUsable(base, address) ? Optional.of(whole) : Optional.empty();
            }
            return isUsable(base, address) ? Optional.of(withoutLogin(address)) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** A page on the web has no business with the files of this computer, or of its network. */
    private static boolean isUsable(URI base, URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return (scheme.equals("file") && "file".equalsIgnoreCase(base.getScheme()))
                || ((scheme.equals("http") || scheme.equals("https")) && address.getHost() != null);
    }

    private static String withoutLogin(URI address) {
        String text = address.toString();
        String login = address.getRawUserInfo();
        return login == null ? text : text.replaceFirst("//[^@/]*@", "//");
    }

    /** A fragment's value, as in {@code #sha256=…}; empty if it has none of this key. */
    static Optional<String> fragment(String link, String key) {
        int hash = link.indexOf('#');
        if (hash < 0) {
            return Optional.empty();
        }
        for (String part : link.substring(hash + 1).split("&", -1)) {
            if (part.startsWith(key + "=")) {
                return Optional.of(part.substring(key.length() + 1));
            }
        }
        return Optional.empty();
    }

    /** The last part of an address's path, decoded: the name of the file. */
    static String fileName(String address) {
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (last.indexOf('%') < 0) {
            return last;
        }
        try {
            return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return last;
        }
    }

    /** Spaces and brackets that ought to be escaped in an address, and often are not. */
    private static String escaped(String link) {
        StringBuilder escaped = null;
        for (int at = 0; at < link.length(); at++) {
            char sign = link.charAt(at);
            boolean wrong = sign <= ' ' || "\"<>\\^`{|}[]".indexOf(sign) >= 0;
            if (wrong && escaped == null) {
                escaped = new StringBuilder(link.substring(0, at));
            }
            if (escaped != null) {
                escaped.append(wrong ? String.format(Locale.ROOT, "%%%02X", (int) sign) : String.valueOf(sign));
            }
        }
        return escaped == null ? link : escaped.toString();
    }
}
