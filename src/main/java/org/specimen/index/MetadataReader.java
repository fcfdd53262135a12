package org.specimen.index;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.specimen.format.CoreMetadata;
import org.specimen.index.IndexRelease.Metadata;
import org.specimen.index.ReleaseFile.MetadataFile;
import org.specimen.net.Answer;
import org.specimen.net.Keeping;
import org.specimen.net.Request;
import org.specimen.net.Web;
import org.specimen.problem.NetworkFailure;
import org.specimen.problem.NetworkFailure.Kind;
import org.specimen.python.PackageName;
import org.specimen.python.Version;
import org.specimen.task.Progress;

/**
 * Finds out what a release needs: from the metadata beside one of its wheels, else from inside a wheel, else from its
 * source distribution where that says so for good.
 */
final class MetadataReader {

    private static final String FORM = "metadata-1";

    private static final long LONGEST_METADATA = 16L << 20;
    private static final long LARGEST_WHEEL = 300L << 20;
    private static final long LARGEST_SOURCE = 50L << 20;

    private final Web web;
    private final Progress progress;

    MetadataReader(Web web, Progress progress) {
        this.web = web;
        this.progress = progress;
    }

    /**
     * The file that is read: one whose metadata is beside it before others, wheels before source distributions, one for
     * every system before one for some. Empty where there is none that could tell.
     */
    static Optional<ReleaseFile> chosen(List<ReleaseFile> files) {
        return files.stream()
                .filter(file -> file.isWheel() || FileVersions.isSource(file.name()))
                .min(Comparator.comparing((ReleaseFile file) -> !file.isWheel())
                        .thenComparing(file -> !file.hasMetadata())
                        .thenComparing(file -> rank(file.name())));
    }

    private static int rank(String name) {
        if (name.endsWith("-none-any.whl")) {
            return 0;
        }
        return name.contains("linux") && name.contains("x86_64") ? 1 : 2;
    }

    /**
     * Reads it.
     *
     * @return empty if only building would tell
     * @throws UnreadableMetadata if it is there and cannot be understood
     * @throws NetworkFailure if it cannot be had now
     */
    Optional<Metadata> read(PackageName name, Version version, ReleaseFile file) {
        Optional<String> text = Optional.empty();
        if (file.hasMetadata()) {
            text = beside(file);
        }
        if (text.isEmpty()) {
            text = inside(file);
        }
        return text.flatMap(found -> understood(name, version, file, found));
    }

    private static Optional<Metadata> understood(PackageName name, Version version, ReleaseFile file, String text) {
        CoreMetadata metadata;
        try {
            metadata = CoreMetadata.parse(text);
        } catch (IllegalArgumentException broken) {
            throw new UnreadableMetadata(String.valueOf(broken.getMessage()));
        }
        if (!metadata.name().equals(name) || !metadata.version().equals(version)) {
            throw new UnreadableMetadata(
                    "its file " + file.name() + " says that it is " + metadata.name() + " " + metadata.version());
        }
        return file.isWheel() || metadata.isFinalForSource()
                ? Optional.of(new Metadata(metadata.requiresPython(), metadata.requires(), metadata.extras()))
                : Optional.empty();
    }

    /** PEP 658: beside the file; empty if it is not there after all. */
    private Optional<String> beside(ReleaseFile file) {
        MetadataFile metadata = file.metadata().orElseThrow();
        if (isLocal(metadata.address())) {
            return local(file, metadata);
        }
        // What a hash stands for never changes.
        String form = metadata.sha256().map(sha -> FORM + "-" + sha).orElse(FORM);
        Answer answer = web.get(
                Request.of(metadata.address())
                        .atMost(LONGEST_METADATA)
                        .kept(new Keeping(
                                form,
                                metadata.sha256().isPresent(),
                                (raw, body) -> distilled(file, metadata, body.readAllBytes()))),
                progress);
        return answer.isFound()
                ? Optional.of(new String(answer.body().bytes(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static Optional<String> local(ReleaseFile file, MetadataFile metadata) {
        try {
            Path path = Path.of(metadata.address());
            return Files.isRegularFile(path)
                    ? Optional.of(
                            new String(distilled(file, metadata, Files.readAllBytes(path)), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new UnreadableMetadata("the metadata beside " + file.name() + " cannot be read");
        }
    }

    private static byte[] distilled(ReleaseFile file, MetadataFile metadata, byte[] bytes) {
        checkDigest(metadata.sha256(), sha256().digest(bytes), "the metadata of " + file.name());
        return CoreMetadata.distil(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private static void checkDigest(Optional<String> expected, byte[] digest, String what) {
        if (expected.isPresent() && !expected.get().equals(HexFormat.of().formatHex(digest))) {
            throw new UnreadableMetadata(what + " does not have the hash that the index gives for it");
        }
    }

    private Optional<String> inside(ReleaseFile file) {
        if (isLocal(file.address())) {
            return insideLocal(file, pathOf(file));
        }
        Optional<String> form = file.sha256().map(sha -> FORM + "-inside-" + sha);
        Optional<String> kept = form.flatMap(how -> web.kept(file.address(), how))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        if (kept.isPresent()) {
            return kept;
        }
        Optional<String> found = file.isWheel() ? byRanges(file) : whole(file, LARGEST_SOURCE);
        Optional<String> distilled = found.map(CoreMetadata::distil);
        if (form.isPresent() && distilled.isPresent()) {
            web.keep(file.address(), form.get(), distilled.get().getBytes(StandardCharsets.UTF_8));
        }
        return distilled;
    }

    /** The whole wheel only if the server sends no parts of it, or none that make sense. */
    private Optional<String> byRanges(ReleaseFile file) {
        try {
            return wheelMetadata(file, new RemoteWheel(web, file.address(), progress));
        } catch (IOException noParts) {
            return whole(file, LARGEST_WHEEL);
        } catch (NetworkFailure refused) {
            if (refused.kind() == Kind.TOO_LARGE || refused.kind() == Kind.REFUSED || refused.kind() == Kind.BUSY) {
                return whole(file, LARGEST_WHEEL);
            }
            throw refused;
        }
    }

    private Optional<String> whole(ReleaseFile file, long limit) {
        if (file.size().isPresent() && file.size().getAsLong() > limit) {
            return Optional.empty();
        }
        try {
            Path copy = Files.createTempFile("specimen", "-" + (file.isWheel() ? "wheel" : "source"));
            try {
                progress.doing("loading " + file.name(), 0, 0);
                web.download(Request.of(file.address()).atMost(limit), copy, progress);
                checkDigest(file.sha256(), digest(copy), file.name());
                return insideLocal(file, copy);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (NetworkFailure failure) {
            if (failure.kind() == Kind.TOO_LARGE || failure.kind() == Kind.REFUSED) {
                return Optional.empty();
            }
            throw failure;
        } catch (IOException full) {
            throw new UnreadableMetadata("its file " + file.name() + " could not be stored here for a moment");
        }
    }

    private static Optional<String> insideLocal(ReleaseFile file, Path path) {
        try {
            if (!file.isWheel()) {
                try (InputStream in = Files.newInputStream(path)) {
                    return SourceArchive.metadata(file.name(), in);
                }
            }
            try (FileChannel channel = FileChannel.open(path)) {
                return wheelMetadata(file, new LocalWheel(channel));
            }
        } catch (IOException damaged) {
            throw new UnreadableMetadata("its file " + file.name() + " is damaged");
        }
    }

    private static Optional<String> wheelMetadata(ReleaseFile file, WheelArchive.Source source) throws IOException {
        Optional<String> found = WheelArchive.metadata(source);
        if (found.isEmpty()) {
            throw new UnreadableMetadata("its file " + file.name() + " has no metadata in it");
        }
        return found;
    }

    private static byte[] digest(Path path) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static boolean isLocal(URI address) {
        return "file".equalsIgnoreCase(address.getScheme());
    }

    private static Path pathOf(ReleaseFile file) {
        try {
            return Path.of(file.address());
        } catch (IllegalArgumentException elsewhere) {
            throw new UnreadableMetadata("its file " + file.name() + " is not on this computer");
        }
    }
}
