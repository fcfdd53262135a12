package org.specimen.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.specimen.format.IndexFile;
import org.specimen.format.IndexPage;
import org.specimen.net.Answer;
import org.specimen.net.Keeping;
import org.specimen.net.Request;
import org.specimen.net.Web;
import org.specimen.net.WebAddress;
import org.specimen.problem.BadInput;
import org.specimen.problem.NetworkFailure;
import org.specimen.problem.NetworkFailure.Kind;
import org.specimen.python.PackageName;
import org.specimen.task.Progress;

/**
 * Reads places that hold the files of many distributions side by side (pip documentation, "--find-links"): a folder, or a
 * page with links. Each is read once.
 */
final class LinkReader {

    private static final long LONGEST_PAGE = 64L << 20;
    private static final String FORM = "links-1";

    private final Web web;
    private final Progress progress;
    private final Map<URI, List<IndexFile>> read = new HashMap<>();

    LinkReader(Web web, Progress progress) {
        this.web = web;
        this.progress = progress;
    }

    /**
     * The releases of a distribution whose files lie there, newest first.
     *
     * @throws NetworkFailure if a page cannot be had, or is none
     */
    List<IndexRelease> read(URI place, PackageName name) {
        PageWriter page = new PageWriter(name);
        FileVersions versions = new FileVersions(name);
        for (IndexFile file : files(place)) {
            if (versions.versionOf(file.name()).isPresent()) {
                page.add(withDigest(file));
            }
        }
        try {
            return Page.releases(page.toBytes());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private synchronized List<IndexFile> files(URI place) {
        List<IndexFile> known = read.get(place);
        if (known == null) {
            known = isLocal(place) ? local(place) : page(place);
            read.put(place, known);
        }
        return known;
    }

    private static boolean isLocal(URI place) {
        return "file".equalsIgnoreCase(place.getScheme());
    }

    /** What is not there holds nothing, as pip has it. */
    private static List<IndexFile> local(URI place) {
        Path path = Path.of(place);
        try {
            if (Files.isRegularFile(path)) {
                try (InputStream in = Files.newInputStream(path)) {
                    return links("text/html", place, in);
                }
            }
            if (!Files.isDirectory(path)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(path)) {
                return files.filter(Files::isRegularFile)
                        .sorted()
                        .map(LinkReader::listed)
                        .toList();
            }
        } catch (IOException | BadInput unreadable) {
            throw new NetworkFailure(
                    Kind.BAD_ANSWER,
                    "The place for packages " + path + ", which pip's setting find-links names, cannot be read.",
                    unreadable);
        }
    }

    private static IndexFile listed(Path file) {
        return new IndexFile(
                String.valueOf(file.getFileName()),
                file.toUri().toString(),
                Optional.empty(),
                OptionalLong.of(file.toFile().length()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private List<IndexFile> page(URI place) {
        Answer answer = web.get(
                Request.of(place)
                        .atMost(LONGEST_PAGE)
                        .kept(new Keeping(FORM, false, (raw, body) -> body.readAllBytes())),
                progress);
        if (!answer.isFound()) {
            return List.of();
        }
        try (InputStream in = answer.body().open()) {
            return links(answer.contentType(), place, in);
        } catch (IOException | BadInput none) {
            throw new NetworkFailure(
                    Kind.BAD_ANSWER,
                    "The page " + WebAddress.shown(place)
                            + ", which pip's setting find-links names, is no page with links to packages.",
                    none);
        }
    }

    private static List<IndexFile> links(String contentType, URI address, InputStream in) throws IOException {
        List<IndexFile> files = new ArrayList<>();
        IndexPage.read(contentType, address, in, files::add);
        return List.copyOf(files);
    }

    /** Of a file that lies here, the digest can be had; of another, only what the page says. */
    private static IndexFile withDigest(IndexFile file) {
        URI address = URI.create(file.address());
        if (!isLocal(address) || file.sha256().isPresent()) {
            return file;
        }
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(Path.of(address)), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return new IndexFile(
                    file.name(),
                    file.address(),
                    Optional.of(HexFormat.of().formatHex(in.getMessageDigest().digest())),
                    file.size(),
                    file.requiresPython(),
                    file.yanked(),
                    file.uploaded(),
                    file.metadata(),
                    file.metadataSha256());
        } catch (IOException unreadable) {
            return file; // Whoever installs it finds that out; it only has no digest.
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
