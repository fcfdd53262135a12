package org.specimen.app.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.specimen.app.AppTexts;
import org.specimen.format.Credentials;
import org.specimen.format.ImageReference;

/** Checks addresses that a person types. Specimen keeps no secrets, so none with a login passes. */
final class Addresses {

    private static final int LONGEST = 2000;

    private Addresses() {}

    /** @throws IllegalArgumentException if it is no address of a web server, or holds a login */
    static String packageIndex(String typed) {
        String address = typed.strip();
        checkLength(address);
        URI uri = parsed(address);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if ((!scheme.equals("https") && !scheme.equals("http")) || uri.getHost() == null) {
            throw new IllegalArgumentException(AppTexts.get("address.index"));
        }
        if (uri.getRawUserInfo() != null || !Credentials.without(address).equals(address)) {
            throw new IllegalArgumentException(AppTexts.get("address.index.login"));
        }
        return address;
    }

    /** @throws IllegalArgumentException if it cannot stand before the name of an image, or holds a login */
    static String imageMirror(String typed) {
        String mirror = typed.strip().replaceFirst("/+$", "");
        checkLength(mirror);
        if (mirror.contains("://")) {
            throw new IllegalArgumentException(AppTexts.get("address.mirror.scheme"));
        }
        if (mirror.contains("@")) {
            throw new IllegalArgumentException(AppTexts.get("address.mirror.login"));
        }
        if (!ImageReference.isPrefix(mirror)) {
            throw new IllegalArgumentException(AppTexts.get("address.mirror"));
        }
        return mirror;
    }

    private static void checkLength(String address) {
        if (address.length() > LONGEST) {
            throw new IllegalArgumentException(AppTexts.get("address.length", LONGEST));
        }
    }

    /** The parser's own message would show the address again, and with it a login. */
    private static URI parsed(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(AppTexts.get("address.index"), malformed);
        }
    }
}
