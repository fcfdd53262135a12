package org.specimen.net;

import java.net.URI;
import java.time.Instant;

/**
 * What a server answered.
 *
 * @param status 200, 206, 404 or 410 (RFC 9110, "Status Codes")
 * @param address where it came from in the end, behind all redirects
 * @param contentType as the server says it, empty if it does not
 * @param totalLength the length of the whole file where only part of it was asked for, else -1
 * @param body as it is kept, where the request says how
 * @param asOf when the server last said so
 * @param outdated whether it is a kept answer that may have changed since, because the server cannot be asked
 */
public record Answer(
        int status, URI address, String contentType, long totalLength, Body body, Instant asOf, boolean outdated) {

    static final int OK = 200;
    static final int PARTIAL = 206;

    /** Whether there is something at the address. */
    public boolean isFound() {
        return status == OK || status == PARTIAL;
    }

    /** Whether it is only the part that was asked for. */
    public boolean isPartial() {
        return status == PARTIAL;
    }
}
