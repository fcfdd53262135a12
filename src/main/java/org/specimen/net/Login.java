package org.specimen.net;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A name and a password. It never shows them. */
public final class Login {

    private final String user;
    private final String password;

    public Login(String user, String password) {
        this.user = user;
        this.password = password;
    }

    /** What stands before the {@code @} of an address (RFC 3986, 3.2.1); a token may stand there alone. */
    static Optional<Login> in(URI address) {
        String information = address.getRawUserInfo();
        if (information == null || information.isEmpty()) {
            return Optional.empty();
        }
        int colon = information.indexOf(':');
        return Optional.of(
                colon < 0
                        ? new Login(decoded(information), "")
                        : new Login(
                                decoded(information.substring(0, colon)), decoded(information.substring(colon + 1))));
    }

    /** A plus stands for itself here. A stray per cent sign too. */
    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return part;
        }
    }

    /** For the header (RFC 7617). */
    String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "a login";
    }
}
