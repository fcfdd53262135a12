package org.specimen.proof.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a step of a Dockerfile does, in a person's words.
 *
 * @param folder the project's, in which lists of packages are counted
 */
record StepWords(Path folder) {

    private static final Pattern STEP = Pattern.compile("Step (\\d+)/(\\d+) : (.*)", Pattern.DOTALL);
    private static final Pattern INSTRUCTION = Pattern.compile("([A-Za-z]+)\\s+(.*)", Pattern.DOTALL);
    private static final Pattern LIST =
            Pattern.compile("(?:pip3?|uv pip)\\s+install\\b.*?(?:-r|--requirement)[ =]?(\\S+)", Pattern.DOTALL);
    private static final Pattern ENVIRONMENT =
            Pattern.compile("(?:conda|mamba)\\s+(?:env )?(?:install|create|update)\\b.*?(?:-f|--file)[ =](\\S+)");
    private static final Pattern APT = Pattern.compile("apt-get\\s+install\\s+([^&;|]+)");
    private static final int LONGEST = 80;

    /** As in "installing 84 packages". */
    String of(String instruction) {
        Matcher parts = INSTRUCTION.matcher(instruction.strip());
        if (!parts.matches()) {
            return shortened(instruction);
        }
        String rest = parts.group(2).strip();
        return switch (parts.group(1).toUpperCase(Locale.ROOT)) {
            case "FROM" -> Texts.get("step.from", rest.split("\\s", -1)[0]);
            case "COPY", "ADD" -> copying(rest);
            case "RUN" -> running(rest);
            case "LABEL" -> Texts.get("step.label");
            case "ENV", "ARG" -> Texts.get("step.variables");
            case "WORKDIR", "USER", "CMD", "ENTRYPOINT", "SHELL", "EXPOSE" -> Texts.get("step.settings");
            default -> shortened(instruction);
        };
    }

    private static String copying(String rest) {
        List<String> words = Arrays.stream(rest.replaceAll("[\\[\\]\",]", " ").split("\\s+", -1))
                .filter(word -> !word.isEmpty() && !word.startsWith("--"))
                .toList();
        List<String> sources = words.size() > 1 ? words.subList(0, words.size() - 1) : words;
        return sources.equals(List.of("."))
                ? Texts.get("step.copy.project")
                : Texts.get("step.copy", shortened(String.join(", ", sources)));
    }

    private String running(String rest) {
        Matcher list = LIST.matcher(rest);
        Matcher environment = ENVIRONMENT.matcher(rest);
        if (list.find()) {
            return installing(list.group(1), "step.pip", StepWords::pinned);
        } else if (environment.find()) {
            return installing(
                    environment.group(1), "step.conda", line -> line.strip().startsWith("- "));
        }
        List<String> debian = debianPackages(rest);
        if (!debian.isEmpty()) {
            return Texts.get("step.apt", shortened(String.join(", ", debian)));
        }
        return Texts.get("step.run", shortened(rest));
    }

    private String installing(String file, String key, Predicate<String> isPackage) {
        OptionalLong count = count(file, isPackage);
        return count.isPresent() ? Texts.get(key, count.getAsLong()) : Texts.get(key + ".list", file);
    }

    private static boolean pinned(String line) {
        return line.contains("==") || line.contains(" @ ");
    }

    private OptionalLong count(String file, Predicate<String> isPackage) {
        try (Stream<String> lines = Files.lines(folder.resolve(file), StandardCharsets.UTF_8)) {
            return OptionalLong.of(lines.filter(line -> !line.strip().startsWith("#"))
                    .filter(isPackage)
                    .count());
        } catch (IOException | RuntimeException notThere) {
            return OptionalLong.empty();
        }
    }

    /** The Debian packages that a command installs. */
    static List<String> debianPackages(String command) {
        Matcher apt = APT.matcher(command);
        return apt.results()
                .flatMap(found -> Arrays.stream(found.group(1).split("\\s+", -1)))
                .filter(word -> word.matches("[a-z0-9][a-z0-9+.-]+(?:[=:].*)?"))
                .map(word -> word.split("[=:]", 2)[0])
                .distinct()
                .collect(Collectors.toUnmodifiableList());
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    /** Of a line such as "Step 5/9 : RUN make": the number, how many there are, and the instruction. */
    static Optional<Matcher> step(String line) {
        Matcher step = STEP.matcher(line);
        return step.matches() ? Optional.of(step) : Optional.empty();
    }
}
