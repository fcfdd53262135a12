package org.specimen.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Everything that changes the disk while files are written: the places where it can fail. */
interface FileOperations {

    /** The disk as it is. */
    FileOperations DISK = new Disk();

    /** Does nothing if it is there. */
    void createDirectory(Path directory) throws IOException;

    /** Writes a file that is not there yet, down to the disk. */
    void write(Path file, byte[] content) throws IOException;

    /** Copies a file with its times and permissions, down to the disk. */
    void copy(Path from, Path to) throws IOException;

    /** Gives one file the permissions of another, where the file system knows them. */
    void copyPermissions(Path from, Path to) throws IOException;

    /** Gives a file or folder another name in one step; a file that has this name is replaced. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file or an empty folder; does nothing if it is not there. */
    void delete(Path path) throws IOException;

    /** Brings new names in a folder down to the disk, where the system can do so. */
    void syncDirectory(Path directory) throws IOException;

    /** The disk as it is. */
    class Disk implements FileOperations {

        @Override
        public void createDirectory(Path directory) throws IOException {
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(directory);
            }
        }

        @Override
        public void write(Path file, byte[] content) throws IOException {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
        }

        @Override
        public void copy(Path from, Path to) throws IOException {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
            // Opening for append needs the right to write, which the copy of a read-only file lacks.
            if (Files.isWritable(to)) {
                try (FileChannel channel = FileChannel.open(to, StandardOpenOption.APPEND)) {
                    channel.force(true);
                }
            }
        }

        @Override
        public void copyPermissions(Path from, Path to) throws IOException {
            PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
            PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
            if (source != null && target != null) {
                target.setPermissions(source.readAttributes().permissions());
            }
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void delete(Path path) throws IOException {
            Files.deleteIfExists(path);
        }

        @Override
        public void syncDirectory(Path directory) throws IOException {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException unsupported) {
                // Windows opens no folder as a file, and some network file systems cannot do this: they order names
                // themselves.
            }
        }
    }
}
