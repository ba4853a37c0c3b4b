package dev.assay.replica;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.SiteHashes;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.storage.Leak;
import dev.assay.replica.wire.RecordedRequest.Host;
import dev.assay.replica.world.Access;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DownloadTest {

    private static final String FILE = "/api/download/models/290640?fileId=228616";

    private Replica replica;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        var model = Model.of(4, "Many doors", "LORA");
        for (var access : Access.values()) {
            long id = versionOf(access);
            model.version(Version.of(id, access.name(), "Pony")
                    .access(access)
                    .file(ModelFile.of(id, "a.safetensors", Bytes.utf8("content"))
                            .primary()));
        }
        replica = Replica.start(IncidentWorld.builder().model(model.build()).build());
        caller = new Caller(replica);
    }

    @AfterEach
    void stop() {
        caller.close();
        replica.close();
    }

    @Test
    void givesTheVeryBytesItDescribed() throws Exception {
        var file = caller.json("/api/v1/model-versions/290640").at("files").at(0);
        var answer = caller.bytes(caller.signed(FILE));
        assertThat(SiteHashes.of(Bytes.of(answer.body())).get("SHA256"))
                .isEqualTo(file.at("hashes").at("SHA256").text().orElseThrow());
        assertThat(file.at("sizeKB").decimal().orElseThrow().doubleValue() * 1024)
                .isEqualTo(answer.body().length);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("ponyDiffusion");
        assertThat(caller.get(FILE).statusCode()).isEqualTo(307);
    }

    @Test
    void resumesByRange() throws Exception {
        var signed = caller.signed(FILE);
        var whole = caller.bytes(signed);
        var etag = whole.headers().firstValue("ETag").orElseThrow();
        var tail = caller.bytes(signed, "Range", "bytes=1000-", "If-Range", etag);
        assertThat(tail.statusCode()).isEqualTo(206);
        int size = whole.body().length;
        assertThat(tail.headers().firstValue("Content-Range")).contains("bytes 1000-" + (size - 1) + "/" + size);
        assertThat(tail.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 1000, size));
        assertThat(caller.bytes(signed, "Range", "bytes=1000-", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(caller.bytes(signed, "Range", "bytes=99999999-").statusCode())
                .isEqualTo(416);
        assertThat(caller.bytes(signed, "Range", "bytes=0-0").body()).hasSize(1);
    }

    @Test
    void refusesByAccess() throws Exception {
        var key = "Bearer " + IncidentWorld.KEY;
        assertThat(statusOf(Access.PUBLIC)).isEqualTo(307);
        assertThat(statusOf(Access.SIGN_IN)).isEqualTo(401);
        assertThat(statusOf(Access.SIGN_IN, "Authorization", key)).isEqualTo(307);
        assertThat(statusOf(Access.EARLY_ACCESS, "Authorization", key)).isEqualTo(403);
        assertThat(statusOf(Access.DOWNLOADS_DISABLED, "Authorization", key)).isEqualTo(401);
        assertThat(statusOf(Access.ARCHIVED)).isEqualTo(410);
        assertThat(statusOf(Access.NOT_FOUND)).isEqualTo(404);
    }

    @Test
    void treatsBrowsersDifferently() throws Exception {
        assertThat(statusOf(Access.SIGN_IN, "User-Agent", "knowledge-tool/1")).isEqualTo(307);
        var answer = caller.get("/api/download/models/999", "User-Agent", "Mozilla/5.0");
        assertThat(answer.body()).isEqualTo("File not found");
        assertThat(caller.get("/api/v1/images", "User-Agent", "Java-http-client/25")
                        .statusCode())
                .isEqualTo(403);
        assertThat(caller.get("/api/v1/images", "User-Agent", "").statusCode()).isEqualTo(403);
    }

    @Test
    void refusesAndRecordsACredentialAtTheStorage() throws Exception {
        var signed = caller.signed(FILE);
        assertThat(replica.leaks()).isEmpty();
        assertThat(caller.bytes(signed, "Authorization", "Bearer x").statusCode())
                .isEqualTo(400);
        assertThat(caller.bytes(signed, "Cookie", "a=b").statusCode()).isEqualTo(400);
        assertThat(caller.bytes(URI.create(signed + "&token=x")).statusCode()).isEqualTo(400);
        assertThat(replica.leaks()).extracting(Leak::what).containsExactly("Authorization", "Cookie", "token");
    }

    @Test
    void refusesAUrlItDidNotSign() throws Exception {
        var signed = caller.signed(FILE).toString();
        assertThat(caller.bytes(URI.create(signed.replace("228616/", "228617/")))
                        .statusCode())
                .isEqualTo(403);
        replica.faults().on(Fault.SIGNATURE_EXPIRED_403, 1);
        assertThat(caller.bytes(URI.create(signed)).statusCode()).isEqualTo(403);
        assertThat(caller.bytes(URI.create(signed)).statusCode()).isEqualTo(200);
    }

    @Test
    void recordsWhatItWasAsked() throws Exception {
        caller.bytes(caller.signed(FILE));
        assertThat(replica.requests()).extracting(request -> request.host()).containsExactly(Host.SITE, Host.STORAGE);
        assertThat(replica.requests().getFirst().target()).isEqualTo(FILE);
        assertThat(replica.requests().getFirst().header("user-agent")).contains("ReplicaTest/1");
    }

    @Test
    void refusesTheFirstHopOnDemand() throws Exception {
        assertThat(hop(Fault.TRANSIENT_404).headers().firstValue("Cache-Control"))
                .contains("private, no-store");
        assertThat(hop(Fault.ARCHIVED_410).statusCode()).isEqualTo(410);
        assertThat(hop(Fault.EARLY_ACCESS_403).body()).contains("Early Access");
        assertThat(hop(Fault.SIGN_IN_401).body()).contains("logged in");
        assertThat(hop(Fault.DOWNLOADS_DISABLED_401).body()).contains("disabled downloads");
        assertThat(hop(Fault.QUOTA_429).statusCode()).isEqualTo(429);
        assertThat(location(Fault.LOGIN_REDIRECT)).startsWith("/login");
        assertThat(location(Fault.REDIRECT_LOOP)).isEqualTo(FILE);
        assertThat(location(Fault.REDIRECT_TO_HTTP_OTHER_HOST)).startsWith("http://storage.example/");
    }

    @Test
    void servesOtherBytesWithoutAFileIdOnDemand() throws Exception {
        var right = caller.bytes(caller.signed(FILE)).body();
        assertThat(caller.bytes(caller.signed("/api/download/models/290640")).body())
                .isEqualTo(right);
        replica.faults().on(Fault.NO_FILE_ID_OTHER_BYTES);
        assertThat(caller.bytes(caller.signed(FILE)).body()).isEqualTo(right);
        assertThat(caller.bytes(caller.signed("/api/download/models/290640")).body())
                .isNotEqualTo(right);
    }

    @Test
    void spoilsFilesOnDemand() throws Exception {
        var whole = caller.bytes(caller.signed(FILE)).body();
        assertThat(stored(Fault.TRUNCATED_FILE).body()).hasSize(whole.length / 2);
        assertThat(stored(Fault.CORRUPT_FILE).body()).hasSameSizeAs(whole).isNotEqualTo(whole);
        assertThat(text(stored(Fault.HTML_AS_FILE))).startsWith("<!doctype html>");
        assertThat(text(stored(Fault.JSON_AS_FILE))).startsWith("{\"error\"");
        assertThat(stored(Fault.STORAGE_503).statusCode()).isEqualTo(503);
        assertThatThrownBy(() -> stored(Fault.WRONG_LENGTH)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> stored(Fault.CUT_CONNECTION_AT)).isInstanceOf(IOException.class);
        assertThat(stored(Fault.ETAG_CHANGES).headers().firstValue("ETag"))
                .isNotEqualTo(stored(Fault.ETAG_CHANGES).headers().firstValue("ETag"));
    }

    @Test
    void misunderstandsRangesOnDemand() throws Exception {
        var signed = caller.signed(FILE);
        replica.faults().on(Fault.STORAGE_IGNORES_RANGE);
        assertThat(caller.bytes(signed, "Range", "bytes=1000-").statusCode()).isEqualTo(200);
        replica.faults().clear().on(Fault.STORAGE_LYING_CONTENT_RANGE);
        assertThat(caller.bytes(signed, "Range", "bytes=1000-1999")
                        .headers()
                        .firstValue("Content-Range")
                        .orElseThrow())
                .startsWith("bytes 0-999/");
    }

    @Test
    void cutsWhereItIsTold() throws Exception {
        replica.faults().on(FaultOrder.parse("cut-connection-at=5000*1").orElseThrow());
        var signed = caller.signed(FILE);
        assertThatThrownBy(() -> caller.bytes(signed)).isInstanceOf(IOException.class);
        assertThat(caller.bytes(signed).statusCode()).isEqualTo(200);
    }

    @Test
    void stopsAndSlowsDownOnDemand() throws Exception {
        var signed = caller.signed(FILE);
        replica.faults().on(FaultOrder.of(Fault.STALLED_FILE).value(3000));
        try (var in = caller.stream(signed)) {
            assertThat(in.readNBytes(3000)).hasSize(3000);
            assertThat(in.available()).isZero();
        }
        replica.faults().clear().on(FaultOrder.of(Fault.SLOW_FILE).value(0));
        assertThat(caller.bytes(signed).statusCode()).isEqualTo(200);
    }

    @Test
    void forgetsASignatureAfterADay() throws Exception {
        var now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        try (var dated = Replica.start(IncidentWorld.world(), 0, now::get);
                var visitor = new Caller(dated)) {
            var signed = visitor.signed(FILE);
            now.set(Instant.parse("2026-01-01T23:59:59Z"));
            assertThat(visitor.bytes(signed).statusCode()).isEqualTo(200);
            now.set(Instant.parse("2026-01-02T00:00:00Z"));
            assertThat(visitor.bytes(signed).statusCode()).isEqualTo(403);
        }
    }

    private HttpResponse<String> hop(Fault fault) throws Exception {
        replica.faults().clear().on(fault);
        return caller.get(FILE);
    }

    private String location(Fault fault) throws Exception {
        return hop(fault).headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<byte[]> stored(Fault fault) throws Exception {
        replica.faults().clear().on(fault);
        return caller.bytes(caller.signed(FILE));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }

    private static long versionOf(Access access) {
        return 40L + List.of(Access.values()).indexOf(access);
    }

    private int statusOf(Access access, String... headers) throws Exception {
        return caller.get("/api/download/models/" + versionOf(access), headers).statusCode();
    }
}
