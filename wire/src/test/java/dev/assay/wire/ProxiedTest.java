package dev.assay.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProxiedTest {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final List<String> heard = new CopyOnWriteArrayList<>();

    private static Wire wire(String variable, String value) {
        var proxies = ((Proxies.Choice.Chosen) Proxies.of(Map.of(variable, value))).proxies();
        return new Wire(proxies, new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2)));
    }

    private static String fetch(Wire wire, String address) throws IOException {
        try (wire;
                var body = wire.get(Request.get(URI.create(address))).body();
                var in = Channels.newInputStream(body)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** Plays a SOCKS 5 proxy that connects whomever it is asked for to one host. */
    private Host socks(int port, boolean signIn) throws IOException {
        return new Host((in, out) -> {
            var data = new DataInputStream(in);
            data.readByte();
            var methods = data.readNBytes(data.readUnsignedByte());
            heard.add("methods " + methods.length);
            out.write(new byte[] {5, (byte) (signIn ? 2 : 0)});
            if (signIn) {
                data.readByte();
                heard.add("user " + text(data));
                heard.add("password " + text(data));
                out.write(new byte[] {1, 0});
            }
            data.readNBytes(3);
            heard.add(data.readUnsignedByte() == 3 ? "name " + text(data) : "address " + data.readNBytes(4).length);
            data.readUnsignedShort();
            out.write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 0});
            join(in, out, port);
        });
    }

    private static String text(DataInputStream data) throws IOException {
        return new String(data.readNBytes(data.readUnsignedByte()), StandardCharsets.UTF_8);
    }

    private static void join(InputStream in, OutputStream out, int port) throws Exception {
        try (var other = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var back = Thread.ofVirtual().start(() -> copy(other, out));
            in.transferTo(other.getOutputStream());
            back.join();
        }
    }

    private static void copy(Socket from, OutputStream to) {
        try {
            from.getInputStream().transferTo(to);
        } catch (IOException _) {
            // The connection is over.
        }
    }

    @Test
    void letsASocksProxyLookTheNameUp() throws IOException {
        try (var host = Host.answering(ANSWER);
                var proxy = socks(host.port(), false)) {
            assertThat(fetch(wire("ALL_PROXY", "socks5://127.0.0.1:" + proxy.port()), "http://far.example/file"))
                    .isEqualTo("hello");
            assertThat(heard).containsExactly("methods 1", "name far.example");
            assertThat(host.heads().getFirst()).startsWith("GET /file HTTP/1.1\r\nHost: far.example\r\n");
        }
    }

    @Test
    void signsInToASocksProxy() throws IOException {
        try (var host = Host.answering(ANSWER);
                var proxy = socks(host.port(), true)) {
            var wire = wire("ALL_PROXY", "socks5h://me:secret@127.0.0.1:" + proxy.port());
            assertThat(fetch(wire, "http://192.0.2.1/")).isEqualTo("hello");
            assertThat(heard).containsExactly("methods 2", "user me", "password secret", "address 4");
        }
    }

    @Test
    void saysThatASocksProxyRefuses() throws IOException {
        try (var proxy = new Host((in, out) -> {
            in.readNBytes(3);
            out.write(new byte[] {5, (byte) 0xff});
        })) {
            var wire = wire("ALL_PROXY", "socks5://127.0.0.1:" + proxy.port());
            assertThatThrownBy(() -> fetch(wire, "http://far.example/")).hasMessageContaining("proxy");
        }
    }

    @Test
    void tellsAnHttpProxyTheWholeAddress() throws IOException {
        try (var proxy = Host.answering(ANSWER)) {
            var wire = wire("HTTP_PROXY", "http://me:secret@127.0.0.1:" + proxy.port());
            assertThat(fetch(wire, "http://far.example:81/file?a=b")).isEqualTo("hello");
            assertThat(proxy.heads())
                    .containsExactly(Host.head(
                            "GET http://far.example:81/file?a=b HTTP/1.1",
                            "Host: far.example:81",
                            "Proxy-Authorization: Basic bWU6c2VjcmV0"));
        }
    }

    @Test
    void saysThatAnHttpProxyRefusesATunnel() throws IOException {
        try (var proxy = Host.answering("HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n")) {
            var wire = wire("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port());
            assertThatThrownBy(() -> fetch(wire, "https://far.example/")).hasMessageContaining("407");
        }
    }

    @Test
    void goesThroughATunnelEncryptedAndChecksTheHostsName(@TempDir Path folder) throws Exception {
        var certificate = Certificate.of("far.example", folder);
        try (var host = new Host(certificate.server(), InetAddress.getLoopbackAddress(), (in, out) -> {
                    in.readNBytes(4);
                    out.write(ANSWER.getBytes(StandardCharsets.US_ASCII));
                });
                var proxy = tunnel(host.port())) {
            var proxies = ((Proxies.Choice.Chosen)
                            Proxies.of(Map.of("HTTPS_PROXY", "http://me:secret@127.0.0.1:" + proxy.port())))
                    .proxies();
            var trusting = new Wire(proxies, Timeouts.USUAL, certificate.surroundings());
            assertThat(fetch(trusting, "https://far.example/")).isEqualTo("hello");
            assertThat(heard)
                    .containsExactly(Host.head(
                            "CONNECT far.example:443 HTTP/1.1",
                            "Host: far.example:443",
                            "Proxy-Authorization: Basic bWU6c2VjcmV0"));
            var another = new Wire(proxies, Timeouts.USUAL, certificate.surroundings());
            assertThatThrownBy(() -> fetch(another, "https://other.example/")).isInstanceOf(IOException.class);
            var untrusting = new Wire(proxies, Timeouts.USUAL);
            assertThatThrownBy(() -> fetch(untrusting, "https://far.example/")).isInstanceOf(IOException.class);
        }
    }

    private Host tunnel(int port) throws IOException {
        var holder = new Host[1];
        holder[0] = new Host((in, out) -> {
            heard.add(holder[0].readHead(in));
            out.write("HTTP/1.1 200 Fine\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            join(in, out, port);
        });
        return holder[0];
    }
}
