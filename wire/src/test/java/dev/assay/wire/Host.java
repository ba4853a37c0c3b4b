package dev.assay.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A host that does, byte for byte, what its script says, on each connection. */
final class Host implements AutoCloseable {

    /** What it does on one connection. */
    @FunctionalInterface
    interface Script {
        void play(InputStream in, OutputStream out) throws Exception;
    }

    private final ServerSocket server;
    private final Script script;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    Host(Script script) throws IOException {
        this(new ServerSocket(), InetAddress.getLoopbackAddress(), script);
    }

    Host(ServerSocket server, InetAddress at, Script script) throws IOException {
        this.server = server;
        this.script = script;
        server.bind(new InetSocketAddress(at, 0));
        Thread.ofVirtual().start(this::accept);
    }

    /** Answers each request on a connection with these bytes. */
    static Host answering(String... answers) throws IOException {
        var holder = new Host[1];
        holder[0] = new Host((in, out) -> {
            for (var answer : answers) {
                if (holder[0].readHead(in).isEmpty()) {
                    return;
                }
                out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        });
        return holder[0];
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                connections.add(socket);
                Thread.ofVirtual().start(() -> play(socket));
            }
        } catch (IOException _) {
            // It was closed.
        }
    }

    private void play(Socket socket) {
        try (socket) {
            script.play(socket.getInputStream(), socket.getOutputStream());
        } catch (Exception _) {
            // The other side has gone, as some tests want.
        }
    }

    /** A head with these lines. */
    static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** Reads one request and notes it. */
    String readHead(InputStream in) throws IOException {
        var head = read(in);
        if (!head.isEmpty()) {
            heads.add(head);
        }
        return head;
    }

    /** Reads one head; empty where nothing comes any more. */
    static String read(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    List<String> heads() {
        return List.copyOf(heads);
    }

    int connections() {
        return connections.size();
    }

    int port() {
        return server.getLocalPort();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var connection : connections) {
            connection.close();
        }
    }
}
