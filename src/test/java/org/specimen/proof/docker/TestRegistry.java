package org.specimen.proof.docker;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.specimen.format.Json;
import org.specimen.net.PlainDoor;
import org.specimen.net.Server;

/**
 * A registry on loopback (OCI distribution specification, "Pull") with images made from scratch, each for two platforms
 * behind one index.
 */
final class TestRegistry implements AutoCloseable {

    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final String PLAIN_LAYER = "application/vnd.oci.image.layer.v1.tar";
    private static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";

    private final Server server = new Server().text("/v2/", "application/json", "{}");
    private final PlainDoor door = new PlainDoor(server.port());

    /** As it stands before the names of images. */
    String domain() {
        return "127.0.0.1:" + door.port();
    }

    /** How many questions were about a repository. */
    long askedAbout(String repository) {
        return server.questions().stream()
                .filter(question -> question.path().startsWith("/v2/" + repository + "/"))
                .count();
    }

    /**
     * Has an image from now on.
     *
     * @param content of the one file in it
     * @return the digest of its index
     */
    String add(String repository, String tag, String content) throws IOException {
        StringBuilder manifests = new StringBuilder();
        for (String architecture : List.of("amd64", "arm64")) {
            byte[] layer = layer(content + architecture);
            byte[] packed = packed(layer);
            byte[] config = text("{\"architecture\":\"" + architecture + "\",\"os\":\"linux\",\"config\":{},"
                    + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"" + digest(layer) + "\"]}}");
            byte[] manifest = text("{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST + "\",\"config\":"
                    + descriptor(CONFIG, config, "") + ",\"layers\":[" + descriptor(LAYER, packed, "") + "]}");
            serve(repository, "blobs", packed, "application/octet-stream");
            serve(repository, "blobs", config, "application/octet-stream");
            serve(repository, "manifests", manifest, MANIFEST);
            manifests
                    .append(manifests.isEmpty() ? "" : ",")
                    .append(descriptor(MANIFEST, manifest, platform(architecture)));
        }
        byte[] index = text("{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[" + manifests + "]}");
        serve(repository, "manifests", index, INDEX);
        server.page("/v2/" + repository + "/manifests/" + tag, exchange -> answer(exchange, index, INDEX));
        return digest(index);
    }

    /**
     * Has an image of an engine from now on, for the engine's own platform, and something else for another one.
     *
     * @param folder for its parts
     * @return the digest of its index
     */
    String add(String repository, String tag, Engine engine, String image, Path folder) throws IOException {
        Map<String, Path> files = new HashMap<>();
        try (InputStream saved = engine.patient().saveImageCmd(image).exec();
                TarArchiveInputStream tar = new TarArchiveInputStream(saved)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    Path file = folder.resolve("part" + files.size());
                    Files.copy(tar, file);
                    files.put(entry.getName(), file);
                }
            }
        }
        Object manifest = Json.read("manifest.json", Files.newInputStream(files.get("manifest.json")));
        Map<?, ?> saved = (Map<?, ?>) ((List<?>) manifest).get(0);
        byte[] config = Files.readAllBytes(files.get(saved.get("Config")));
        serve(repository, "blobs", config, "application/octet-stream");
        StringBuilder layers = new StringBuilder();
        for (Object name : (List<?>) Objects.requireNonNull(saved.get("Layers"))) {
            Path layer = Objects.requireNonNull(files.get(name));
            String digest = digest(layer);
            server.page("/v2/" + repository + "/blobs/" + digest, exchange -> {
                exchange.sendResponseHeaders(200, Files.size(layer));
                Files.copy(layer, exchange.getResponseBody());
            });
            layers.append(layers.isEmpty() ? "" : ",").append(descriptor(PLAIN_LAYER, digest, Files.size(layer), ""));
        }
        byte[] own = text("{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST + "\",\"config\":"
                + descriptor(CONFIG, config, "") + ",\"layers\":[" + layers + "]}");
        serve(repository, "manifests", own, MANIFEST);
        String other = "sha256:" + "0".repeat(64);
        byte[] index = text("{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":["
                + descriptor(MANIFEST, other, 1000, platform("s390x")) + ","
                + descriptor(MANIFEST, own, platform(Engine.architecture(engine.info()))) + "]}");
        serve(repository, "manifests", index, INDEX);
        server.page("/v2/" + repository + "/manifests/" + tag, exchange -> answer(exchange, index, INDEX));
        return digest(index);
    }

    private static String platform(String architecture) {
        return ",\"platform\":{\"architecture\":\"" + architecture + "\",\"os\":\"linux\"}";
    }

    /** Says of an image that it does not have it. */
    void lacks(String repository, String tag) {
        byte[] error = text("{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\"}]}");
        server.page(
                "/v2/" + repository + "/manifests/" + tag,
                exchange -> Server.say(exchange, 404, "application/json", error));
    }

    private static String descriptor(String type, byte[] content, String more) {
        return descriptor(type, digest(content), content.length, more);
    }

    private static String descriptor(String type, String digest, long size, String more) {
        return "{\"mediaType\":\"" + type + "\",\"digest\":\"" + digest + "\",\"size\":" + size + more + "}";
    }

    private void serve(String repository, String kind, byte[] content, String type) {
        String path = "/v2/" + repository + "/" + kind + "/" + digest(content);
        server.page(path, exchange -> answer(exchange, content, type));
    }

    private static void answer(HttpExchange exchange, byte[] content, String type) throws IOException {
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Docker-Content-Digest", digest(content));
        if (isHead) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
        }
        exchange.sendResponseHeaders(200, isHead ? -1 : content.length);
        if (!isHead) {
            exchange.getResponseBody().write(content);
        }
    }

    private static byte[] layer(String content) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(Map.of("base.txt", text(content)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] bytes) {
        return "sha256:" + HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    @Override
    public void close() {
        door.close();
        server.close();
    }
}
