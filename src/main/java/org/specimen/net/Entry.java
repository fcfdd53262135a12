package org.specimen.net;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A kept answer.
 *
 * @param eTag of the server, empty if it gave none (RFC 9110, "ETag")
 * @param lastModified as the server says it, empty if it does not
 * @param asOf when the server last said so
 * @param freshUntil until when it need not be asked again
 */
record Entry(
        int status,
        URI address,
        String contentType,
        String eTag,
        String lastModified,
        Instant asOf,
        Instant freshUntil,
        Body body) {

    private static final int MAGIC = 0x5370_6331;
    private static final int CHECKSUM = Long.BYTES;

    boolean isFresh(Instant now) {
        // A clock that was set back makes nothing fresh for long.
        return now.isBefore(freshUntil) && !now.isBefore(asOf.minusSeconds(60));
    }

    Entry confirmed(Instant now, Instant nextFreshUntil) {
        return new Entry(status, address, contentType, eTag, lastModified, now, nextFreshUntil, body);
    }

    Answer answer(boolean outdated) {
        return new Answer(status, address, contentType, -1, body, asOf, outdated);
    }

    /** As it stands on the disk: everything, and a checksum behind it, since a crash may leave half a file. */
    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length() + 512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(status);
            out.writeUTF(address.toString());
            out.writeUTF(contentType);
            out.writeUTF(eTag);
            out.writeUTF(lastModified);
            out.writeLong(asOf.toEpochMilli());
            out.writeLong(freshUntil.toEpochMilli());
            out.writeInt(body.length());
            out.write(body.bytes());
            out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array cannot be written to", impossible);
        }
        return bytes.toByteArray();
    }

    /** Empty if it is not whole, or of another version of this form. */
    static Optional<Entry> ofBytes(byte[] bytes) {
        int length = bytes.length - CHECKSUM;
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (length < CHECKSUM || in.readInt() != MAGIC) {
                return Optional.empty();
            }
            int status = in.readInt();
            URI address = URI.create(in.readUTF());
            String contentType = in.readUTF();
            String eTag = in.readUTF();
            String lastModified = in.readUTF();
            Instant asOf = Instant.ofEpochMilli(in.readLong());
            Instant freshUntil = Instant.ofEpochMilli(in.readLong());
            int size = in.readInt();
            if (size != in.available() - CHECKSUM) {
                return Optional.empty();
            }
            byte[] body = in.readNBytes(size);
            if (in.readLong() != checksum(bytes, length)) {
                return Optional.empty();
            }
            return Optional.of(
                    new Entry(status, address, contentType, eTag, lastModified, asOf, freshUntil, new Body(body)));
        } catch (IOException | IllegalArgumentException torn) {
            return Optional.empty();
        }
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }
}
