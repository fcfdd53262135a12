package org.specimen.proof;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ports of 127.0.0.1 to listen on. */
final class LoopbackPort {

    /** Where people know Jupyter from. */
    private static final int USUAL = 8888;

    /** How many after it are tried before any other is as good. */
    private static final int NEXT = 10;

    private LoopbackPort() {}

    /** Those to try, in this order: the one that is wanted, and no other; else the usual one, the next, and any. */
    static Stream<Integer> candidates(OptionalInt wanted) {
        if (wanted.isPresent()) {
            return Stream.of(wanted.getAsInt());
        }
        return Stream.concat(
                IntStream.range(USUAL, USUAL + NEXT).boxed(),
                Stream.generate(LoopbackPort::any).limit(NEXT));
    }

    /** Whether nothing listens there now. */
    static boolean isFree(int port) {
        try (ServerSocket socket = bound(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int any() {
        try (ServerSocket socket = bound(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            return USUAL;
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }
}
