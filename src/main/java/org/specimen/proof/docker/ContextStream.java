package org.specimen.proof.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;
import org.specimen.format.DockerIgnoreRules;
import org.specimen.format.DockerIgnoreRules.Verdict;
import org.specimen.problem.NoSolution;
import org.specimen.task.Progress;

/**
 * The context of a build: a folder without what its .dockerignore leaves out, as an archive that is made while it is
 * read. What is held of it is one piece of one file, and the open folders. Everything belongs to root in it, as Docker's
 * command line has it.
 */
final class ContextStream extends InputStream {

    private static final int PIECE = 64 * 1024;
    private static final int LARGEST = 5;
    private static final int FOLDER_MODE = 0755;
    private static final int FILE_MODE = 0755;
    private static final int PERMISSIONS = 07777;

    /** A file or folder at the top of the context, with all that is sent of it. */
    record Part(String path, long bytes) {}

    private record Level(DirectoryStream<Path> folder, Iterator<Path> entries, String prefix, Verdict verdict) {}

    private static final class Piece extends ByteArrayOutputStream {
        private int read;

        Piece() {
            super(PIECE + 4096);
        }

        boolean isEmpty() {
            return read == count;
        }

        int take(byte[] target, int offset, int length) {
            int taken = Math.min(length, count - read);
            System.arraycopy(buf, read, target, offset, taken);
            read += taken;
            if (isEmpty()) {
                read = 0;
                count = 0;
            }
            return taken;
        }
    }

    private final DockerIgnoreRules rules;
    private final Set<String> always;
    private final Progress progress;
    private final int owner;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final Piece piece = new Piece();
    private final TarArchiveOutputStream archive = new TarArchiveOutputStream(piece, "UTF-8");
    private final PriorityQueue<Part> largest = new PriorityQueue<>(Comparator.comparingLong(Part::bytes));
    private final byte[] buffer = new byte[PIECE];
    private @Nullable InputStream file;
    private Path filePath = Path.of("");
    private long left;
    private String top = "";
    private final AtomicLong bytes = new AtomicLong();
    private long topBytes;
    private boolean finished;
    private volatile @Nullable RuntimeException failure;

    /**
     * Opens the context of a folder.
     *
     * @param always paths that are sent in any case: the Dockerfile and .dockerignore
     * @param progress is asked whether the archive is still wanted; what is read then ends with an exception
     * @throws NoSolution if the folder cannot be read
     */
    ContextStream(Path folder, DockerIgnoreRules rules, Set<String> always, Progress progress) {
        this(folder, rules, always, 0, progress);
    }

    /** @param owner the number of the user and the group whose everything is in the archive */
    ContextStream(Path folder, DockerIgnoreRules rules, Set<String> always, int owner, Progress progress) {
        this.owner = owner;
        this.rules = rules;
        this.always = Set.copyOf(always);
        this.progress = progress;
        archive.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        archive.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        archive.setAddPaxHeadersForNonAsciiNames(true);
        enter(folder, "", Verdict.TOP);
    }

    /** Puts a file at the top of the archive that is not in the folder. */
    void add(String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        put(entry);
        archive.write(content);
        archive.closeArchiveEntry();
    }

    /** How many bytes of files were sent. */
    long bytes() {
        return bytes.get();
    }

    /** What at the top of the folder makes most of it, largest first. */
    List<Part> largest() {
        return largest.stream()
                .sorted(Comparator.comparingLong(Part::bytes).reversed())
                .toList();
    }

    /** Why reading ended too early; docker-java keeps such an exception to itself. */
    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        try {
            while (piece.isEmpty() && !finished) {
                progress.checkCancelled();
                step();
            }
        } catch (RuntimeException stopped) {
            failure = stopped;
            throw new IOException(stopped);
        }
        return piece.isEmpty() ? -1 : piece.take(target, offset, length);
    }

    private void step() throws IOException {
        if (file != null) {
            copyPiece(file);
            return;
        }
        Level level = levels.peek();
        if (level == null) {
            endTop("");
            archive.finish();
            archive.flush();
            finished = true;
        } else if (hasNext(level)) {
            add(level.entries().next(), level);
        } else {
            level.folder().close();
            levels.pop();
        }
    }

    private static boolean hasNext(Level level) {
        try {
            return level.entries().hasNext();
        } catch (DirectoryIteratorException broken) {
            throw unreadable(level.prefix(), broken);
        }
    }

    private void add(Path path, Level level) throws IOException {
        String name = level.prefix() + path.getFileName();
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException vanished) {
            if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            throw unreadable(name, vanished);
        }
        Verdict verdict = rules.verdict(name, level.verdict());
        boolean sent = !verdict.ignored() || always.contains(name);
        if (attributes.isDirectory()) {
            if (sent) {
                put(entry(name + "/", path, attributes));
                archive.closeArchiveEntry();
            }
            if (sent || rules.mayBringBack(name)) {
                enter(path, name + "/", verdict);
            }
        } else if (sent) {
            addFile(path, name, attributes);
        }
    }

    /** Sockets and the like are passed over, as Docker does with sockets. */
    private void addFile(Path path, String name, BasicFileAttributes attributes) throws IOException {
        if (level0(name)) {
            endTop(name);
        }
        if (attributes.isSymbolicLink()) {
            TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            link.setLinkName(Files.readSymbolicLink(path).toString().replace('\\', '/'));
            link.setMode(0777);
            link.setModTime(attributes.lastModifiedTime());
            put(link);
            archive.closeArchiveEntry();
        } else if (attributes.isRegularFile()) {
            InputStream opened;
            try {
                opened = Files.newInputStream(path);
            } catch (IOException refused) {
                throw unreadable(name, refused);
            }
            TarArchiveEntry entry = entry(name, path, attributes);
            entry.setSize(attributes.size());
            put(entry);
            file = opened;
            filePath = path;
            left = attributes.size();
        }
    }

    private static boolean level0(String name) {
        return name.indexOf('/') < 0;
    }

    private void put(TarArchiveEntry entry) throws IOException {
        entry.setIds(owner, owner);
        entry.setNames("", "");
        archive.putArchiveEntry(entry);
    }

    /** A file that became shorter meanwhile is filled up with zeros, and one that became longer is cut. */
    private void copyPiece(InputStream opened) throws IOException {
        int wanted = (int) Math.min(PIECE, left);
        int count;
        try {
            count = wanted == 0 ? 0 : opened.readNBytes(buffer, 0, wanted);
        } catch (IOException broken) {
            throw unreadable(filePath.toString(), broken);
        }
        if (count < wanted) {
            Arrays.fill(buffer, count, wanted, (byte) 0);
        }
        archive.write(buffer, 0, wanted);
        left -= wanted;
        bytes.addAndGet(wanted);
        topBytes += wanted;
        if (left == 0) {
            opened.close();
            file = null;
            archive.closeArchiveEntry();
        }
    }

    private void enter(Path folder, String prefix, Verdict verdict) {
        if (prefix.indexOf('/') == prefix.length() - 1 && !prefix.isEmpty()) {
            endTop(prefix);
        }
        try {
            @SuppressWarnings("StreamResourceLeak") // closed when the level is left, or with the stream
            DirectoryStream<Path> opened = Files.newDirectoryStream(folder);
            levels.push(new Level(opened, opened.iterator(), prefix, verdict));
        } catch (IOException refused) {
            throw unreadable(prefix.isEmpty() ? folder.toString() : prefix, refused);
        }
    }

    /** Everything of the part at the top is sent; the next one begins. */
    private void endTop(String next) {
        if (topBytes > 0) {
            largest.add(new Part(top, topBytes));
            if (largest.size() > LARGEST) {
                largest.remove();
            }
        }
        top = next;
        topBytes = 0;
    }

    private static TarArchiveEntry entry(String name, Path path, BasicFileAttributes attributes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(mode(path, attributes.isDirectory()));
        entry.setModTime(attributes.lastModifiedTime());
        return entry;
    }

    private static int mode(Path path, boolean folder) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            // Docker on Windows makes everything executable, since it cannot tell.
            return folder ? FOLDER_MODE : FILE_MODE;
        }
        Map<String, Object> unix = Files.readAttributes(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        return ((Integer) Objects.requireNonNull(unix.get("mode"))) & PERMISSIONS;
    }

    private static NoSolution unreadable(String name, Exception refused) {
        NoSolution told =
                new NoSolution(Texts.trouble("context.unreadable", name).text());
        told.addSuppressed(refused);
        return told;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
        while (!levels.isEmpty()) {
            levels.pop().folder().close();
        }
    }
}
