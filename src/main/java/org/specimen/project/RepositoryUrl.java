package org.specimen.project;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.specimen.python.PackageName;

/**
 * An address that a package is installed from, such as {@code git+https://host/person/thing.git@<commit>#subdirectory=py}
 * (pip documentation, "VCS Support").
 *
 * @param text as written
 */
record RepositoryUrl(String text) {

    private static final List<String> SYSTEMS = List.of("git+", "hg+", "svn+", "bzr+");

    /** Git and Mercurial name a commit by its SHA-1; Git in newer repositories by its SHA-256. */
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}(?:[0-9a-fA-F]{24})?");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final String SUBDIRECTORY = "subdirectory=";

    boolean isRepository() {
        return SYSTEMS.stream().anyMatch(text.toLowerCase(Locale.ROOT)::startsWith);
    }

    /** Whether it is a repository without a commit: with nothing, a branch or a tag, all of which can move. */
    boolean isMoving() {
        boolean hashes = text.startsWith("git+") || text.startsWith("hg+");
        return isRepository() && !(hashes ? COMMIT : NUMBER).matcher(revision()).matches();
    }

    /** Most repositories are called as their package is: {@code thing} in {@code person/thing.git}. */
    Optional<PackageName> likelyName() {
        if (!isRepository()) {
            return Optional.empty();
        }
        String path = text.substring(0, revisionStart());
        path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String last = path.substring(path.lastIndexOf('/') + 1);
        return PackageName.tryOf(last.endsWith(".git") ? last.substring(0, last.length() - 4) : last);
    }

    /** The address without {@code #egg=name}; the subdirectory stays. */
    String withoutName() {
        String fragment = fragmentStart() == text.length() ? "" : text.substring(fragmentStart() + 1);
        for (String part : fragment.split("&", -1)) {
            if (part.startsWith(SUBDIRECTORY)) {
                return text.substring(0, fragmentStart()) + "#" + part;
            }
        }
        return text.substring(0, fragmentStart());
    }

    private String revision() {
        int start = revisionStart();
        return start == fragmentStart() ? "" : text.substring(start + 1, fragmentStart());
    }

    /** The {@code @} in the path; one before the path belongs to the user, and a branch may hold slashes. */
    private int revisionStart() {
        int host = text.indexOf("://") + 3;
        int path = text.indexOf('/', host);
        int at = path < 0 ? -1 : text.indexOf('@', path);
        return at < 0 || at > fragmentStart() ? fragmentStart() : at;
    }

    private int fragmentStart() {
        int hash = text.indexOf('#');
        return hash < 0 ? text.length() : hash;
    }
}
