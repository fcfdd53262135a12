package org.specimen.net;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * How this computer reaches the web.
 *
 * @param certificates files with certificates to trust besides the usual ones
 */
public record Connection(Proxies proxies, Logins logins, List<Path> certificates, Patience patience) {

    /** Basic logins for a proxy on the way to https, which Java leaves out unless told so before its client is loaded. */
    private static final String NO_BASIC_THROUGH_TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

    private static final int HELPERS = 4;

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
                .executor(helpers())
                .proxy(selector);
        if (!certificates.isEmpty()) {
            builder.sslContext(Trust.with(certificates));
        }
        return builder.build();
    }

    /** A few threads that move bytes, and never wait for any; they end when there is nothing to do. */
    private static Executor helpers() {
        var helpers =
                new ThreadPoolExecutor(HELPERS, HELPERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "http");
                    thread.setDaemon(true);
                    return thread;
                });
        helpers.allowCoreThreadTimeOut(true);
        return helpers;
    }
}
