package org.specimen.net;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on loopback that says what a test tells it to, and remembers what it was asked. */
public final class Server implements AutoCloseable {

    /** What it says to a question. */
    @FunctionalInterface
    public interface Page {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** What it was asked. */
    public record Question(String method, String path, Headers headers) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<Question> questions = new CopyOnWriteArrayList<>();

    public Server() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException noPort) {
            throw new UncheckedIOException("no server on loopback", noPort);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            Headers headers = new Headers();
            headers.putAll(exchange.getRequestHeaders());
            questions.add(new Question(exchange.getRequestMethod(), path, headers));
            Page page = pages.get(path);
            if (page == null) {
                say(exchange, 404, "text/plain", "nothing here".getBytes(StandardCharsets.UTF_8));
            } else {
                page.answer(exchange);
            }
        }
    }

    /** Answers with a status, a kind of content and a body. */
    public static void say(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    public Server page(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    public Server text(String path, String type, String body) {
        return page(path, exchange -> say(exchange, 200, type, body.getBytes(StandardCharsets.UTF_8)));
    }

    public Server redirect(String path, int status, String location) {
        return page(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(status, -1);
        });
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** What it was asked so far, in the order of the questions. */
    public List<Question> questions() {
        return List.copyOf(questions);
    }

    /** How often it was asked for a path. */
    public long askedFor(String path) {
        return questions.stream()
                .filter(question -> question.path().equals(path))
                .count();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
