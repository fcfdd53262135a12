package org.specimen.net;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.specimen.problem.OutsideFailure;

/**
 * A package index as one on this computer's loopback, for programs that must not know the index's login: the relay adds
 * it. It answers GET and HEAD for the server of that index only, passes files on as they come, and ends when it is
 * closed. It stands at the same port for the same index where that is free, so that what is kept by its address stays
 * of use.
 */
public final class IndexRelay implements AutoCloseable {

    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;
    private static final int BACKLOG = 100;
    private static final int REDIRECTS = 10;
    private static final int PIECE = 64 * 1024;
    private static final int LARGEST_PAGE = 64 << 20;
    private static final int BAD_GATEWAY = 502;
    private static final List<String> ASKED_ALONG =
            List.of("Accept", "Range", "If-None-Match", "If-Modified-Since", "User-Agent");
    private static final List<String> ANSWERED_ALONG =
            List.of("Content-Type", "Content-Range", "Accept-Ranges", "ETag", "Last-Modified", "Cache-Control", "Vary");

    private final URI index;
    private final Logins logins;
    private final HttpClient client;
    private final Patience patience;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "relays a package index");
        thread.setDaemon(true);
        return thread;
    });

    private IndexRelay(URI index, Connection connection, HttpServer server) {
        this.index = WebAddress.withoutLogin(index);
        this.logins = connection.logins();
        this.client = connection.open();
        this.patience = connection.patience();
        this.server = server;
    }

    /**
     * Begins to relay.
     *
     * @param index the address of the index; a login in it is not looked at, but those of the connection
     * @throws OutsideFailure if there is no port left
     */
    public static IndexRelay open(URI index, Connection connection) {
        IndexRelay relay = new IndexRelay(index, connection, server(index));
        relay.server.setExecutor(relay.threads);
        relay.server.createContext("/", relay::answer);
        relay.server.start();
        return relay;
    }

    private static HttpServer server(URI index) {
        int usual = FIRST_PORT
                + Math.floorMod(WebAddress.withoutLogin(index).toString().hashCode(), PORTS);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try {
            return HttpServer.create(new InetSocketAddress(loopback, usual), BACKLOG);
        } catch (IOException taken) {
            try {
                return HttpServer.create(new InetSocketAddress(loopback, 0), BACKLOG);
            } catch (IOException none) {
                throw new OutsideFailure("No port of this computer is free to pass the package index on.", none);
            }
        }
    }

    /** The address of the index here; it holds no login. */
    public URI address() {
        String query = index.getRawQuery() == null ? "" : "?" + index.getRawQuery();
        return URI.create(own() + Optional.ofNullable(index.getRawPath()).orElse("/") + query);
    }

    private String own() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean asksOnly = List.of("GET", "HEAD").contains(exchange.getRequestMethod());
            if (!asksOnly) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            try (InputStream body = ask(exchange)) {
                pass(exchange, body);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What was answered last is kept with the exchange, since a body alone does not tell. */
    private InputStream ask(HttpExchange exchange) throws IOException, InterruptedException {
        URI asked = URI.create(WebAddress.origin(index) + exchange.getRequestURI());
        try {
            HttpResponse<InputStream> response = follow(exchange, asked);
            exchange.setAttribute("answer", response);
            return response.body();
        } catch (IOException unreachable) {
            return InputStream.nullInputStream();
        }
    }

    /** Redirects are followed here: a login goes to the server that it is for, and to no other. */
    private HttpResponse<InputStream> follow(HttpExchange exchange, URI first)
            throws IOException, InterruptedException {
        URI address = first;
        for (int redirects = 0; ; redirects++) {
            HttpResponse<InputStream> response =
                    client.send(request(exchange, address, redirects > 0), HttpResponse.BodyHandlers.ofInputStream());
            Optional<String> location = response.headers().firstValue("Location");
            boolean leads = response.statusCode() / 100 == 3 && response.statusCode() != 304 && location.isPresent();
            if (!leads || redirects == REDIRECTS) {
                return response;
            }
            response.body().close();
            address = address.resolve(WebAddress.parse(location.get()));
        }
    }

    private HttpRequest request(HttpExchange exchange, URI address, boolean redirected) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience.answering())
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.noBody());
        for (String name : ASKED_ALONG) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        logins.authorization(address, redirected).ifPresent(login -> request.header("Authorization", login));
        return request.build();
    }

    @SuppressWarnings("unchecked") // It was put there by ask.
    private void pass(HttpExchange exchange, InputStream body) throws IOException {
        HttpResponse<InputStream> answer = (HttpResponse<InputStream>) exchange.getAttribute("answer");
        if (answer == null) {
            exchange.sendResponseHeaders(BAD_GATEWAY, -1);
            return;
        }
        ANSWERED_ALONG.forEach(name -> answer.headers()
                .firstValue(name)
                .ifPresent(value -> exchange.getResponseHeaders().set(name, value)));
        if (exchange.getRequestMethod().equals("HEAD")) {
            answer.headers()
                    .firstValue("Content-Length")
                    .ifPresent(length -> exchange.getResponseHeaders().set("Content-Length", length));
            exchange.sendResponseHeaders(answer.statusCode(), -1);
        } else if (isPage(answer)) {
            byte[] page = rewritten(body.readNBytes(LARGEST_PAGE));
            exchange.sendResponseHeaders(answer.statusCode(), page.length == 0 ? -1 : page.length);
            exchange.getResponseBody().write(page);
        } else {
            long length = answer.headers().firstValueAsLong("Content-Length").orElse(0);
            exchange.sendResponseHeaders(answer.statusCode(), length);
            OutputStream out = exchange.getResponseBody();
            byte[] piece = new byte[PIECE];
            for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
                out.write(piece, 0, count);
            }
        }
    }

    private static boolean isPage(HttpResponse<?> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("text/html") || type.contains("json");
    }

    /** Links to files of the same server lead here too. */
    private byte[] rewritten(byte[] page) {
        String text = new String(page, StandardCharsets.UTF_8);
        String authority = index.getScheme() + "://" + index.getRawAuthority() + "/";
        return text.replace(authority, own() + "/")
                .replace(WebAddress.origin(index) + "/", own() + "/")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
