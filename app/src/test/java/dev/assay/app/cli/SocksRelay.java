package dev.assay.app.cli;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A SOCKS 5 proxy that connects to hosts of this computer, and notes to which ports. */
final class SocksRelay implements AutoCloseable {

    private static final byte[] NO_SIGN_IN = {5, 0};
    private static final byte[] CONNECTED = {5, 0, 0, 1, 127, 0, 0, 1, 0, 0};

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Integer> ports = new CopyOnWriteArrayList<>();

    SocksRelay() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "socks5://127.0.0.1:" + server.getLocalPort();
    }

    /** The ports that were connected to. */
    List<Integer> ports() {
        return List.copyOf(ports);
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> relay(socket));
            }
        } catch (IOException _) {
            // It was closed.
        }
    }

    private void relay(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            in.readByte();
            in.readNBytes(in.readUnsignedByte());
            socket.getOutputStream().write(NO_SIGN_IN);
            // Version, command, nothing, kind of address, and an IPv4 address, since tests name no host.
            in.readNBytes(8);
            var port = in.readUnsignedShort();
            ports.add(port);
            try (var other = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write(CONNECTED);
                var back = Thread.ofVirtual().start(() -> copy(other, socket));
                copy(in, other.getOutputStream());
                other.shutdownOutput();
                back.join();
            }
        } catch (IOException _) {
            // One side has gone.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            copy(from.getInputStream(), to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException _) {
            // One side has gone.
        }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        from.transferTo(to);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
