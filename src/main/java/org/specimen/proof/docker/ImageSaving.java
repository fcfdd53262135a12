package org.specimen.proof.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.specimen.problem.BadInput;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Trouble;
import org.specimen.task.Progress;

/** Writes an image into a file: as {@code docker save} does, packed by gzip where the file's name says so. */
record ImageSaving(Engine engine, Preflight preflight, Progress progress) {

    private static final int PIECE = 64 * 1024;
    private static final long BYTES_BETWEEN_REPORTS = 4_000_000;

    /** So much smaller gzip makes an image at least; most become a third. */
    private static final long LEAST_PACKING = 2;

    /**
     * Writes an image.
     *
     * @param replace whether a file that is there may be replaced
     * @throws BadInput if the file is there and may not be replaced, or its folder is not there
     * @throws NoSolution if there is no such image, or it is not the project's
     * @throws OutsideFailure if the disk or the engine fails
     */
    ImageStore.Saved save(ImageName name, Path file, boolean replace) {
        String image = name.toString();
        Path target = file.toAbsolutePath().normalize();
        refuse(target, replace);
        InspectImageResponse found = new BaseImagePull(engine, ProofListener.NONE, progress)
                .find(image)
                .orElseThrow(() ->
                        new NoSolution(Texts.trouble("save.no-image", image).text()));
        if (!name.isOfSpecimen(Engine.labels(found))) {
            throw new NoSolution(Texts.trouble("save.not-ours", image).text());
        }
        long size = found.getSize() == null ? 0 : found.getSize();
        checkDisk(target, isPacked(target) ? size / LEAST_PACKING : size, size);
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Written written = CancellableWork.with(engine, progress, () -> write(image, target, part, size));
            refuse(target, replace);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return new ImageStore.Saved(image, target, written.bytes(), written.sha256());
        } catch (IOException notMoved) {
            throw notWritten(target, notMoved);
        } finally {
            deleteIfThere(part);
        }
    }

    private record Written(long bytes, String sha256) {}

    private static void refuse(Path target, boolean replace) {
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BadInput(Texts.trouble("save.no-folder", target).text());
        }
        if (Files.isDirectory(target) || (!replace && Files.exists(target))) {
            throw new BadInput(Texts.trouble(Files.isDirectory(target) ? "save.folder" : "save.there", target)
                    .text());
        }
    }

    /** The engine may put the archive together on its own disk before it gives any of it. */
    private void checkDisk(Path target, long needed, long size) {
        OptionalLong free = preflight.freeBytes().apply(target);
        if (free.isPresent() && free.getAsLong() < needed) {
            throw new OutsideFailure(Texts.trouble("save.disk", target, megabytes(free.getAsLong()), megabytes(needed))
                    .text());
        }
        preflight.littleDisk(engine, engine.info(), size).map(Trouble::text).ifPresent(text -> {
            throw new OutsideFailure(text);
        });
    }

    private static boolean isPacked(Path target) {
        String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") || name.endsWith(".tgz");
    }

    /** What of the file is there when it fails is for the caller to remove. */
    private Written write(String image, Path target, Path part, long size) {
        MessageDigest digest = sha256();
        long bytes;
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream file = new DigestOutputStream(new Buffered(channel), digest);
            try (InputStream archive = open(image);
                    OutputStream out = isPacked(target) ? new GZIPOutputStream(file, PIECE) : file) {
                copy(archive, out, target, size);
            }
            channel.force(true);
            bytes = channel.size();
        } catch (IOException failed) {
            throw notWritten(target, failed);
        }
        return new Written(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private InputStream open(String image) {
        try {
            return engine.patient().saveImageCmd(image).exec();
        } catch (RuntimeException failure) {
            throw EngineFailure.of(engine.name(), failure);
        }
    }

    private void copy(InputStream archive, OutputStream out, Path target, long size) throws IOException {
        byte[] piece = new byte[PIECE];
        long done = 0;
        long told = -BYTES_BETWEEN_REPORTS;
        int count;
        while ((count = read(archive, piece)) >= 0) {
            progress.checkCancelled();
            out.write(piece, 0, count);
            done += count;
            if (done - told >= BYTES_BETWEEN_REPORTS) {
                told = done;
                long total = Math.max(size, done);
                progress.doing(
                        Texts.get("save.progress", target.getFileName(), megabytes(done), megabytes(total)),
                        done,
                        total);
            }
        }
    }

    /** What breaks here is the engine's doing, and no fault of the disk. */
    private int read(InputStream archive, byte[] piece) {
        try {
            return archive.read(piece);
        } catch (IOException lost) {
            throw EngineFailure.of(engine.name(), new UncheckedIOException(lost));
        }
    }

    private static OutsideFailure notWritten(Path target, IOException failed) {
        String reason = failed.getMessage() == null ? "" : failed.getMessage();
        return new OutsideFailure(
                Texts.trouble("save.not-written", target, reason).text(), failed);
    }

    private static void deleteIfThere(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            throw new OutsideFailure(Texts.trouble("save.left", part).text(), stays);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String megabytes(long bytes) {
        return BaseImagePull.megabytes(bytes);
    }

    /** The file, which stays open when what writes into it is closed. */
    private static final class Buffered extends FilterOutputStream {
        Buffered(FileChannel channel) {
            super(Channels.newOutputStream(channel));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
