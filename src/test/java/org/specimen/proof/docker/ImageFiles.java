package org.specimen.proof.docker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What lies in an image, whether programs can run in it or not. */
final class ImageFiles {

    private ImageFiles() {}

    /** The paths of its files, without a slash before them. */
    static Set<String> of(Engine engine, String image) throws IOException {
        String container =
                engine.quick().createContainerCmd(image).withCmd("none").exec().getId();
        Set<String> files = new TreeSet<>();
        try (InputStream archive = engine.patient()
                        .copyArchiveFromContainerCmd(container, "/")
                        .exec();
                TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.add(entry.getName().replaceFirst("^[./]+", ""));
            }
        } finally {
            ContainerRun.remove(engine, container);
        }
        return files;
    }
}
