package org.specimen.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that knows no rules: it writes what a test tells it to, and may break off anywhere. */
public final class RawServer implements AutoCloseable {

    /** What it does with a connection whose question it has read. */
    @FunctionalInterface
    public interface Talk {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    private static final char TLS_HANDSHAKE = 0x16;

    private final ServerSocket socket;
    private final Talk talk;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);

    public RawServer(Talk talk) throws IOException {
        this.talk = talk;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            questions.add(head(connection.getInputStream()));
            Thread watching = new Thread(() -> watch(connection));
            watching.setDaemon(true);
            watching.start();
            talk.answer(connection.getOutputStream());
        } catch (IOException gone) {
            hungUp.countDown();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(Socket connection) {
        try {
            if (connection.getInputStream().read() < 0) {
                hungUp.countDown();
            }
        } catch (IOException gone) {
            hungUp.countDown();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int one = in.read();
            if (one < 0) {
                return head.toString();
            }
            head.append((char) one);
            if (head.charAt(0) == TLS_HANDSHAKE) {
                return "a TLS handshake";
            }
        }
        return head.toString();
    }

    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Counted down when the other side ends a connection before the answer was whole. */
    public CountDownLatch hungUp() {
        return hungUp;
    }

    public List<String> questions() {
        return List.copyOf(questions);
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
