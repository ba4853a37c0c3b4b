package dev.assay.replica;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TransportTest {

    private static final String IMAGES = "/api/v1/images?limit=1";

    private Replica replica;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(IncidentWorld.world());
        caller = new Caller(replica);
    }

    @AfterEach
    void stop() {
        caller.close();
        replica.close();
    }

    @Test
    void answersWithSomethingElseOnDemand() throws Exception {
        assertThat(statusUnder(Fault.HTML_200)).isEqualTo(200);
        assertThat(statusUnder(Fault.LOGIN_PAGE)).isEqualTo(200);
        assertThat(statusUnder(Fault.CHALLENGE_403)).isEqualTo(403);
        assertThat(statusUnder(Fault.NEXT_404)).isEqualTo(404);
        assertThat(statusUnder(Fault.PAGING_429)).isEqualTo(429);
        assertThat(statusUnder(Fault.CLOUDFLARE_429)).isEqualTo(429);
        assertThat(statusUnder(Fault.ERROR_500)).isEqualTo(500);
        assertThat(statusUnder(Fault.GATEWAY_52X)).isEqualTo(524);
        assertThat(statusUnder(Fault.REGION_451)).isEqualTo(451);
        assertThat(statusUnder(Fault.ZOD_400)).isEqualTo(400);
        assertThat(statusUnder(Fault.ZOD_400_OLD)).isEqualTo(400);
    }

    @Test
    void isBusyAsOftenAsItIsTold() throws Exception {
        replica.faults().on(FaultOrder.parse("busy-503=1*2@/api/v1/images").orElseThrow());
        assertThat(caller.get("/api/v1/model-versions/290640").statusCode()).isEqualTo(200);
        assertThat(caller.get(IMAGES).headers().firstValue("Retry-After")).contains("1");
        assertThat(caller.get(IMAGES).statusCode()).isEqualTo(503);
        assertThat(caller.get(IMAGES).statusCode()).isEqualTo(200);
        replica.faults().on(Fault.RETRY_AFTER_LONG);
        assertThat(caller.get(IMAGES).headers().firstValue("Retry-After")).contains("3600");
    }

    @Test
    void breaksTheConnectionOnDemand() {
        for (var fault : new Fault[] {Fault.TRUNCATED_BODY, Fault.CONNECTION_RESET}) {
            replica.faults().clear().on(fault);
            assertThatThrownBy(() -> caller.get(IMAGES)).as(fault.text()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void cutsJsonThatLooksWholeOnDemand() throws Exception {
        replica.faults().on(Fault.WRONG_CONTENT_LENGTH);
        var body = caller.get(IMAGES).body();
        assertThat(body).startsWith("{\"items\":[{\"id\":");
        assertThatThrownBy(() -> Json.parse(body)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void neverAnswersOnDemand() throws Exception {
        replica.faults().on(Fault.STALLED_HEADERS);
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(replica.site().resolve(IMAGES))
                    .header("User-Agent", "ReplicaTest/1")
                    .timeout(Duration.ofMillis(300))
                    .build();
            assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
                    .isInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void stopsHalfWayOnDemand() throws Exception {
        replica.faults().on(Fault.STALLED_BODY);
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(replica.site().resolve(IMAGES))
                    .header("User-Agent", "ReplicaTest/1")
                    .build();
            var answer = client.send(request, BodyHandlers.ofInputStream());
            long declared = answer.headers().firstValueAsLong("Content-Length").orElseThrow();
            try (var in = answer.body()) {
                assertThat(in.readNBytes((int) declared / 2)).hasSize((int) declared / 2);
                assertThat(in.available()).isZero();
            }
            client.shutdownNow();
        }
    }

    @Test
    void sendsTooMuchOnDemand() throws Exception {
        replica.faults().on(FaultOrder.of(Fault.HUGE_BODY).value(1 << 20));
        assertThat(caller.get(IMAGES).body().length()).isGreaterThan(1 << 20);
        replica.faults().clear().on(Fault.DEEP_JSON);
        var body = caller.get(IMAGES).body();
        assertThatThrownBy(() -> Json.parse(body)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void packsAndDripsOnDemand() throws Exception {
        var plain = caller.get("/api/v1/me").body();
        replica.faults().on(Fault.GZIP_BODY);
        var packed = caller.bytes(replica.site().resolve("/api/v1/me"));
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
        }
        replica.faults().clear().on(FaultOrder.of(Fault.SLOW_DRIP).value(1));
        assertThat(caller.get("/api/v1/me").body()).isEqualTo(plain);
    }

    @Test
    void givesFilesAndPages() throws Exception {
        var url = caller.json("/api/v1/images?imageId=96712457&browsingLevel=31")
                .at("items")
                .at(0)
                .at("url")
                .text()
                .orElseThrow();
        var path = url.replace("https://image.civitai.com", "");
        var file = caller.bytes(replica.site().resolve(path));
        assertThat(file.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(file.body()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(new String(file.body(), StandardCharsets.ISO_8859_1)).contains("Seed: 1716271426");
        replica.faults().on(Fault.MEDIA_STRIPPED);
        assertThat(caller.bytes(replica.site().resolve(path)).body()).isNotEqualTo(file.body());
        replica.faults().clear().on(Fault.MEDIA_FOREIGN);
        var foreign = caller.bytes(replica.site().resolve(path)).body();
        assertThat(new String(foreign, StandardCharsets.ISO_8859_1)).contains("Seed: 1938345220");
        replica.faults().clear().on(Fault.MEDIA_404);
        assertThat(caller.get(path).statusCode()).isEqualTo(404);
        var page = caller.get("/images/96712457").body();
        assertThat(page.indexOf("\"id\":9173928")).isPositive().isLessThan(page.indexOf("\"id\":96712457"));
    }

    @Test
    void knowsItsKeys() throws Exception {
        assertThat(caller.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(caller.get("/api/v1/me", "Authorization", "Bearer wrong").statusCode())
                .isEqualTo(401);
        var me = caller.json("/api/v1/me", "Authorization", "Bearer " + IncidentWorld.KEY);
        assertThat(me.at("id").integer()).isPresent();
        assertThat(me.at("username").text()).isPresent();
        assertThat(caller.get("/api/v1/me?token=" + IncidentWorld.KEY, "Authorization", "Bearer wrong")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void namesEveryFault() {
        for (var fault : Fault.values()) {
            assertThat(Fault.named(fault.text())).isEqualTo(Optional.of(fault));
        }
        assertThat(FaultOrder.parse("no-such-fault")).isEmpty();
        assertThat(FaultOrder.parse("busy-503*x")).isEmpty();
    }

    private int statusUnder(Fault fault) throws Exception {
        replica.faults().clear().on(fault);
        return caller.get(IMAGES).statusCode();
    }
}
