package dev.assay.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WireTest {

    private static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(300));

    private final Wire wire = new Wire(Proxies.none(), SHORT);

    @AfterEach
    void close() {
        wire.close();
    }

    private static String text(Response response) throws IOException {
        try (var body = response.body();
                var in = Channels.newInputStream(body)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private String fetch(Host host) throws IOException {
        return text(wire.get(Request.get(host.address("/file?a=b"))));
    }

    @Test
    void sendsWhatItIsGivenAndNothingElse() throws IOException {
        try (var host = Host.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
            var request = Request.get(host.address("/a%20b?c=d"))
                    .with("User-Agent", "me")
                    .with("Range", "bytes=1-");
            assertThat(text(wire.get(request))).isEqualTo("hello");
            assertThat(host.heads())
                    .containsExactly(Host.head(
                            "GET /a%20b?c=d HTTP/1.1",
                            "Host: 127.0.0.1:" + host.port(), "User-Agent: me", "Range: bytes=1-"));
        }
    }

    @Test
    void sendsAQuestionThatIsTooLongForAnAddress() throws IOException {
        try (var host = new Host((in, out) -> {
            var body = new String(in.readNBytes(Integer.parseInt(lengthIn(Host.read(in)))), StandardCharsets.UTF_8);
            var answer = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
            out.write(answer.getBytes(StandardCharsets.UTF_8));
        })) {
            var request = Request.get(host.address("/ask?a=b")).with("User-Agent", "me");
            assertThat(text(wire.post(request, "[\"x\"]", Duration.ofSeconds(5))))
                    .isEqualTo("[\"x\"]");
        }
    }

    private static String lengthIn(String head) {
        assertThat(head).startsWith("POST /ask?a=b HTTP/1.1\r\n").contains("Content-Type: application/json\r\n");
        return head.replaceAll("(?s).*Content-Length: (\\d+)\r\n.*", "$1");
    }

    @Test
    void asksOnceMoreWhereTheKeptConnectionWasClosed() throws IOException {
        try (var host = Host.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
            assertThat(fetch(host)).isEqualTo("hello");
            assertThat(text(wire.post(Request.get(host.address("/")), "[]", Duration.ofSeconds(5))))
                    .isEqualTo("hello");
            assertThat(host.connections()).isEqualTo(2);
        }
    }

    @Test
    void sendsNoQuestionWithoutBounds() {
        var request = Request.get(URI.create("http://127.0.0.1/"));
        assertThatThrownBy(() -> wire.post(request, " ".repeat((1 << 20) + 1), Duration.ofSeconds(5)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void followsNothing() throws IOException {
        try (var host =
                Host.answering("HTTP/1.1 307 T\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")) {
            var response = wire.get(Request.get(host.address("/")));
            assertThat(response.status()).isEqualTo(307);
            assertThat(response.headers().firstValue("location")).hasValue("http://127.0.0.1:1/");
            assertThat(text(response)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200\r\ncontent-length:5\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nA: b\r\n\r\n",
                "HTTP/1.0 200 OK\r\n\r\nhello",
                "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            })
    void readsABodyHoweverItsEndIsTold(String answer) throws IOException {
        try (var host = Host.answering(answer)) {
            assertThat(fetch(host)).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nhello",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nA: b\r\n folded\r\n\r\nhello",
            })
    void endsWithAnErrorWhereTheAnswerIsBrokenOrContradictsItself(String answer) throws IOException {
        try (var host = Host.answering(answer)) {
            assertThatThrownBy(() -> fetch(host)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void readsNoEndlessHead() throws IOException {
        try (var host = new Host((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("X-More: and more\r\n".repeat(100).getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            assertThatThrownBy(() -> fetch(host)).hasMessageContaining("too long");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe",
                "HTTP/1.1 200 OK\r\n\r\nhe",
            })
    void doesNotWaitForEverForWhatDoesNotCome(String beginning) throws Exception {
        var end = new CountDownLatch(1);
        try (var host = new Host((_, out) -> {
            out.write(beginning.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            end.await(20, TimeUnit.SECONDS);
        })) {
            assertThatThrownBy(() -> fetch(host)).hasMessageContaining("nothing came");
        } finally {
            end.countDown();
        }
    }

    @Test
    void endsWhatTakesTooLongInAllThoughSomethingComesNowAndThen() throws Exception {
        try (var host = new Host((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(20);
            }
        })) {
            assertThatThrownBy(() -> text(wire.get(Request.get(host.address("/")), Duration.ofMillis(200))))
                    .hasMessageContaining("longer");
        }
    }

    @Test
    void doesNotCountTheTimeInWhichNobodyReads() throws Exception {
        try (var host = Host.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
            var response = wire.get(Request.get(host.address("/")));
            Thread.sleep(SHORT.silence().multipliedBy(3));
            assertThat(text(response)).isEqualTo("hello");
        }
    }

    @Test
    void usesAConnectionAgainOnceItsAnswerWasRead() throws IOException {
        var answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
        try (var host = Host.answering(answer, answer)) {
            assertThat(fetch(host)).isEqualTo("hello");
            assertThat(fetch(host)).isEqualTo("hello");
            assertThat(host.connections()).isEqualTo(1);
        }
    }

    @Test
    void makesAnotherConnectionWhereTheKeptOneWasClosed() throws IOException {
        try (var host = Host.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
            assertThat(fetch(host)).isEqualTo("hello");
            assertThat(fetch(host)).isEqualTo("hello");
            assertThat(host.connections()).isEqualTo(2);
        }
    }

    @Test
    void keepsNoConnectionWhoseAnswerWasNotReadToItsEnd() throws IOException {
        var answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
        try (var host = Host.answering(answer, answer)) {
            var response = wire.get(Request.get(host.address("/")));
            response.body().read(ByteBuffer.allocate(2));
            response.body().close();
            assertThat(fetch(host)).isEqualTo("hello");
            assertThat(host.connections()).isEqualTo(2);
        }
    }

    @Test
    void letsAnotherThreadEndAReadThatWaits() throws Exception {
        var end = new CountDownLatch(1);
        try (var patient = new Wire(Proxies.none(), Timeouts.USUAL);
                var host = new Host((_, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    end.await(20, TimeUnit.SECONDS);
                })) {
            var body = patient.get(Request.get(host.address("/"))).body();
            Thread.ofVirtual().start(body::close);
            assertThatThrownBy(() -> body.read(ByteBuffer.allocate(10))).isInstanceOf(IOException.class);
        } finally {
            end.countDown();
        }
    }

    @Test
    void reachesAHostByItsIpv6Address() throws IOException {
        try (var host = new Host(
                new ServerSocket(),
                InetAddress.ofLiteral("::1"),
                (_, out) -> out.write("HTTP/1.1 200 OK\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII)))) {
            var address = URI.create("http://[::1]:" + host.port() + "/");
            assertThat(text(wire.get(Request.get(address)))).isEqualTo("hello");
        }
    }

    @Test
    void triesTheOtherAddressesOfAName() throws IOException {
        try (var host = new Host(
                new ServerSocket(),
                InetAddress.ofLiteral("::1"),
                (_, out) -> out.write("HTTP/1.1 200 OK\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII)))) {
            var both = new InetAddress[] {InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1")};
            var surroundings =
                    new Connector.Surroundings(() -> (SSLSocketFactory) SSLSocketFactory.getDefault(), _ -> both);
            try (var asking = new Wire(Proxies.none(), SHORT, surroundings)) {
                var address = URI.create("http://two.example:" + host.port() + "/");
                assertThat(text(asking.get(Request.get(address)))).isEqualTo("hello");
            }
        }
    }

    @Test
    void saysThatThereIsNoConnection() throws IOException {
        int port;
        try (var gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }
        assertThatThrownBy(() -> wire.get(Request.get(URI.create("http://127.0.0.1:" + port + "/"))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> wire.get(Request.get(URI.create("http://host.invalid/"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("host.invalid");
    }

    @Test
    void sendsNoHeaderThatWouldBecomeTwo() {
        var request = Request.get(URI.create("http://127.0.0.1/"));
        for (var value : List.of("a\r\nX: y", "a\nb", "\u0000", "ü")) {
            assertThatThrownBy(() -> request.with("X", value)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> request.with("X: y\r\nZ", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsNoSecretOfARequest() {
        var request = Request.get(URI.create("https://host/path?signature=abc")).with("Authorization", "Bearer key");
        assertThat(request.toString()).isEqualTo("https://host/path");
    }
}
