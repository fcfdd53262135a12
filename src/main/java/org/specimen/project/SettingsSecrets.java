package org.specimen.project;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.specimen.format.GitIgnore;
import org.specimen.format.KeyShapes;
import org.specimen.format.SourceText;
import org.specimen.project.ProjectFacts.Warning;
import org.specimen.task.Progress;

/**
 * Finds keys and passwords in files of settings and commands, which go where the project goes: into its repository, and
 * into an image. Files that Git is told to ignore are no such files. Of what it finds only the place is kept.
 */
final class SettingsSecrets {

    private static final Set<String> ENDINGS = Set.of(
            "yml",
            "yaml",
            "json",
            "toml",
            "ini",
            "cfg",
            "conf",
            "properties",
            "env",
            "local",
            "sh",
            "bash",
            "bat",
            "ps1",
            "sbatch",
            "slurm",
            "r",
            "pem",
            "netrc",
            "pypirc",
            "npmrc",
            "secrets",
            "credentials",
            "dockerfile");

    private static final Set<String> NAMES =
            Set.of("dockerfile", "credentials", "makefile", "postbuild", "start", "id_rsa", "id_ed25519");

    /** What is longer is data. */
    private static final int MOST = 100_000;

    private static final int LONGEST_LINE = 2_000;

    /** As many places as tell a person what is wrong with a file. */
    private static final int MOST_PLACES = 5;

    /** {@code HF_TOKEN=abc}, {@code "password": "abc"}; a key by itself is one of a table. */
    private static final Pattern ASSIGNED = Pattern.compile("(?i)(?<![a-z0-9.-])(?:[a-z0-9]{1,40}[_.-]){0,6}"
            + "(?:token|secret|password|passwd|passphrase|api[_-]?key|(?:access|secret|private|account)[_-]key)"
            + "[\"']?\\s{0,5}[:=]\\s{0,5}[\"']?([a-z0-9_+][a-z0-9_+/.-]{15,300}={0,2})(?=$|[\"'\\s,;}])");

    /** An address that a service signed: it is valid for minutes. */
    private static final Pattern SIGNED =
            Pattern.compile("(?i)://[^\\s'\"?]{1,300}\\?[^\\s'\"]{0,1500}(?:x-amz-|sig=|signature=|jwt=)[^\\s'\"]*");

    /** The password in an address (RFC 3986, 3.2.1); one in braces is a variable. */
    private static final Pattern LOGIN = Pattern.compile("://[^/?#@\\s'\":${}<>]{1,100}:[^/?#@\\s'\":${}<>]{3,200}@");

    private final Map<String, GitIgnore> ignored = new HashMap<>();

    private SettingsSecrets(List<ProjectFile> files) {
        for (ProjectFile file : files) {
            if (file.name().equals(".gitignore") && file.size() <= MOST) {
                ignored.put(file.folder(), GitIgnore.parse(text(file)));
            }
        }
    }

    /**
     * What the files of a project hold of that.
     *
     * @param own paths of what Specimen wrote
     * @throws org.specimen.task.Cancelled if nobody wants it any more
     */
    static List<Warning> warnings(List<ProjectFile> files, Set<String> own, Progress progress) {
        SettingsSecrets secrets = new SettingsSecrets(files);
        return files.parallelStream()
                .filter(file -> !own.contains(file.path()) && isOfSettings(file) && !secrets.isIgnored(file))
                .flatMap(file -> {
                    progress.checkCancelled();
                    return in(file.path(), text(file)).stream();
                })
                .toList();
    }

    private static boolean isOfSettings(ProjectFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return file.size() > 0
                && file.size() <= MOST
                && (ENDINGS.contains(ending)
                        || NAMES.contains(name)
                        || FileKind.of(file).equals(Optional.of(FileKind.REQUIREMENTS)));
    }

    /** By the patterns beside the file, and by those of the project for a name in any folder. */
    private boolean isIgnored(ProjectFile file) {
        return Stream.of(file.folder(), "")
                .distinct()
                .flatMap(folder -> Optional.ofNullable(ignored.get(folder)).stream())
                .anyMatch(rules -> rules.ignores(file.name()));
    }

    /** What cannot be read is told where it is read for what it says. */
    private static String text(ProjectFile file) {
        try {
            return SourceText.decode(Bytes.of(file));
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** The first places in a text. */
    static List<Warning> in(String path, String text) {
        String[] lines = text.split("\\R", -1);
        return IntStream.range(0, lines.length)
                .filter(line -> lines[line].length() <= LONGEST_LINE && isSecret(lines[line]))
                .limit(MOST_PLACES)
                .mapToObj(line -> new Warning(
                        WarningKind.SECRET_IN_FILE.key(),
                        Evidence.of(path, line + 1),
                        "A key or password seems to stand in this file. Keep it outside of the project, or in a file that"
                                + " .gitignore names, and have it replaced where it was issued: whoever has the project"
                                + " has it."))
                .toList();
    }

    private static boolean isSecret(String written) {
        String line = written.contains("://") ? SIGNED.matcher(written).replaceAll("") : written;
        if (line.startsWith("-----BEGIN ") && line.contains("PRIVATE KEY-----")) {
            return true;
        }
        Matcher assigned = ASSIGNED.matcher(line);
        return KeyShapes.in(line).filter(key -> !SecretText.isPlaceholder(key)).isPresent()
                || (line.contains("://") && hasLogin(line))
                || (assigned.find() && SecretText.isLikelyValue(assigned.group(1)));
    }

    private static boolean hasLogin(String line) {
        Matcher login = LOGIN.matcher(line);
        return login.find() && !SecretText.isPlaceholder(login.group());
    }
}
