package org.specimen.project;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.specimen.format.Credentials;

/**
 * What the project's Git repository tells by its files, without Git being run (Git documentation, "gitrepository-layout").
 * What is damaged or packed away tells nothing.
 */
final class GitFolder {

    private static final int MOST = 1_000_000;

    private static final Pattern REMOTE =
            Pattern.compile("(?m)^\\s*\\[remote \"([^\"]{1,100})\"][^\\[]{0,2000}?^\\s*url\\s*=\\s*(\\S{1,1000})");

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");

    private static final Pattern COMMITTED =
            Pattern.compile("(?m)^committer [^\\n]{0,500}> ([0-9]{1,12}) [+-][0-9]{4}$");

    /** Who, when and what of a change, as the log of a branch has it: "…> 1700000000 +0100	commit: …". */
    private static final Pattern LOGGED =
            Pattern.compile("^[0-9a-f]{40,64} ([0-9a-f]{40,64}) .{0,500}> ([0-9]{1,12}) [+-][0-9]{4}\\tcommit\\b.*");

    private final Path folder;

    private GitFolder(Path folder) {
        this.folder = folder;
    }

    /** Empty where the project's folder is not the top of a repository of its own. */
    static Optional<GitFolder> in(Path project) {
        Path folder = project.resolve(".git");
        boolean own = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(folder.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS);
        return own ? Optional.of(new GitFolder(folder)) : Optional.empty();
    }

    ProjectFacts.Repository facts() {
        return new ProjectFacts.Repository(remote(), lastCommit());
    }

    /** The files that are committed or about to be; empty if that cannot be told. */
    Optional<GitIndex> index() {
        return GitIndex.read(folder.resolve("index"));
    }

    /** The address of "origin", else of the first remote, without a login. */
    private Optional<String> remote() {
        Optional<String> first = Optional.empty();
        Matcher remote = REMOTE.matcher(text("config").orElse(""));
        while (remote.find()) {
            if (remote.group(1).equals("origin")) {
                return Optional.of(Credentials.without(remote.group(2)));
            }
            first = first.or(() -> Optional.of(Credentials.without(remote.group(2))));
        }
        return first;
    }

    private Optional<Instant> lastCommit() {
        Optional<String> head = text("HEAD").map(String::strip);
        Optional<String> commit = head.filter(name -> name.startsWith("ref: "))
                .map(name -> name.substring(5).strip())
                .flatMap(this::hashOf)
                .or(() -> head)
                .filter(hash -> HASH.matcher(hash).matches());
        return commit.flatMap(hash -> committed(hash).or(() -> logged(hash)));
    }

    private Optional<String> hashOf(String reference) {
        if (!reference.startsWith("refs/") || reference.contains("..")) {
            return Optional.empty();
        }
        return text(reference)
                .map(String::strip)
                .or(() -> text("packed-refs")
                        .flatMap(packed -> packed.lines()
                                .filter(line -> line.endsWith(" " + reference))
                                .map(line -> line.substring(0, line.indexOf(' ')))
                                .findFirst()));
    }

    /** From the commit itself, where it is not packed with others. */
    private Optional<Instant> committed(String hash) {
        return bytes("objects/" + hash.substring(0, 2) + "/" + hash.substring(2))
                .flatMap(deflated -> {
                    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
                        return time(COMMITTED, 1, new String(in.readNBytes(MOST), StandardCharsets.UTF_8));
                    } catch (IOException damaged) {
                        return Optional.empty();
                    }
                });
    }

    /** From the log, where the last that was done was this commit; the time of a clone says nothing of the work. */
    private Optional<Instant> logged(String hash) {
        return text("logs/HEAD")
                .flatMap(log -> log.lines().reduce((one, next) -> next))
                .filter(line -> {
                    Matcher entry = LOGGED.matcher(line);
                    return entry.matches() && entry.group(1).equals(hash);
                })
                .flatMap(line -> time(LOGGED, 2, line));
    }

    private static Optional<Instant> time(Pattern pattern, int group, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(Instant.ofEpochSecond(Long.parseLong(found.group(group)))) : Optional.empty();
    }

    private Optional<String> text(String path) {
        return bytes(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> bytes(String path) {
        Path file = folder.resolve(path);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(in.readNBytes(MOST));
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
