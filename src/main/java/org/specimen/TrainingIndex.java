package org.specimen;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An index on loopback for {@link Training} (PyPA specification "Simple repository API"): it has {@value #RELEASES}
 * releases of whatever it is asked for. Every release of "training-upper" needs "training-lower" below 2.
 */
final class TrainingIndex implements AutoCloseable {

    /** More than are asked for one by one. */
    private static final int RELEASES = 8;

    private static final String PAGES = "/simple/";
    private static final String METADATA = "-py3-none-any.whl.metadata";

    private final HttpServer server;

    private TrainingIndex(HttpServer server) {
        this.server = server;
    }

    /** @throws IOException if there is no loopback */
    static TrainingIndex open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                PAGES, exchange -> answer(exchange, "application/vnd.pypi.simple.v1+json", page(exchange)));
        server.createContext("/files/", exchange -> answer(exchange, "text/plain", metadata(exchange)));
        server.start();
        return new TrainingIndex(server);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PAGES);
    }

    private static String page(HttpExchange exchange) {
        String name = exchange.getRequestURI().getPath().replaceFirst(PAGES, "").replace("/", "");
        return IntStream.rangeClosed(1, RELEASES)
                .mapToObj(release -> file(name, release))
                .collect(Collectors.joining(
                        ", ", "{\"meta\": {\"api-version\": \"1.1\"}, \"name\": \"" + name + "\", \"files\": [", "]}"));
    }

    private static String file(String name, int release) {
        String file = name.replace('-', '_') + "-" + release + ".0" + METADATA.replace(".metadata", "");
        return "{\"filename\": \"" + file + "\", \"url\": \"/files/" + file + "\", \"hashes\": {\"sha256\": \""
                + sha256(file) + "\"}, \"size\": 1000, \"requires-python\": \">=3.8\", \"yanked\": false,"
                + " \"upload-time\": \"2026-11-0" + release + "T10:00:00.000000Z\", \"core-metadata\": {\"sha256\": \""
                + sha256(metadata(name, release + ".0")) + "\"}}";
    }

    private static String metadata(HttpExchange exchange) {
        String file = exchange.getRequestURI().getPath().replaceFirst("^/files/", "");
        String[] parts = file.split("-", -1);
        return metadata(parts[0].replace('_', '-'), parts[1]);
    }

    private static String metadata(String name, String version) {
        return "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\nRequires-Python: >=3.8\n"
                + (name.equals("training-upper") ? "Requires-Dist: training-lower<2; python_version > \"3\"\n" : "");
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("ETag", "\"" + sha256(text) + "\"");
        exchange.getResponseHeaders().set("Cache-Control", "max-age=600");
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
