package org.specimen.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One instruction of a Dockerfile, as values; {@link Dockerfile#render} writes it so that no value leaves its place
 * (Dockerfile reference, https://docs.docker.com/reference/dockerfile/). Only what both the classic builder and BuildKit
 * know is here. A value that its place cannot hold is refused with an {@link IllegalArgumentException}.
 */
public sealed interface Instruction {

    /** Words for the reader; a line break begins a new line of the comment. */
    record Comment(String text) implements Instruction {}

    /** A line left empty. */
    record Blank() implements Instruction {}

    /**
     * The image that a stage begins with.
     *
     * @param image name and tag, as in {@code python:3.12.14-slim-trixie}
     * @param digest what fixes the tag, as in {@code sha256:…}, once it is known
     * @param stage the name of the stage, for {@link Copy#fromStage}
     */
    record From(String image, Optional<String> digest, Optional<String> stage) implements Instruction {

        /** The distribution project's grammar of references: a registry with a port, a path, a tag. */
        private static final Pattern IMAGE = Pattern.compile(
                "([A-Za-z0-9.-]+(:[0-9]+)?/)?[a-z0-9]+([._/-]+[a-z0-9]+)*:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

        private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
        private static final Pattern STAGE = Pattern.compile("[a-z][a-z0-9_.-]*");

        public From {
            require(IMAGE, image, "an image with a tag");
            digest.ifPresent(value -> require(DIGEST, value, "a digest"));
            stage.ifPresent(value -> require(STAGE, value, "the name of a stage"));
        }

        public static From image(String image) {
            return new From(image, Optional.empty(), Optional.empty());
        }
    }

    /** ARG: a variable while the image is built; never a secret, for it stays in the image's history. */
    record Argument(String name, String value) implements Instruction {
        public Argument {
            requireVariable(name);
        }
    }

    /** ARG without a value: a variable that whoever builds the image may set, and that is not there otherwise. */
    record OpenArgument(String name) implements Instruction {
        public OpenArgument {
            requireVariable(name);
        }
    }

    /** ENV: variables while the image is built and when it runs; in this order. */
    record Environment(Map<String, String> variables) implements Instruction {
        public Environment {
            variables.keySet().forEach(Instruction::requireVariable);
            variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        }
    }

    /** ENV PATH: folders in which programs are looked for before all others. */
    record SearchFirst(List<String> folders) implements Instruction {
        public SearchFirst {
            folders = List.copyOf(folders);
        }
    }

    /** LABEL, in this order. */
    record Label(Map<String, String> labels) implements Instruction {

        private static final Pattern KEY = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

        public Label {
            labels.keySet().forEach(key -> require(KEY, key, "the key of a label"));
            labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        }
    }

    /** RUN: commands, each only if the one before it succeeded. */
    record Run(List<Step> steps) implements Instruction {
        public Run {
            steps = List.copyOf(steps);
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("RUN needs a command");
            }
        }

        public static Run of(Step... steps) {
            return new Run(List.of(steps));
        }

        /** One command. */
        public sealed interface Step {

            static Call call(String... words) {
                return new Call(Map.of(), List.of(words), List.of());
            }
        }

        /**
         * A command of words, each of which reaches the program as it is.
         *
         * @param variables what its environment has in addition
         * @param words program and arguments
         * @param onePerLine more arguments, each on a line of its own
         */
        public record Call(Map<String, String> variables, List<String> words, List<String> onePerLine) implements Step {
            public Call {
                variables.keySet().forEach(Instruction::requireVariable);
                variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
                words = List.copyOf(words);
                onePerLine = List.copyOf(onePerLine);
                if (words.isEmpty()) {
                    throw new IllegalArgumentException("a step needs a program");
                }
            }

            /** The same with more arguments, each on a line of its own. */
            public Call withEach(List<String> arguments) {
                return new Call(variables, words, arguments);
            }

            public Call withVariable(String name, String value) {
                Map<String, String> more = new LinkedHashMap<>(variables);
                more.put(name, value);
                return new Call(more, words, onePerLine);
            }
        }

        /** Empties the folder that apt-get update fills; it needs the shell, which finds the files. */
        public record RemovePackageLists() implements Step {}
    }

    /**
     * COPY.
     *
     * @param fromStage the stage to copy from; empty for the build context
     * @param owner the numeric user and group that the copies belong to; empty for root
     * @param target where to; must end in {@code /} if there are several sources
     */
    record Copy(Optional<String> fromStage, Optional<Integer> owner, List<String> sources, String target)
            implements Instruction {
        public Copy {
            sources = List.copyOf(sources);
            fromStage.ifPresent(value -> require(From.STAGE, value, "the name of a stage"));
            if (sources.isEmpty() || (sources.size() > 1 && !target.endsWith("/"))) {
                throw new IllegalArgumentException("COPY needs a source, and a folder to copy several to");
            }
        }

        public static Copy of(String source, String target) {
            return new Copy(Optional.empty(), Optional.empty(), List.of(source), target);
        }
    }

    /** WORKDIR, absolute. */
    record WorkDirectory(String path) implements Instruction {
        public WorkDirectory {
            if (!path.startsWith("/")) {
                throw new IllegalArgumentException("WORKDIR must be absolute: " + path);
            }
        }
    }

    /** USER, as a number: that needs no look into the image's list of users. */
    record User(int id) implements Instruction {
        public User {
            if (id < 0) {
                throw new IllegalArgumentException("no number of a user: " + id);
            }
        }
    }

    /** SHELL: what the commands of the RUN instructions below are given to. */
    record Shell(List<String> words) implements Instruction {
        public Shell {
            words = List.copyOf(words);
        }
    }

    /** ENTRYPOINT in its JSON form. */
    record Entrypoint(List<String> words) implements Instruction {
        public Entrypoint {
            words = List.copyOf(words);
        }
    }

    /** CMD in its JSON form. */
    record Command(List<String> words) implements Instruction {
        public Command {
            words = List.copyOf(words);
        }
    }

    private static void requireVariable(String name) {
        require(Pattern.compile("[A-Za-z_][A-Za-z0-9_]*"), name, "the name of a variable");
    }

    private static void require(Pattern pattern, String value, String what) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("not " + what + ": " + value);
        }
    }
}
