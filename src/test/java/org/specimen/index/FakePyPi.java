package org.specimen.index;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.specimen.net.Server;

/** An index on loopback with wheels and source distributions that it makes itself. */
public final class FakePyPi implements AutoCloseable {

    private final Server server = new Server();

    public Server server() {
        return server;
    }

    public URI simple() {
        return server.address("/simple/");
    }

    /** Serves a page in JSON; each file is an object of its list. */
    public FakePyPi json(String name, String... files) {
        server.text(
                "/simple/" + name + "/",
                "application/vnd.pypi.simple.v1+json",
                "{\"meta\": {\"api-version\": \"1.1\"}, \"name\": \"" + name + "\", \"files\": ["
                        + String.join(", ", files) + "]}");
        return this;
    }

    public FakePyPi html(String name, String body) {
        server.text("/simple/" + name + "/", "text/html", "<!DOCTYPE html><html><body>" + body + "</body></html>");
        return this;
    }

    /** Serves metadata beside a file, and says how the page in JSON tells of the file. */
    public String wheelWithMetadata(String fileName, String metadata) {
        server.text("/files/" + fileName + ".metadata", "application/octet-stream", metadata);
        return "{\"filename\": \"" + fileName + "\", \"url\": \"../../files/" + fileName
                + "\", \"hashes\": {\"sha256\": \"" + sha256(fileName.getBytes(StandardCharsets.UTF_8))
                + "\"}, \"size\": 1000, \"upload-time\": \"2026-03-01T10:00:00.123456Z\","
                + " \"core-metadata\": {\"sha256\": \"" + sha256(metadata.getBytes(StandardCharsets.UTF_8)) + "\"}}";
    }

    /** Serves a file, with ranges, and says how the page in JSON tells of it. */
    public String file(String fileName, byte[] content) {
        server.page("/files/" + fileName, exchange -> serve(exchange, content));
        return entry(fileName, content);
    }

    /** Serves a file as a server does that knows no ranges. */
    public String fileWithoutRanges(String fileName, byte[] content) {
        server.page("/files/" + fileName, exchange -> Server.say(exchange, 200, "application/octet-stream", content));
        return entry(fileName, content);
    }

    public static String entry(String fileName, byte[] content) {
        return "{\"filename\": \"" + fileName + "\", \"url\": \"../../files/" + fileName
                + "\", \"hashes\": {\"sha256\": \"" + sha256(content) + "\"}}";
    }

    private final List<Integer> served = new CopyOnWriteArrayList<>();

    /** How many bytes of files were sent so far. */
    public int bytesServed() {
        return served.stream().mapToInt(Integer::intValue).sum();
    }

    private void serve(HttpExchange exchange, byte[] content) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null) {
            served.add(content.length);
            Server.say(exchange, 200, "application/octet-stream", content);
            return;
        }
        String[] ends = range.substring("bytes=".length()).split("-", -1);
        int from =
                ends[0].isEmpty() ? Math.max(0, content.length - Integer.parseInt(ends[1])) : Integer.parseInt(ends[0]);
        int to = ends[0].isEmpty() || ends[1].isEmpty()
                ? content.length - 1
                : Math.min(content.length - 1, Integer.parseInt(ends[1]));
        byte[] part = Arrays.copyOfRange(content, from, to + 1);
        served.add(part.length);
        exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + to + "/" + content.length);
        Server.say(exchange, 206, "application/octet-stream", part);
    }

    /** A wheel with its metadata and something else before it. */
    public static byte[] wheel(String distInfo, String metadata, byte[] payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry stored = new ZipEntry("package/data.bin");
            zip.setLevel(0);
            zip.putNextEntry(stored);
            zip.write(payload);
            zip.setLevel(9);
            zip.putNextEntry(new ZipEntry(distInfo + "/METADATA"));
            zip.write(metadata.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(distInfo + "/RECORD"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A source distribution with files before and behind its PKG-INFO. */
    public static byte[] sdist(String folder, String metadata) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(tarEntry(folder + "/setup.py", "x".repeat(700)));
            out.write(tarEntry(folder + "/src/" + folder + ".egg-info/PKG-INFO", "Name: wrong"));
            out.write(tarEntry(folder + "/PKG-INFO", metadata));
            out.write(new byte[1024]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] tarEntry(String name, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        byte[] entry = new byte[512 + (content.length + 511) / 512 * 512];
        byte[] named = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(named, 0, entry, 0, named.length);
        byte[] size = String.format("%011o", content.length).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(size, 0, entry, 124, size.length);
        entry[156] = '0';
        System.arraycopy("ustar".getBytes(StandardCharsets.UTF_8), 0, entry, 257, 5);
        System.arraycopy(content, 0, entry, 512, content.length);
        return entry;
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
