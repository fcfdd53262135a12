package org.specimen.index;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import org.specimen.net.Answer;
import org.specimen.net.ByteRange;
import org.specimen.net.Request;
import org.specimen.net.Web;
import org.specimen.problem.NetworkFailure;
import org.specimen.task.Progress;

/** A wheel on a server, of which only the parts that are asked for are loaded. */
final class RemoteWheel implements WheelArchive.Source {

    /** A server that knows no ranges sends the whole wheel; up to this size that is taken. */
    private static final long MOST_AT_ONCE = 4L << 20;

    private final Web web;
    private final URI address;
    private final Progress progress;

    RemoteWheel(Web web, URI address, Progress progress) {
        this.web = web;
        this.address = address;
        this.progress = progress;
    }

    /**
     * @throws IOException if the server does not say where the part belongs
     * @throws NetworkFailure if it does not come, or is too large at once
     */
    @Override
    public WheelArchive.Tail tail(int length) throws IOException {
        Answer answer = ask(new ByteRange.Last(length));
        byte[] bytes = answer.body().bytes();
        if (!answer.isPartial()) {
            return new WheelArchive.Tail(bytes, 0);
        }
        long from = answer.totalLength() - bytes.length;
        if (from < 0) {
            throw new IOException("a part of a file that does not say which");
        }
        return new WheelArchive.Tail(bytes, from);
    }

    @Override
    public byte[] read(long from, int length) throws IOException {
        if (length == 0) {
            return new byte[0];
        }
        Answer answer = ask(new ByteRange.Between(from, from + length - 1));
        byte[] bytes = answer.body().bytes();
        return answer.isPartial() || from + length > bytes.length
                ? bytes
                : Arrays.copyOfRange(bytes, (int) from, (int) from + length);
    }

    private Answer ask(ByteRange range) throws IOException {
        Answer answer = web.get(Request.of(address).only(range).atMost(MOST_AT_ONCE), progress);
        if (!answer.isFound()) {
            throw new IOException("the file is not there");
        }
        return answer;
    }
}
