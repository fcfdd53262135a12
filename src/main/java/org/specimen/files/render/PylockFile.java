package org.specimen.files.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.files.FileRole;
import org.specimen.format.PylockWriter;
import org.specimen.format.PylockWriter.LockedFile;
import org.specimen.format.PylockWriter.LockedRelease;
import org.specimen.index.ReleaseFile;
import org.specimen.python.Marker;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.SpecifierSet;
import org.specimen.resolve.Lockfile;
import org.specimen.resolve.Lockfile.PipPackage;
import org.specimen.resolve.PlatformMarkers;

/** pylock.toml (PEP 751), for those who ask for it: what requirements.txt says, with the address of every file. */
final class PylockFile {

    private PylockFile() {}

    /** Whether it is asked for and every release has files with hashes, which only a live index tells. */
    static boolean isWanted(RenderRequest request) {
        return request.plan().options().pylock()
                && !request.stack().usesConda()
                && request.lock().isWhole()
                && !request.hasReferences()
                && request.hasHashes();
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
