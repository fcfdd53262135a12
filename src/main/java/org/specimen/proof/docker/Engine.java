package org.specimen.proof.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.specimen.machine.MachineFacts;
import org.specimen.problem.OutsideFailure;

/**
 * A container engine that is spoken to. The version of its interface is left open, which the engine takes for its own
 * newest: 20.10 refuses a later one, and 29 the early ones.
 */
final class Engine implements AutoCloseable {

    /** How long an answer may take that does not have to wait for work. */
    private static final Duration ANSWER = Duration.ofMinutes(1);

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int CONNECTIONS = 20;

    /** On everything of Specimen's: the name of the project's environment. */
    static final String LABEL = "org.specimen.project";

    private final MachineFacts.Engine found;
    private final DockerClient quick;
    private final DockerClient patient;

    private Engine(MachineFacts.Engine found, DockerClient quick, DockerClient patient) {
        this.found = found;
        this.quick = quick;
        this.patient = patient;
    }

    /**
     * Speaks to an engine from the first question on; nothing is asked yet.
     *
     * @throws OutsideFailure if its address is none that can be spoken to
     */
    static Engine at(MachineFacts.Engine found) {
        String address = found.address()
                .orElseThrow(() -> new OutsideFailure(
                        Texts.trouble("engine.lost", found.name(), "").text()));
        try {
            DefaultDockerClientConfig.Builder builder = DefaultDockerClientConfig.createDefaultConfigBuilder()
                    .withDockerHost(address)
                    .withDockerTlsVerify(found.certificates().isPresent());
            found.certificates().ifPresent(folder -> builder.withDockerCertPath(folder.toString()));
            DefaultDockerClientConfig config = builder.build();
            return new Engine(found, client(config, Optional.of(ANSWER)), client(config, Optional.empty()));
        } catch (RuntimeException unusable) {
            throw EngineFailure.of(found.name(), unusable);
        }
    }

    private static DockerClient client(DefaultDockerClientConfig config, Optional<Duration> answer) {
        ZerodepDockerHttpClient.Builder http = new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .sslConfig(config.getSSLConfig())
                .maxConnections(CONNECTIONS)
                .connectionTimeout(CONNECT);
        answer.ifPresent(http::responseTimeout);
        return DockerClientImpl.getInstance(config, http.build());
    }

    /** As its makers call it. */
    String name() {
        return found.name();
    }

    /** Whether it is reached without a network: then it may see this computer's files. */
    boolean isLocal() {
        return found.address().filter(Engine::isSocket).isPresent();
    }

    private static boolean isSocket(String address) {
        return address.startsWith("unix:") || address.startsWith("npipe:");
    }

    /** Whether what it publishes on 127.0.0.1 is there on this computer too. */
    boolean isOnThisComputer() {
        return isLocal()
                || found.address()
                        .map(address -> URI.create(address).getHost())
                        .filter(host -> host.equals("localhost") || host.equals("[::1]") || host.startsWith("127."))
                        .isPresent();
    }

    /**
     * Asks something that is answered soon.
     *
     * @throws OutsideFailure if the engine cannot be reached or refuses
     */
    <T> T ask(Function<DockerClient, T> question) {
        try {
            return question.apply(quick);
        } catch (RuntimeException failure) {
            throw EngineFailure.of(name(), failure);
        }
    }

    /** For what is not to be translated: a no that is an answer. */
    DockerClient quick() {
        return quick;
    }

    /** For what takes as long as it takes. */
    DockerClient patient() {
        return patient;
    }

    Info info() {
        return ask(client -> client.infoCmd().exec());
    }

    /** As in "Docker 28.2.2". */
    String version() {
        return name() + " " + ask(client -> client.versionCmd().exec()).getVersion();
    }

    /** Whether it runs what is made for {@code amd64} without a translator. */
    static String architecture(Info info) {
        String machine = String.valueOf(info.getArchitecture()).toLowerCase(Locale.ROOT);
        return switch (machine) {
            case "x86_64", "amd64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> machine;
        };
    }

    static @Nullable Map<String, String> labels(InspectImageResponse image) {
        return image.getConfig() == null ? null : image.getConfig().getLabels();
    }

    static Map<String, String> labels(String project) {
        return Map.of(LABEL, project);
    }

    @Override
    public void close() {
        try {
            quick.close();
            patient.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
