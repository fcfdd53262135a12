package org.specimen.index;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.specimen.python.Version;
import org.specimen.task.Progress;

/** Reads what some indexes, all of the same rank as pip has them, say of a distribution. */
final class PageReader {

    private static final long LONGEST_PAGE = 64L << 20;

    private final Web web;
    private final Progress progress;

    /** The oldest of the pages that were read from the disk because the index could not be asked. */
    private Optional<Instant> outdated = Optional.empty();

    PageReader(Web web, Progress progress) {
        this.web = web;
        this.progress = progress;
    }

    synchronized Optional<Instant> outdated() {
        return outdated;
    }

    private synchronized void noteOutdated(Instant asOf) {
        if (outdated.isEmpty() || asOf.isBefore(outdated.get())) {
            outdated = Optional.of(asOf);
        }
    }

    /** What several indexes say of a distribution together. */
    static List<IndexRelease> merged(List<List<IndexRelease>> found) {
        List<List<IndexRelease>> all =
                found.stream().filter(releases -> !releases.isEmpty()).toList();
        if (all.size() == 1) {
            return all.get(0);
        }
        Map<Version, IndexRelease> merged = new TreeMap<>(Comparator.reverseOrder());
        for (List<IndexRelease> releases : all) {
            releases.forEach(release -> merged.merge(release.version(), release, PageReader::both));
        }
        return List.copyOf(merged.values());
    }

    /** The same file may be in both; one of another content under the same name is another file. */
    private static IndexRelease both(IndexRelease first, IndexRelease second) {
        List<ReleaseFile> files = new ArrayList<>(first.files());
        second.files().stream()
                .filter(file -> first.files().stream()
                        .noneMatch(known -> known.name().equals(file.name())
                                && (known.sha256().equals(file.sha256())
                                        || file.sha256().isEmpty())))
                .forEach(files::add);
        return first.withFiles(files);
    }

    /**
     * The releases that one index has, newest first.
     *
     * @throws NetworkFailure if it cannot be asked, or what it says cannot be understood
     */
    List<IndexRelease> read(URI index, PackageName name) {
        URI address = index.resolve(name.value() + "/");
        try {
            if ("file".equalsIgnoreCase(index.getScheme())) {
                return local(address, name);
            }
            Answer answer = ask(address, name);
            return answer.isFound() ? Page.releases(answer.body().bytes()) : List.of();
        } catch (IOException damaged) {
            throw notUnderstood(address, "it is damaged", damaged);
        }
    }

    private Answer ask(URI address, PackageName name) {
        Answer answer = web.get(
                Request.of(address)
                        .accepting(IndexPage.ACCEPT)
                        .atMost(LONGEST_PAGE)
                        .kept(new Keeping(
                                Page.FORM,
                                false,
                                (raw, body) -> distilled(raw.contentType(), raw.address(), body, name))),
                progress);
        if (answer.outdated()) {
            noteOutdated(answer.asOf());
        }
        return answer;
    }

    private static byte[] distilled(String contentType, URI address, InputStream body, PackageName name)
            throws IOException {
        PageWriter page = new PageWriter(name);
        try {
            IndexPage.read(contentType, address, body, page::add);
        } catch (BadInput unknown) {
            throw notUnderstood(address, unknown.explanation(), unknown);
        }
        return page.toBytes();
    }

    private static NetworkFailure notUnderstood(URI address, String why, Exception cause) {
        return new NetworkFailure(
                Kind.BAD_ANSWER,
                "The index answered for " + WebAddress.shown(address) + " what cannot be understood: " + why
                        + ". Check that this is the address of a package index, as in https://pypi.example.org/simple/.",
                cause);
    }

    /** An index in a folder: a folder for each distribution, with a page in it. */
    private static List<IndexRelease> local(URI address, PackageName name) throws IOException {
        Path page;
        try {
            page = Path.of(address).resolve("index.html");
        } catch (IllegalArgumentException elsewhere) {
            throw new IOException(elsewhere);
        }
        if (!Files.isRegularFile(page)) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(page)) {
            return Page.releases(distilled("text/html", address, in, name));
        }
    }
}
