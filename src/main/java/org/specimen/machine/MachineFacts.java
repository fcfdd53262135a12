package org.specimen.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.specimen.catalogue.TargetPlatform;

/**
 * What a computer has. It changes from one computer to the next and is never kept in a plan.
 *
 * @param pythons interpreters that can make a virtual environment, in the order in which a shell would find them
 * @param condaTools in the order conda, mamba, micromamba, pixi
 */
public record MachineFacts(
        OperatingSystem system,
        TargetPlatform platform,
        List<InstalledPython> pythons,
        List<CondaTool> condaTools,
        Engine engine) {

    public MachineFacts {
        pythons = List.copyOf(pythons);
        condaTools = List.copyOf(condaTools);
    }

    /**
     * A Python interpreter.
     *
     * @param version {@code 3.12.4}, or {@code 3.12} where its name tells no more
     */
    public record InstalledPython(Path path, String version) {}

    /** A program that makes conda environments. */
    public record CondaTool(Kind kind, Path path) {

        public enum Kind {
            CONDA("conda"),
            MAMBA("mamba"),
            MICROMAMBA("micromamba"),
            PIXI("pixi");

            private final String command;

            Kind(String command) {
                this.command = command;
            }

            public String command() {
                return command;
            }

            /** Whether it makes an environment from an environment.yml by itself. */
            public boolean readsEnvironmentYml() {
                return this != PIXI;
            }
        }
    }

    /**
     * A container engine.
     *
     * @param name as its makers call it, as in "Docker" or "Podman"; "Docker" where there is none
     * @param address where it listens, as DOCKER_HOST takes it; empty if it does not
     * @param certificates the folder with the certificates by which one asks it (ca.pem, cert.pem, key.pem), if any
     */
    public record Engine(EngineState state, String name, Optional<String> address, Optional<Path> certificates) {

        public static final Engine NONE = new Engine(EngineState.ABSENT, "Docker", Optional.empty());

        /** One that is asked without certificates. */
        public Engine(EngineState state, String name, Optional<String> address) {
            this(state, name, address, Optional.empty());
        }
    }

    /** How near to use a container engine is. */
    public enum EngineState {
        /** It answers. */
        READY,
        /** It is there but does not listen. */
        INSTALLED_NOT_RUNNING,
        /** It listens, but not to this user. */
        NO_PERMISSION,
        ABSENT
    }

    public boolean hasConda() {
        return condaTools.stream().anyMatch(tool -> tool.kind().readsEnvironmentYml());
    }
}
