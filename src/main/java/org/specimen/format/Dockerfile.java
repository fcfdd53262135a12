package org.specimen.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Dockerfile as its instructions. */
public record Dockerfile(List<Instruction> instructions) {

    private static final String NEXT_LINE = " \\\n";

    /** A first line of this shape would be a parser directive, such as one that changes the escape character. */
    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*[A-Za-z][A-Za-z0-9]*\\s*=.*");

    public Dockerfile {
        instructions = List.copyOf(instructions);
    }

    /**
     * The text of the file, with line feeds.
     *
     * @throws IllegalArgumentException if a value cannot stand in its place, such as a line break in WORKDIR
     */
    public String render() {
        String text = instructions.stream()
                .map(instruction -> render(instruction) + "\n")
                .collect(Collectors.joining());
        return DIRECTIVE.matcher(text.lines().findFirst().orElse("")).matches() ? "\n" + text : text;
    }

    private static String render(Instruction instruction) {
        if (instruction instanceof Instruction.Comment comment) {
            return comment(comment.text());
        } else if (instruction instanceof Instruction.From from) {
            return from(from);
        } else if (instruction instanceof Instruction.Argument argument) {
            return "ARG " + argument.name() + "=" + DockerWord.expanded(argument.value());
        } else if (instruction instanceof Instruction.OpenArgument argument) {
            return "ARG " + argument.name();
        } else if (instruction instanceof Instruction.Environment environment) {
            return "ENV " + pairs(environment.variables());
        } else if (instruction instanceof Instruction.SearchFirst search) {
            return searchFirst(search.folders());
        } else if (instruction instanceof Instruction.Label label) {
            return "LABEL " + pairs(label.labels());
        } else if (instruction instanceof Instruction.Run run) {
            return run.steps().stream()
                    .map(Dockerfile::step)
                    .collect(Collectors.joining(NEXT_LINE + "    && ", "RUN ", ""));
        } else if (instruction instanceof Instruction.Copy copy) {
            return copy(copy);
        } else if (instruction instanceof Instruction.WorkDirectory directory) {
            return "WORKDIR " + DockerWord.expanded(directory.path());
        } else if (instruction instanceof Instruction.User user) {
            return "USER " + user.id();
        } else if (instruction instanceof Instruction.Shell shell) {
            return "SHELL " + DockerWord.json(shell.words());
        } else if (instruction instanceof Instruction.Entrypoint entrypoint) {
            return "ENTRYPOINT " + DockerWord.json(entrypoint.words());
        } else if (instruction instanceof Instruction.Command command) {
            return "CMD " + DockerWord.json(command.words());
        }
        return ""; // Instruction.Blank
    }

    private static String comment(String text) {
        return String.join("\n", CommentText.block(text));
    }

    private static String from(Instruction.From from) {
        return "FROM "
                + from.image()
                + from.digest().map(digest -> "@" + digest).orElse("")
                + from.stage().map(stage -> " AS " + stage).orElse("");
    }

    private static String searchFirst(List<String> folders) {
        String first =
                folders.stream().map(folder -> DockerWord.target(folder) + ":").collect(Collectors.joining());
        return "ENV PATH=\"" + first + "${PATH}\"";
    }

    private static String pairs(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + DockerWord.expanded(entry.getValue()))
                .collect(Collectors.joining(NEXT_LINE + "    "));
    }

    private static String step(Instruction.Run.Step step) {
        return step instanceof Instruction.Run.Call call ? call(call) : "rm -rf /var/lib/apt/lists/*";
    }

    private static String call(Instruction.Run.Call step) {
        Stream<String> variables =
                step.variables().entrySet().stream().map(entry -> entry.getKey() + "=" + shellWord(entry.getValue()));
        List<String> words = new ArrayList<>(step.words());
        // What begins with a dash behind RUN is an option of RUN.
        String program = words.get(0).startsWith("-") ? quoted(words.remove(0)) : shellWord(words.remove(0));
        String line = Stream.of(variables, Stream.of(program), words.stream().map(Dockerfile::shellWord))
                .flatMap(UnaryOperator.identity())
                .collect(Collectors.joining(" "));
        return line
                + step.onePerLine().stream()
                        .map(word -> NEXT_LINE + "        " + shellWord(word))
                        .collect(Collectors.joining());
    }

    private static String shellWord(String word) {
        DockerWord.refuseLineBreaks(word);
        return ShellWord.posix(word);
    }

    private static String quoted(String word) {
        DockerWord.refuseLineBreaks(word);
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static String copy(Instruction.Copy copy) {
        List<String> paths = new ArrayList<>();
        copy.sources().forEach(source -> paths.add(DockerWord.source(source)));
        paths.add(DockerWord.target(copy.target()));
        return "COPY "
                + copy.fromStage().map(stage -> "--from=" + stage + " ").orElse("")
                + copy.owner()
                        .map(owner -> "--chown=" + owner + ":" + owner + " ")
                        .orElse("")
                + (paths.stream().allMatch(DockerWord::isPlain) ? String.join(" ", paths) : DockerWord.json(paths));
    }

    /** Collects instructions. */
    public static final class Builder {

        private final List<Instruction> instructions = new ArrayList<>();

        /** Adds these, in this order. */
        public Builder add(Instruction... more) {
            instructions.addAll(List.of(more));
            return this;
        }

        /** Adds an empty line, these words, and the instructions that they are about. */
        public Builder section(String comment, Instruction... more) {
            return add(new Instruction.Blank(), new Instruction.Comment(comment))
                    .add(more);
        }

        /** Adds it if it is there. */
        public Builder add(Optional<? extends Instruction> instruction) {
            instruction.ifPresent(instructions::add);
            return this;
        }

        public Dockerfile build() {
            return new Dockerfile(instructions);
        }
    }
}
