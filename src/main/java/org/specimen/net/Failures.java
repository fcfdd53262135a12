package org.specimen.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.specimen.problem.NetworkFailure;
import org.specimen.problem.NetworkFailure.Kind;

/** Says in words for a person why something did not come, and what to do. */
final class Failures {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int PROXY_LOGIN = 407;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private Failures() {}

    static NetworkFailure of(URI address, Optional<String> proxy, IOException failure) {
        String server = server(address);
        String through = proxy.map(name -> " (through the proxy " + name + ")").orElse("");
        if (has(failure, BoundedBody.TooLarge.class)) {
            return new NetworkFailure(
                    Kind.TOO_LARGE,
                    WebAddress.shown(address) + " is larger than anything of its kind should be, and was not read."
                            + " Check that this is the right address.",
                    failure);
        }
        if (has(failure, SSLException.class)) {
            return new NetworkFailure(
                    Kind.UNTRUSTED,
                    "No secure connection to " + server + through
                            + " could be made: its certificate is not trusted here."
                            + " Check the date of this computer; in an institution's network, ask for its certificate"
                            + " and name the file in SSL_CERT_FILE.",
                    failure);
        }
        if (has(failure, UnresolvedAddressException.class) || has(failure, UnknownHostException.class)) {
            return new NetworkFailure(
                    Kind.UNREACHABLE,
                    "The server " + server + through + " was not found. Check the network connection and the address.",
                    failure);
        }
        if (has(failure, HttpConnectTimeoutException.class)) {
            return new NetworkFailure(
                    Kind.UNREACHABLE,
                    "The server " + server + through
                            + " does not answer. Check the network connection; where a proxy is"
                            + " needed, name it in HTTPS_PROXY.",
                    failure);
        }
        if (has(failure, ConnectException.class)) {
            return new NetworkFailure(
                    Kind.UNREACHABLE,
                    "The server " + server + through
                            + " takes no connections. Check that it is running, and the address.",
                    failure);
        }
        if (has(failure, HttpTimeoutException.class)) {
            return new NetworkFailure(
                    Kind.TOO_SLOW,
                    "The server " + server + through + " took too long to answer. Try again later.",
                    failure);
        }
        return new NetworkFailure(
                Kind.UNREACHABLE,
                "The connection to " + server + through
                        + " broke off before the answer was whole. Check the network connection and try again.",
                failure);
    }

    static NetworkFailure ofStatus(URI address, int status) {
        String shown = WebAddress.shown(address);
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN ->
                new NetworkFailure(
                        Kind.LOGIN,
                        "The server " + server(address) + " lets nobody see " + shown + " without "
                                + (status == UNAUTHORIZED ? "a login" : "permission") + " (status " + status
                                + "). Put your login for it into the file .netrc in your home folder.");
            case PROXY_LOGIN ->
                new NetworkFailure(
                        Kind.LOGIN,
                        "The proxy on the way to " + server(address) + " wants a login (status 407)."
                                + " Put it into HTTPS_PROXY, as in http://name:password@proxy:port.");
            case TOO_MANY ->
                new NetworkFailure(
                        Kind.BUSY,
                        "The server " + server(address)
                                + " has been asked too often (status 429). Wait a few minutes and try again.");
            default ->
                status >= SERVER_ERROR
                        ? new NetworkFailure(
                                Kind.BUSY,
                                "The server " + server(address) + " is out of order at the moment (status " + status
                                        + "). Try again later.")
                        : new NetworkFailure(
                                Kind.REFUSED,
                                "The server " + server(address) + " does not give " + shown + " (status " + status
                                        + "). Check the address.");
        };
    }

    /** @param wait how long the server wants to be left alone */
    static NetworkFailure ofLongWait(URI address, Duration wait) {
        long minutes = Math.max(1, (wait.toSeconds() + 59) / 60);
        return new NetworkFailure(
                Kind.BUSY,
                "The server " + server(address) + " asks to come again in " + minutes
                        + (minutes == 1 ? " minute." : " minutes.") + " Try again then.");
    }

    /** @param proxy where it was named */
    static NetworkFailure ofUnspokenProxy(URI address, String proxy) {
        return new NetworkFailure(
                Kind.UNREACHABLE,
                "The way to " + server(address) + " leads through a SOCKS proxy (" + proxy
                        + "), and Specimen can only use one for HTTP. Name such a proxy in HTTPS_PROXY, as in"
                        + " http://proxy:port, or the server in NO_PROXY if it is reached directly.");
    }

    static NetworkFailure ofOffline(URI address) {
        return new NetworkFailure(
                Kind.OFFLINE, WebAddress.shown(address) + " was not read before, and no network may be asked now.");
    }

    static NetworkFailure ofRedirect(URI from, String why) {
        return new NetworkFailure(
                Kind.REFUSED,
                "The server " + server(from) + " sends us on " + why + ". Check the address " + WebAddress.shown(from)
                        + ".");
    }

    private static String server(URI address) {
        String host = WebAddress.host(address);
        return address.getPort() < 0 ? host : host + ":" + address.getPort();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (kind.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
