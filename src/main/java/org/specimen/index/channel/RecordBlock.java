package org.specimen.index.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.specimen.conda.CondaVersion;

/** The records of one name while a list is being read, as they will stand in the file but for their order. */
final class RecordBlock {

    private final ByteSink solving = new ByteSink(128);
    private final ByteSink details = new ByteSink(128);

    /** Where each record ends in the two. */
    private int[] ends = new int[8];

    private int count;

    /** What a solve asks of the records. */
    ByteSink solving() {
        return solving;
    }

    /** What only chosen records are asked for. */
    ByteSink details() {
        return details;
    }

    int count() {
        return count;
    }

    /** What was added since the last call is one record. */
    void endRecord() {
        if (2 * count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        ends[2 * count] = solving.length();
        ends[2 * count + 1] = details.length();
        count++;
    }

    /** A record, by its place in the two. */
    private record Piece(
            int start,
            int end,
            int detailsStart,
            int detailsEnd,
            CondaVersion version,
            String build,
            long buildNumber) {}

    /**
     * Writes all records, the newest version first, and of a version the highest build number.
     *
     * @param versions the version that stands for a number in the records
     */
    void write(ByteSink out, IntFunction<CondaVersion> versions) {
        List<Piece> pieces = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int start = i == 0 ? 0 : ends[2 * i - 2];
            int detailsStart = i == 0 ? 0 : ends[2 * i - 1];
            ByteSource in = new ByteSource(solving.array(), start);
            in.one();
            CondaVersion version = versions.apply(in.integer());
            pieces.add(new Piece(start, ends[2 * i], detailsStart, ends[2 * i + 1], version, in.text(), in.number()));
        }
        markSuperseded(pieces);
        pieces.sort(Comparator.comparing(Piece::version, Comparator.reverseOrder())
                .thenComparing(Piece::buildNumber, Comparator.reverseOrder()));
        pieces.forEach(piece -> out.bytes(solving.array(), piece.start(), piece.end() - piece.start()));
        pieces.forEach(
                piece -> out.bytes(details.array(), piece.detailsStart(), piece.detailsEnd() - piece.detailsStart()));
    }

    private void markSuperseded(List<Piece> pieces) {
        Set<String> inNewForm = new HashSet<>();
        pieces.stream().filter(this::isInNewForm).forEach(piece -> inNewForm.add(stem(piece)));
        if (inNewForm.isEmpty() || inNewForm.size() == count) {
            return;
        }
        pieces.stream()
                .filter(piece -> !isInNewForm(piece) && inNewForm.contains(stem(piece)))
                .forEach(piece -> solving.array()[piece.start()] |= RecordIndexWriter.IS_SUPERSEDED);
    }

    private boolean isInNewForm(Piece piece) {
        return (solving.array()[piece.start()] & RecordIndexWriter.IS_CONDA_FORMAT) != 0;
    }

    private static String stem(Piece piece) {
        return piece.version() + "-" + piece.build();
    }
}
