package org.specimen.net;

import java.io.IOException;
import java.io.InputStream;

/**
 * How an answer is kept on the disk.
 *
 * @param form names the form that it is kept in; change it with the form
 * @param forever whether what is at the address never changes, so that it need not be asked for again
 * @param distillation takes from the answer what is worth keeping
 */
public record Keeping(String form, boolean forever, Distillation distillation) {

    /** Makes of an answer what is worth keeping. */
    @FunctionalInterface
    public interface Distillation {

        /**
         * Reads an answer that a server gave with the status 200.
         *
         * @param answer all about it but its body
         * @param body unpacked
         * @throws IOException if the stream breaks off
         * @throws org.specimen.problem.NetworkFailure if it is not what was expected; it is not kept then
         */
        byte[] distil(Answer answer, InputStream body) throws IOException;
    }
}
