package org.specimen.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.specimen.format.Json;
import org.specimen.problem.BadInput;

/**
 * Where Docker's command line finds its engine when it is told nothing else (Docker documentation, "Docker contexts").
 *
 * @param host as DOCKER_HOST takes it
 * @param certificates the folder with those by which the engine is asked
 */
record DockerContext(String host, Optional<Path> certificates) {

    private static final String DEFAULT = "default";

    /** The context that is chosen; empty if that is the one of the standard socket, or it cannot be read. */
    static Optional<DockerContext> current(Surroundings surroundings) {
        Path settings = settings(surroundings);
        return surroundings
                .variable("DOCKER_CONTEXT")
                .or(() -> text(json(settings.resolve("config.json")).get("currentContext")))
                .filter(name -> !name.equals(DEFAULT))
                .flatMap(name -> named(name, settings));
    }

    /** The folder of the command line's settings. */
    static Path settings(Surroundings surroundings) {
        return surroundings
                .variable("DOCKER_CONFIG")
                .flatMap(Surroundings::folder)
                .orElseGet(() -> surroundings.home().resolve(".docker"));
    }

    private static Optional<DockerContext> named(String name, Path settings) {
        Path contexts = settings.resolve("contexts");
        String folder = digest(name);
        Map<?, ?> endpoints = map(json(contexts.resolve("meta").resolve(folder).resolve("meta.json"))
                .get("Endpoints"));
        Path certificates = contexts.resolve("tls").resolve(folder).resolve("docker");
        return text(map(endpoints.get("docker")).get("Host"))
                .map(host -> new DockerContext(host, Optional.of(certificates).filter(Files::isDirectory)));
    }

    /** A context lies in a folder that is named by the SHA-256 of its name. */
    private static String digest(String name) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Nothing where there is no such file, or none that can be read: Docker itself will say so. */
    private static Map<?, ?> json(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return map(Json.read(file.toString(), in));
        } catch (IOException | BadInput unreadable) {
            return Map.of();
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }
}
