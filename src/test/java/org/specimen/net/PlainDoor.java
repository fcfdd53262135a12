package org.specimen.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A door before a server without encryption: whoever begins with TLS finds it closed at once, where the JDK's own server
 * waits for the end of a line that never comes. Engines ask a registry in both ways.
 */
public final class PlainDoor implements AutoCloseable {

    /** The first byte of a TLS connection (RFC 8446, section 5.1). */
    private static final int HANDSHAKE = 22;

    private final ServerSocket door;
    private final int behind;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** @param behind the port of the server on loopback */
    public PlainDoor(int behind) {
        this.behind = behind;
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException("no door on loopback", noPort);
        }
        threads.execute(this::open);
    }

    public int port() {
        return door.getLocalPort();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket visitor = door.accept();
                threads.execute(() -> lead(visitor));
            } catch (IOException closed) {
                // The door is closed, or somebody went away before it was opened.
            }
        }
    }

    private void lead(Socket visitor) {
        try (visitor) {
            int first = visitor.getInputStream().read();
            if (first < 0 || first == HANDSHAKE) {
                return;
            }
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
                server.getOutputStream().write(first);
                threads.execute(() -> pass(visitor, server));
                pass(server, visitor);
            }
        } catch (IOException gone) {
            // Whoever asked went away.
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException gone) {
            // One of them went away, and the other notices.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            threads.shutdownNow();
        }
    }
}
