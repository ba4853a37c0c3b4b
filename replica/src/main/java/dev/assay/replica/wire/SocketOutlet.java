package dev.assay.replica.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An outlet of {@link SocketServer}: the connection ends with the answer. */
record SocketOutlet(Socket socket, boolean headersOnly) implements Outlet {

    @Override
    public OutputStream begin(int status, Map<String, String> headers, long length) throws IOException {
        var head = new StringBuilder("HTTP/1.1 ").append(status).append(" -\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (length != UNKNOWN) {
            head.append("Content-Length: ").append(Math.max(0, length)).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        var out = socket.getOutputStream();
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return out;
    }
}
