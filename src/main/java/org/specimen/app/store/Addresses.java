package org.specimen.app.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.specimen.format.Credentials;

/** Checks addresses that a person types. Specimen keeps no secrets, so none with a login passes. */
final class Addresses {

    private static final int LONGEST = 2000;

    /**
     * The domain and path of an image's name (the reference grammar of the distribution project). The domain has a dot or
     * a port, or is localhost, or else Docker would take it for a name on Docker Hub.
     */
    private static final Pattern MIRROR = Pattern.compile(
            "(localhost(:[0-9]{1,5})?|[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?|[A-Za-z0-9-]+:[0-9]{1,5})"
                    + "(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*");

    private Addresses() {}

    /** @throws IllegalArgumentException if it is no address of a web server, or holds a login */
    static String packageIndex(String typed) {
        String address = typed.strip();
        checkLength(address);
        URI uri = parsed(address);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if ((!scheme.equals("https") && !scheme.equals("http")) || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "The package index must be a web address such as https://pypi.example.org/simple/.");
        }
        if (uri.getRawUserInfo() != null || !Credentials.without(address).equals(address)) {
            throw new IllegalArgumentException("The address of the package index has a login or a key in it, and"
                    + " Specimen keeps no secrets. Leave it out, and let pip find it in its own settings.");
        }
        return address;
    }

    /** @throws IllegalArgumentException if it cannot stand before the name of an image, or holds a login */
    static String imageMirror(String typed) {
        String mirror = typed.strip().replaceFirst("/+$", "");
        checkLength(mirror);
        if (mirror.contains("://")) {
            throw new IllegalArgumentException(
                    "The image mirror stands without https:// before it, as in mirror.example.org/dockerhub.");
        }
        if (mirror.contains("@")) {
            throw new IllegalArgumentException("The image mirror has a login in it, and Specimen keeps no secrets."
                    + " Leave it out, and log in with \"docker login\".");
        }
        if (!MIRROR.matcher(mirror).matches()) {
            throw new IllegalArgumentException("The image mirror must be a server and perhaps a path in small letters,"
                    + " as in mirror.example.org/dockerhub.");
        }
        return mirror;
    }

    private static void checkLength(String address) {
        if (address.length() > LONGEST) {
            throw new IllegalArgumentException("An address has at most " + LONGEST + " characters.");
        }
    }

    /** The parser's own message would show the address again, and with it a login. */
    private static URI parsed(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(
                    "The package index must be a web address such as https://pypi.example.org/simple/.", malformed);
        }
    }
}
