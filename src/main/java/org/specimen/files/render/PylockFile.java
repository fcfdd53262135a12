package org.specimen.files.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.files.FileRole;
import org.specimen.format.PylockWriter;
import org.specimen.format.PylockWriter.LockedFile;
import org.specimen.format.PylockWriter.LockedRelease;
import org.specimen.index.ReleaseFile;
import org.specimen.python.Marker;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.resolve.Lockfile;
import org.specimen.resolve.Lockfile.PipPackage;
import org.specimen.resolve.PlatformMarkers;

/** pylock.toml (PEP 751), for those who ask for it: what requirements.txt says, with the address of every file. */
final class PylockFile {

    private static final int NAMED = 3;

    private PylockFile() {}

    /** Whether it is asked for and can be had. */
    static boolean isWritten(RenderRequest request) {
        return request.plan().options().pylock() && obstacle(request).isEmpty();
    }

    /** Why it is not written though it is asked for, and what to do. */
    static Optional<String> missing(RenderRequest request) {
        return obstacle(request)
                .filter(reason -> request.plan().options().pylock())
                .map(reason -> Texts.get("pylock.missing." + reason, request.name(FileRole.PYLOCK), without(request)));
    }

    /** It names every release with its files and their hashes, or it is none. */
    private static Optional<String> obstacle(RenderRequest request) {
        Lockfile lock = request.lock();
        if (request.stack().usesConda()) {
            return Optional.of("conda");
        }
        if (request.hasReferences()) {
            return Optional.of("references");
        }
        if (lock.pip().isEmpty()) {
            return Optional.of("nothing");
        }
        if (lock.pip().stream().allMatch(pin -> pin.files().isEmpty())) {
            return Optional.of("catalogue");
        }
        if (!lock.isWhole()) {
            return Optional.of("part");
        }
        return request.hasHashes() ? Optional.empty() : Optional.of("hashes");
    }

    /** The names of what has no hash for each of its files, or comes from elsewhere than an index. */
    private static String without(RenderRequest request) {
        Stream<PackageName> names = request.hasReferences()
                ? request.lock().references().stream().map(Requirement::name)
                : request.lock().pip().stream()
                        .filter(pin -> pin.files().isEmpty()
                                || pin.files().stream()
                                        .anyMatch(file -> file.sha256().isEmpty()))
                        .map(PipPackage::name);
        List<String> all = names.distinct().sorted().map(PackageName::value).toList();
        return String.join(", ", all.subList(0, Math.min(NAMED, all.size())))
                + (all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : "");
    }

    static String write(RenderRequest request) {
        Lockfile lock = request.lock();
        String minor = lock.python().major() + "." + lock.python().minor();
        List<Marker> environments = new ArrayList<>();
        for (TargetPlatform platform : request.platforms()) {
            environments.add(PlatformMarkers.exactly(MarkerEnvironment.of(lock.python(), platform.wheelPlatform())));
        }
        return PylockWriter.write(
                Texts.get("pylock.header", request.name(FileRole.PYLOCK)),
                SpecifierSet.parse("==" + minor + ".*"),
                environments,
                lock.pip().stream()
                        .sorted(Comparator.comparing(PipPackage::name).thenComparing(PipPackage::version))
                        .map(PylockFile::locked)
                        .toList());
    }

    private static LockedRelease locked(PipPackage pin) {
        return new LockedRelease(
                pin.name(),
                pin.version(),
                pin.marker(),
                pin.files().stream()
                        .filter(file ->
                                file.name().endsWith(".tar.gz") || file.name().endsWith(".zip"))
                        .sorted(Comparator.comparing(ReleaseFile::name))
                        .flatMap(file -> locked(file).stream())
                        .findFirst(),
                pin.files().stream()
                        .filter(ReleaseFile::isWheel)
                        .sorted(Comparator.comparing(ReleaseFile::name))
                        .flatMap(file -> locked(file).stream())
                        .toList());
    }

    private static Optional<LockedFile> locked(ReleaseFile file) {
        return file.sha256().map(digest -> new LockedFile(file.name(), file.address(), file.size(), digest));
    }
}
