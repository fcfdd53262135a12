package org.specimen.proof.docker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.specimen.problem.OutsideFailure;

/** A folder of a container as an archive, for engines that do not see this computer's folders. */
final class WorkArchive {

    private WorkArchive() {}

    /**
     * Unpacks files, folders and links over a folder. The name of the container's folder stands before every name.
     *
     * @throws OutsideFailure if a name leads out of the folder, or the disk takes no more
     */
    static void unpack(InputStream in, Path folder) {
        try (TarArchiveInputStream archive = new TarArchiveInputStream(in, "UTF-8")) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                int slash = entry.getName().indexOf('/');
                String name = slash < 0 ? "" : entry.getName().substring(slash + 1);
                if (!name.isEmpty()) {
                    unpack(archive, entry, within(folder, name));
                }
            }
        } catch (IOException broken) {
            throw new OutsideFailure(Texts.trouble("archive.broken", folder).text(), broken);
        }
    }

    private static Path within(Path folder, String name) throws IOException {
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder) || path.equals(folder)) {
            throw new IOException("a name leads out of the folder");
        }
        // What was unpacked before may be a link that leads out.
        for (Path above = path.getParent(); above != null && !above.equals(folder); above = above.getParent()) {
            if (Files.isSymbolicLink(above)) {
                throw new IOException("a name leads through a link");
            }
        }
        return path;
    }

    private static void unpack(InputStream content, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(path);
                Files.createDirectories(path);
            }
        } else if (entry.isSymbolicLink()) {
            Files.deleteIfExists(path);
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.createDirectories(path.resolveSibling(""));
            if (Files.isSymbolicLink(path)) {
                Files.delete(path);
            }
            Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
