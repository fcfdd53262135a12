package org.specimen.net;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.specimen.format.Credentials;

/** Addresses on the web. */
public final class WebAddress {

    private WebAddress() {}

    /** The address for a person, without a login or a key. */
    public static String shown(URI address) {
        return Credentials.without(address.toString());
    }

    /** The address without what stands before the {@code @}. */
    public static URI withoutLogin(URI address) {
        if (address.getRawUserInfo() == null) {
            return address;
        }
        String text = address.toString();
        int begin = text.indexOf("//") + 2;
        return URI.create(text.substring(0, begin)
                + text.substring(begin + address.getRawUserInfo().length() + 1));
    }

    /**
     * Reads an address as pages and people write it, with spaces and letters that ought to be escaped.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    public static URI parse(String text) {
        StringBuilder escaped = new StringBuilder();
        text.strip().codePoints().forEach(character -> {
            if (character <= ' ' || "\"<>\\^`{|}".indexOf(character) >= 0) {
                escaped.append(String.format(Locale.ROOT, "%%%02X", character));
            } else {
                escaped.appendCodePoint(character);
            }
        });
        try {
            return new URI(escaped.toString()).parseServerAuthority();
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("not an address", malformed);
        }
    }

    static boolean isEncrypted(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : isEncrypted(address) ? 443 : 80;
    }

    static String host(URI address) {
        return String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    }

    /** Scheme, host and port, which only one server answers for (RFC 6454). */
    static String origin(URI address) {
        return (isEncrypted(address) ? "https" : "http") + "://" + host(address) + ":" + port(address);
    }
}
