package org.specimen.net;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;

/**
 * How this computer reaches the web.
 *
 * @param certificates files with certificates to trust besides the usual ones
 */
public record Connection(Proxies proxies, Logins logins, List<Path> certificates, Patience patience) {

    /** Basic logins for a proxy on the way to https, which Java leaves out unless told so before its client is loaded. */
    private static final String NO_BASIC_THROUGH_TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

    public Connection {
        certificates = List.copyOf(certificates);
    }

    HttpClient open() {
        if (System.getProperty(NO_BASIC_THROUGH_TUNNELS) == null) {
            System.setProperty(NO_BASIC_THROUGH_TUNNELS, "");
        }
        ProxySelector selector = proxies;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(patience.connecting())
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(selector);
        if (!certificates.isEmpty()) {
            builder.sslContext(Trust.with(certificates));
        }
        return builder.build();
    }
}
