package dev.assay.replica.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.assay.replica.wire.RecordedRequest.Host;

/**
 * A host that also speaks WebSocket, which the JDK's own server does not: plain http on loopback, one request for each
 * connection, a virtual thread each.
 */
public final class SocketServer implements AutoCloseable {

    /** Whoever takes a WebSocket over; when it returns, the connection ends. */
    @FunctionalInterface
    public interface Upgrading {
        void serve(Request request, WebSocketLine line) throws IOException;
    }

    private static final int BACKLOG = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private Thread accepting = new Thread();

    private SocketServer(ServerSocket listening) {
        this.listening = listening;
    }

    /** Binds a port of loopback; 0 stands for any free one. It answers nothing until {@link #open}. */
    public static SocketServer bind(int port) throws IOException {
        var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        var listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(loopback, port), BACKLOG);
        return new SocketServer(listening);
    }

    /** {@code http://127.0.0.1:port}, without a slash at the end. */
    public URI origin() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    public void open(Host host, Answering answering, Upgrading upgrading, RequestLog log) {
        accepting = Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                accept(host, answering, upgrading, log);
            }
        });
    }

    private void accept(Host host, Answering answering, Upgrading upgrading, RequestLog log) {
        try {
            var socket = listening.accept();
            open.add(socket);
            threads.execute(() -> serve(socket, host, answering, upgrading, log));
        } catch (IOException _) {
            // The server was closed; the loop ends by itself.
        }
    }

    private void serve(Socket socket, Host host, Answering answering, Upgrading upgrading, RequestLog log) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            var request = RequestReader.read(in);
            if (request.isEmpty()) {
                return;
            }
            log.note(host, request.get());
            if (WebSocketLine.isAskedFor(request.get())) {
                upgrade(socket, in, request.get(), answering, upgrading);
            } else {
                send(socket, request.get(), answering.answer(request.get()));
                answering.answered(request.get());
            }
        } catch (IOException _) {
            // The client went away.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // A defect of the replica itself; a test would see a fault that nobody ordered.
            System.getLogger(SocketServer.class.getName()).log(System.Logger.Level.ERROR, "replica defect", e);
        } finally {
            open.remove(socket);
        }
    }

    /** The answer to the request says whether there is a WebSocket: 101, or any other status for none. */
    private static void upgrade(
            Socket socket, BufferedInputStream in, Request request, Answering answering, Upgrading upgrading)
            throws IOException, InterruptedException {
        var answer = answering.answer(request);
        if (answer.status() != 101) {
            send(socket, request, answer);
            return;
        }
        var line = WebSocketLine.agree(request, in, socket.getOutputStream());
        upgrading.serve(request, line);
    }

    private static void send(Socket socket, Request request, Answer answer) throws IOException, InterruptedException {
        Sending.send(new SocketOutlet(socket, request.method().equals("HEAD")), answer);
    }

    /** Ends, and gives the port back before it returns. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            listening.close();
            for (var socket : open) {
                socket.close();
            }
            // Whoever waits for a connection holds the port until it has noticed.
            accepting.join(PATIENCE);
        } catch (IOException _) {
            // It is gone one way or the other.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
