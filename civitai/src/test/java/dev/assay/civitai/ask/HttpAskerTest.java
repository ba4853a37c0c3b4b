package dev.assay.civitai.ask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import dev.assay.civitai.Rig;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class HttpAskerTest {

    private static final Optional<String> KEY = Optional.of(IncidentWorld.KEY);
    private static final Question QUESTION =
            Question.of("/api/v1/images").with("imageId", IncidentWorld.IMAGE).with("browsingLevel", 31);

    @TempDir
    private Path home;

    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new Rig(IncidentWorld.world(), home);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "BUSY_503",
                "GATEWAY_52X",
                "CLOUDFLARE_429",
                "ERROR_500",
                "TRUNCATED_BODY",
                "WRONG_CONTENT_LENGTH",
                "STALLED_BODY",
                "STALLED_HEADERS"
            })
    void triesAgainWhereATroubleMayPass(Fault fault) {
        rig.replica.faults().on(fault, 1);
        assertThat(told(QUESTION).ok()).isTrue();
        assertThat(rig.time.slept()).isPositive();
    }

    @Test
    void triesAgainWhereAPodIsBusy() {
        rig.replica.faults().on(Fault.TRPC_BUSY_429, 2);
        assertThat(told(Trpc.ask("image.get", IncidentWorld.IMAGE)).ok()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY_503,BUSY,5",
        "GATEWAY_52X,BUSY,5",
        "CLOUDFLARE_429,BUSY,5",
        "ERROR_500,BUSY,2",
        "CONNECTION_RESET,UNREACHABLE,5",
        "TRUNCATED_BODY,UNREACHABLE,5",
        "HTML_200,NOT_AN_ANSWER,1",
        "CHALLENGE_403,NOT_AN_ANSWER,1",
        "LOGIN_PAGE,NOT_AN_ANSWER,1",
        "NEXT_404,NOT_AN_ANSWER,1",
        "DEEP_JSON,NOT_AN_ANSWER,1",
        "HUGE_BODY,NOT_AN_ANSWER,1",
        "REGION_451,REGION_BLOCKED,1"
    })
    void givesUpInTime(Fault fault, Answer.Kind kind, int requests) {
        rig.replica.faults().on(fault);
        assertThat(silent(QUESTION).kind()).isEqualTo(kind);
        // The client may repeat a request by itself where the connection breaks before any answer.
        assertThat(rig.log).hasSize(requests);
        assertThat(rig.time.slept()).isLessThan(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({
        "PAGING_429,429,/api/v1/images",
        "QUOTA_429,429,/api/download/models/1",
        "ZOD_400,400,/api/v1/images",
        "ZOD_400_OLD,400,/api/v1/images"
    })
    void takesALastingErrorForAnAnswer(Fault fault, int status, String path) {
        rig.replica.faults().on(fault);
        var told = told(Question.of(path));
        assertThat(told.status()).isEqualTo(status);
        assertThat(ErrorText.of(told.body())).isNotEmpty().doesNotContain("{");
        assertThat(rig.replica.requests()).hasSize(1);
    }

    @Test
    void reportsALongWaitInsteadOfWaitingAndAsksNothingMeanwhile() {
        rig.replica.faults().on(Fault.RETRY_AFTER_LONG, 1);
        var asker = rig.asker(KEY);
        assertThat(asker.ask(QUESTION))
                .isInstanceOfSatisfying(
                        Answer.Silent.class, it -> assertThat(it.message()).contains("3600 s"));
        assertThat(asker.ask(Question.of("/api/v1/me"))).isInstanceOf(Answer.Silent.class);
        assertThat(rig.replica.requests()).hasSize(1);
        assertThat(rig.time.slept()).isZero();
    }

    @Test
    void waitsAsLongAsTheSiteAsks() {
        rig.replica.faults().on(FaultOrder.of(Fault.BUSY_503).value(17).times(1));
        assertThat(told(QUESTION).ok()).isTrue();
        assertThat(rig.time.slept()).isGreaterThanOrEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void unpacksACompressedAnswer() {
        rig.replica.faults().on(Fault.GZIP_BODY);
        assertThat(told(QUESTION).body().at("items").at(0).at("id").integer()).contains(IncidentWorld.IMAGE);
    }

    @Test
    void asksTheSameQuestionOnce() {
        var asker = rig.asker(KEY);
        assertThat(asker.ask(QUESTION)).isSameAs(asker.ask(QUESTION));
        assertThat(rig.replica.requests()).hasSize(1);
    }

    @Test
    void spreadsManyQuestionsOverTime() {
        var asker = rig.asker(KEY);
        for (int i = 0; i < 9; i++) {
            asker.ask(QUESTION.with("limit", 10 + i));
        }
        assertThat(rig.time.slept()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void namesItselfAndSendsTheKeyInItsHeaderOnly() {
        rig.asker(KEY).ask(QUESTION);
        var request = rig.replica.requests().getFirst();
        assertThat(request.header("User-Agent")).contains("Assay/1.0 (+https://example.org/assay)");
        assertThat(request.header("Authorization")).contains("Bearer " + IncidentWorld.KEY);
        assertThat(request.header("Accept")).contains("application/json");
        assertThat(request.target()).doesNotContain(IncidentWorld.KEY);
    }

    @Test
    void logsIdsAndAddressButNoSecret() {
        rig.asker(KEY).ask(QUESTION.with("token", IncidentWorld.KEY));
        var line = rig.log.getFirst();
        assertThat(line.asked()).hasValue(IncidentWorld.IMAGE);
        assertThat(line.received()).hasValue(IncidentWorld.IMAGE);
        assertThat(line.status()).isEqualTo(200);
        assertThat(rig.log.toString()).contains("imageId=").doesNotContain(IncidentWorld.KEY);
    }

    @Test
    void keepsNoSecretOnDisk() throws IOException {
        // The site echoes its query, token included, in nextPage (quirk 54).
        var answer = told(Question.of("/api/v1/images")
                .with("browsingLevel", 31)
                .with("limit", 1)
                .with("token", IncidentWorld.KEY));
        assertThat(answer.toString()).doesNotContain(IncidentWorld.KEY);
        try (var files = Files.walk(home)) {
            var texts =
                    files.filter(Files::isRegularFile).map(HttpAskerTest::read).toList();
            assertThat(texts).hasSize(2).noneMatch(text -> text.contains(IncidentWorld.KEY));
            assertThat(texts).anyMatch(text -> text.contains("nextPage"));
        }
    }

    private static String read(Path file) {
        try {
            return file + Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Answer.Told told(Question question) {
        return (Answer.Told) rig.asker(KEY).ask(question);
    }

    private Answer.Silent silent(Question question) {
        return (Answer.Silent) rig.asker(KEY).ask(question);
    }
}
