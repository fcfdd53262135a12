import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An index on loopback (PyPA specification "Simple repository API", JSON) that serves pages and metadata files, and
 * answers each request after a while, as one far away does.
 */
final class LoopbackIndex implements AutoCloseable {

    private static final Pattern FIELD =
            Pattern.compile("\"(\\w+)\": (\"(?:[^\"\\\\]|\\\\.)*\"|\\[.*?\\](?=, \"\\w+\": |\\}$)|\\d+)");
    private static final Pattern ITEM = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final HttpServer server;
    private final long latencyMilliseconds;
    private final Map<String, List<String>> pages = new TreeMap<>();
    private final Map<String, byte[]> metadata = new HashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    LoopbackIndex(long latencyMilliseconds) throws IOException {
        this.latencyMilliseconds = latencyMilliseconds;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        // Answers wait on threads of their own, so that one does not hold up the next.
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "loopback-index");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/simple/", this::page);
        server.createContext("/files/", this::file);
        server.start();
    }

    /** The wheels of wheel-metadata.jsonl, one release each. */
    LoopbackIndex withWheels(Path jsonLines) throws IOException {
        for (String line : Files.readAllLines(jsonLines)) {
            Map<String, String> fields = new HashMap<>();
            Matcher matcher = FIELD.matcher(line);
            while (matcher.find()) {
                fields.put(matcher.group(1), matcher.group(2));
            }
            add(
                    text(fields.get("name")),
                    text(fields.get("version")),
                    text(fields.get("file")),
                    text(fields.get("sha256")),
                    Long.parseLong(fields.getOrDefault("size", "1000")),
                    fields.containsKey("requires_python") ? text(fields.get("requires_python")) : "",
                    items(fields.getOrDefault("requires_dist", "[]")),
                    items(fields.getOrDefault("extras", "[]")));
        }
        return this;
    }

    /** A pure wheel. */
    void add(String name, String version, List<String> requires) {
        String file = name.replace('-', '_') + "-" + version + "-py3-none-any.whl";
        add(name, version, file, sha256(file.getBytes(StandardCharsets.UTF_8)), 1000, ">=3.8", requires, List.of());
    }

    private void add(
            String name,
            String version,
            String file,
            String sha256,
            long size,
            String pythons,
            List<String> requires,
            List<String> extras) {
        StringBuilder text = new StringBuilder("Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n");
        if (!pythons.isEmpty()) {
            text.append("Requires-Python: ").append(pythons).append('\n');
        }
        extras.forEach(extra -> text.append("Provides-Extra: ").append(extra).append('\n'));
        requires.forEach(
                require -> text.append("Requires-Dist: ").append(require).append('\n'));
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        metadata.put("/files/" + file + ".metadata", content);
        String digest = "{\"sha256\": \"" + sha256(content) + "\"}";
        pages.computeIfAbsent(name.toLowerCase().replaceAll("[-_.]+", "-"), one -> new ArrayList<>())
                .add("{\"filename\": \"" + file + "\", \"url\": \"/files/" + file + "\", \"hashes\": {\"sha256\": \""
                        + sha256 + "\"}, \"size\": " + size
                        + (pythons.isEmpty() ? "" : ", \"requires-python\": \"" + pythons + "\"")
                        + ", \"upload-time\": \"2026-03-01T10:00:00.000000Z\", \"core-metadata\": " + digest
                        + ", \"data-dist-info-metadata\": " + digest + ", \"yanked\": false}");
    }

    private static String text(String json) {
        return json.substring(1, json.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private static List<String> items(String json) {
        List<String> items = new ArrayList<>();
        Matcher matcher = ITEM.matcher(json);
        while (matcher.find()) {
            items.add(matcher.group(1).replace("\\\"", "\"").replace("\\\\", "\\"));
        }
        return items;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/simple/");
    }

    /** How many requests were answered since this was asked last. */
    int requests() {
        return requests.getAndSet(0);
    }

    private void page(HttpExchange exchange) throws IOException {
        String name =
                exchange.getRequestURI().getPath().replaceFirst("^/simple/", "").replaceFirst("/$", "");
        List<String> files = pages.get(name);
        answer(
                exchange,
                "application/vnd.pypi.simple.v1+json",
                files == null
                        ? null
                        : ("{\"meta\": {\"api-version\": \"1.1\"}, \"name\": \"" + name + "\", \"files\": ["
                                        + String.join(", ", files) + "]}")
                                .getBytes(StandardCharsets.UTF_8));
    }

    private void file(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                "application/octet-stream",
                metadata.get(exchange.getRequestURI().getPath()));
    }

    private void answer(HttpExchange exchange, String type, byte[] content) throws IOException {
        requests.incrementAndGet();
        try {
            TimeUnit.MILLISECONDS.sleep(latencyMilliseconds);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        String tag = content == null ? "" : "\"" + sha256(content).substring(0, 16) + "\"";
        boolean known =
                content != null && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "max-age=600");
        if (content != null) {
            exchange.getResponseHeaders().set("ETag", tag);
        }
        exchange.sendResponseHeaders(
                content == null ? 404 : known ? 304 : 200, content == null || known ? -1 : content.length);
        if (content != null && !known) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new UncheckedIOException(new IOException(missing));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
