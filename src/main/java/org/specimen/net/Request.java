package org.specimen.net;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What is wanted of a server.
 *
 * @param address {@code http} or {@code https}, without a login
 * @param accept the kinds of content that will do (RFC 9110, "Accept")
 * @param limit how many bytes the answer may have, as sent
 * @param range the bytes that are wanted, where it is not all of them
 * @param keeping how the answer is kept for the next time, if at all
 */
public record Request(URI address, String accept, long limit, Optional<ByteRange> range, Optional<Keeping> keeping) {

    private static final long ORDINARY_LIMIT = 64L << 20;

    /** @throws IllegalArgumentException if the address is not one of a web server, or has a login in it */
    public Request {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if ((!scheme.equals("http") && !scheme.equals("https")) || address.getHost() == null) {
            throw new IllegalArgumentException("not the address of a web server: " + WebAddress.shown(address));
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("an address must not carry a login: " + WebAddress.shown(address));
        }
    }

    /** All of what is there, of any kind. */
    public static Request of(URI address) {
        return new Request(address, "*/*", ORDINARY_LIMIT, Optional.empty(), Optional.empty());
    }

    public Request accepting(String kinds) {
        return new Request(address, kinds, limit, range, keeping);
    }

    public Request atMost(long bytes) {
        return new Request(address, accept, bytes, range, keeping);
    }

    public Request only(ByteRange bytes) {
        return new Request(address, accept, limit, Optional.of(bytes), keeping);
    }

    public Request kept(Keeping how) {
        return new Request(address, accept, limit, range, Optional.of(how));
    }
}
