package org.specimen.files.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.specimen.format.ParsedDockerfile;
import org.specimen.format.ParsedDockerfile.Line;

/** The rules of hadolint (2.15, November 2026) that matter for the Dockerfiles we write, in our own words. */
final class DockerfileRules {

    private DockerfileRules() {}

    /** The rules that a Dockerfile breaks, each with its line. */
    static List<String> broken(String text) {
        ParsedDockerfile file = ParsedDockerfile.parse(text);
        List<String> broken = new ArrayList<>();
        List<Line> users = file.all("USER");
        if (users.isEmpty() || file.last("USER").value().matches("root|0(:.*)?")) {
            broken.add("DL3002 the last user is root");
        }
        users.stream()
                .filter(user -> !user.value().matches("[0-9]+(:[0-9]+)?"))
                .forEach(user -> broken.add("DL3066 " + user));
        file.all("FROM").stream()
                .map(Line::rest)
                .filter(image -> !image.matches("\\S+:\\S+( AS \\S+)?"))
                .forEach(image -> broken.add("DL3006 " + image));
        file.all("FROM").stream()
                .filter(from -> from.rest().contains(":latest"))
                .forEach(from -> broken.add("DL3007 " + from));
        file.all("RUN").forEach(run -> brokenIn(run.rest(), text, broken));
        for (String name : List.of("CMD", "ENTRYPOINT")) {
            file.all(name).stream()
                    .filter(line -> !line.rest().startsWith("["))
                    .forEach(line -> broken.add("DL3025 " + line));
        }
        boolean workDirectory = false;
        for (Line line : file.lines()) {
            workDirectory |= line.name().equals("WORKDIR");
            if (line.name().equals("COPY")
                    && !workDirectory
                    && !line.paths().get(line.paths().size() - 1).startsWith("/")) {
                broken.add("DL3045 " + line);
            }
        }
        for (String name : List.of("ENV", "ARG")) {
            file.all(name).stream()
                    .flatMap(line -> line.pairs(Map.of("PATH", "")).keySet().stream())
                    .filter(key -> key.matches("(?i).*(token|secret|password|passwd|api_?key).*"))
                    .forEach(key -> broken.add("DL3064 " + key));
        }
        return broken;
    }

    private static void brokenIn(String run, String text, List<String> broken) {
        List<String> commands = List.of(run.split("\\s+&&\\s+"));
        if (run.contains("|") && !text.contains("pipefail")) {
            broken.add("DL4006 " + run);
        }
        if (run.contains("--mount") || run.contains("<<")) {
            broken.add("BuildKit only: " + run);
        }
        for (String command : commands) {
            if (command.startsWith("apt-get install")) {
                if (!command.contains("--no-install-recommends")) {
                    broken.add("DL3015 " + command);
                }
                if (!commands.contains("rm -rf /var/lib/apt/lists/*")) {
                    broken.add("DL3009 " + command);
                }
                if (!text.contains("# hadolint ignore=DL3008\nRUN ")) {
                    broken.add("DL3008 " + command);
                }
            }
            if (command.matches("\\S*pip install .*")) {
                if (!command.contains("--no-cache-dir")) {
                    broken.add("DL3042 " + command);
                }
                if (!command.matches(".*( -r \\S+| \\.| /\\S+)$")) {
                    broken.add("DL3013 " + command);
                }
            }
        }
    }
}
