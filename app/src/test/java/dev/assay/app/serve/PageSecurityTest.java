package dev.assay.app.serve;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody but the user's own page is heard. */
class PageSecurityTest {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        desk = Desk.in(folder, IncidentWorld.world());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void hearsWhoeverShowsTheSecret() throws IOException {
        assertThat(status("GET /api/jobs", host(), authorized())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:7787", "127.0.0.1", "localhost", "127.0.0.1.evil.example", ""})
    void refusesAnotherHost(String other) throws IOException {
        assertThat(status("GET /api/jobs", "Host: " + other, authorized())).isEqualTo(403);
        assertThat(status("GET /", "Host: " + other)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://civitai.com", "http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1"})
    void refusesAnotherOrigin(String other) throws IOException {
        assertThat(status("GET /api/jobs", host(), authorized(), "Origin: " + other))
                .isEqualTo(403);
        assertThat(status("GET /", host(), "Origin: " + other)).isEqualTo(403);
    }

    /** What is kept is forgotten for the user's own page only. */
    @Test
    void forgetsNothingForAnybodyElse() throws IOException {
        var job = desk.post(
                "/api/jobs",
                Json.object().put("kind", "show").put("reference", "96712457").build());
        desk.over(job.at("id").text().orElseThrow());
        assertThat(status("DELETE /api/answers", host())).isEqualTo(401);
        assertThat(status("DELETE /api/answers", host(), authorized(), "Origin: http://evil.example"))
                .isEqualTo(403);
        assertThat(status("DELETE /api/answers", "Host: evil.example", authorized()))
                .isEqualTo(403);
        assertThat(status("DELETE /api/answers", host(), authorized(), "Sec-Fetch-Site: cross-site"))
                .isEqualTo(403);
        assertThat(desk.get("/api/answers").at("answers").items()).isNotEmpty();
    }

    /** A lock that is pasted or dropped is a file like any other: bounded. */
    @Test
    void takesNoLockThatIsLargerThanAnyIs() {
        var large = HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(65, new byte[1 << 20]));
        var file = Desk.json(
                desk.send(desk.request("/api/files?name=large.lock.json").POST(large)));
        var job = desk.post(
                "/api/jobs",
                Json.object()
                        .put("kind", "sync")
                        .put("file", file.at("id").text().orElseThrow())
                        .build());
        assertThat(desk.over(job.at("id").text().orElseThrow()).at("exitCode").integer())
                .contains(2L);
    }

    @Test
    void refusesWhatTheBrowserSaysComesFromAnotherSite() throws IOException {
        assertThat(status("GET /api/jobs", host(), authorized(), "Sec-Fetch-Site: cross-site"))
                .isEqualTo(403);
    }

    @Test
    void hearsItsOwnOrigin() throws IOException {
        assertThat(status("GET /api/jobs", host(), authorized(), "Origin: http://127.0.0.1:" + port()))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/jobs",
                "/api/place",
                "/api/library",
                "/api/answers",
                "/api/answers/0000",
                "/api/files/0000/workflow",
                "/api/jobs/x/pictures/original",
                "/api/nothing"
            })
    void refusesWhoeverHasNoSecret(String path) throws IOException {
        assertThat(status("GET " + path, host())).isEqualTo(401);
        assertThat(status("GET " + path, host(), "Authorization: Bearer wrong")).isEqualTo(401);
        assertThat(status("GET " + path + "?secret=" + desk.secret(), host())).isEqualTo(401);
        assertThat(status("GET " + path, host(), "Cookie: secret=" + desk.secret()))
                .isEqualTo(401);
    }

    @Test
    void givesTheSecretForItsTicketOnce() {
        var ticket = Json.object()
                .put("ticket", desk.page().invitation().replaceFirst(".*ticket=", ""))
                .build();
        assertThat(desk.post(
                                "/api/session",
                                Json.object().put("ticket", "wrong").build())
                        .at("secret")
                        .isNull())
                .isTrue();
        assertThat(desk.post("/api/session", ticket).at("secret").text()).contains(desk.secret());
        assertThat(desk.post("/api/session", ticket).at("secret").isNull()).isTrue();
    }

    @Test
    void refusesABodyThatIsTooLargeBeforeReadingIt() throws IOException {
        assertThat(status(
                        "POST /api/jobs",
                        host(),
                        authorized(),
                        "Content-Type: application/json",
                        "Content-Length: 99999999"))
                .isEqualTo(413);
        assertThat(status("POST /api/files?name=x", host(), authorized(), "Content-Length: 999999999999"))
                .isEqualTo(413);
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() {
        var large = HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(20, new byte[1 << 20])));
        var answer = desk.send(desk.request("/api/jobs")
                .header("Content-Type", "application/json")
                .POST(large));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void takesNothingThatIsNotSaidToBeJson() {
        var order =
                Json.object().put("kind", "show").put("reference", "1").build().write();
        var answer = desk.send(desk.request("/api/jobs")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(order)));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(desk.get("/api/jobs").at("jobs").items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../Main.class",
                "/js/../../Main.class",
                "/%2e%2e/Main.class",
                "//etc/passwd",
                "/js/",
                "/js",
                "/package-info.class"
            })
    void givesNoFileButItsOwn(String path) throws IOException {
        assertThat(status("GET " + path, host())).isIn(400, 404);
    }

    @Test
    void forbidsTheBrowserWhatItDoesNotNeed() {
        var headers = desk.send(desk.request("/").GET()).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "trusted-types 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    void listensOnTheLoopbackOnly() throws IOException {
        for (var address : addresses()) {
            assertThat(connects(address)).as(address.toString()).isEqualTo(address.isLoopbackAddress());
        }
    }

    /** A page that is dropped as a picture must not run in the page's own name. */
    @Test
    void showsNoFileThatCouldRun() {
        for (var text :
                new String[] {"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "<html>x</html>"}) {
            var file = Desk.json(
                    desk.send(desk.request("/api/files?name=a.png").POST(HttpRequest.BodyPublishers.ofString(text))));
            var shown =
                    desk.send(desk.request("/api/files/" + file.at("id").text().orElseThrow())
                            .GET());
            assertThat(shown.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void keepsADroppedFileInItsOwnFolderWhateverItsName() throws IOException {
        desk.send(
                desk.request("/api/files?name=..%2F..%2F..%2Fevil.png").POST(HttpRequest.BodyPublishers.ofString("x")));
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().contains("evil"))
                            .map(file -> folder.relativize(file).toString()))
                    .allMatch(name -> name.startsWith("home/page/files/"));
        }
    }

    private static Stream<InetAddress> all() throws IOException {
        return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses);
    }

    private static List<InetAddress> addresses() throws IOException {
        return all().filter(address -> address instanceof Inet4Address).toList();
    }

    private boolean connects(InetAddress address) {
        try (var socket = new Socket(address, port())) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private int port() {
        return desk.page().port();
    }

    private String host() {
        return "Host: 127.0.0.1:" + port();
    }

    private String authorized() {
        return "Authorization: Bearer " + desk.secret();
    }

    /** Sends these very lines, which no client library would; returns the status. */
    private int status(String request, String... headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            var lines = request + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(lines.getBytes(StandardCharsets.ISO_8859_1));
            var head = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(head.substring(9));
        }
    }
}
