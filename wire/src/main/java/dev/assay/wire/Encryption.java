package dev.assay.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** TLS, with the host's certificate checked against its name. */
record Encryption(Supplier<SSLSocketFactory> sockets) {

    /** The largest piece that TLS makes, with its frame. */
    private static final int RECORD = (16 << 10) + 512;

    Link begin(Link link, Origin origin) throws IOException {
        var raw = link.channel().socket();
        var host = origin.host().replaceAll("[\\[\\]]", "");
        var socket = (SSLSocket) sockets.get().createSocket(raw, host, origin.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        link.turn(new Encrypted(socket.getInputStream(), socket.getOutputStream(), raw.getInputStream()));
        return link;
    }

    /**
     * Reads several records at a time where they are here already, so that what takes the bytes is called as seldom as on a
     * plain connection.
     */
    private static final class Encrypted implements Link.Duplex {
        private final InputStream in;
        private final OutputStream out;
        private final InputStream arrived;
        private final byte[] record = new byte[RECORD];

        /** @param arrived tells how many encrypted bytes are here */
        Encrypted(InputStream in, OutputStream out, InputStream arrived) {
            this.in = in;
            this.out = out;
            this.arrived = arrived;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            int sum = 0;
            do {
                var count = in.read(record, 0, Math.min(record.length, into.remaining()));
                if (count < 0) {
                    return sum == 0 ? -1 : sum;
                }
                into.put(record, 0, count);
                sum += count;
            } while (into.hasRemaining() && arrived.available() >= RECORD);
            return sum;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            var array = new byte[bytes.remaining()];
            bytes.get(array);
            out.write(array);
            out.flush();
        }
    }
}
