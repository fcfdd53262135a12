package org.specimen.index.channel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.specimen.task.Progress;

/** Lists in folders of this computer, by {@code file://}. A file is told by its length and the time it was last changed. */
public final class LocalListFiles implements ListFiles {

    private static final String SCHEME = "file://";

    @Override
    public boolean serves(String url) {
        return url.startsWith(SCHEME);
    }

    @Override
    public Optional<String> read(String url, String tag, Reading reading, Progress progress) throws IOException {
        Path file = path(url);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        String current = attributes.size() + " " + attributes.lastModifiedTime().toInstant();
        if (!current.equals(tag)) {
            try (InputStream in = Files.newInputStream(file)) {
                reading.read(in, current);
            }
        }
        return Optional.of(current);
    }

    /** The folder or file at an address as {@link org.specimen.conda.Channel} has it, which is not percent-encoded. */
    static Path path(String url) {
        String path = url.substring(SCHEME.length());
        boolean hasDrive = path.length() > 2 && path.charAt(0) == '/' && path.charAt(2) == ':';
        return Path.of(hasDrive ? path.substring(1) : path);
    }
}
