package dev.assay.civitai.ask;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.civitai.Secret;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The small words of the protocol: errors, waits, names, secrets. */
class WordsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"error":"User not found","code":"NOT_FOUND"} | User not found
            {"error":"Unauthorized","message":"Log in first"} | Unauthorized: Log in first
            {"message":"plain"} | plain
            {"error":{"name":"ZodError","message":"[{\\"path\\":[\\"limit\\"],\\"message\\":\\"too big\\"}]"}} | limit: too big
            {"error":{"issues":[{"path":["a",0],"message":"bad"}],"name":"ZodError"}} | a.0: bad
            {"error":[{"path":[],"message":"bad"}]} | bad
            {"error":{"json":{"message":"No image with id 1","code":-32004}}} | No image with id 1
            [{"error":{"json":{"message":"in a batch"}}}] | in a batch
            {"error":"[not json"} | [not json
            """)
    void findsTheMessageInEveryShapeOfError(String body, String text) throws MalformedJsonException {
        assertThat(ErrorText.of(Json.parse(body))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{\"error\":null}", "{\"error\":{\"issues\":7}}", "\"text\""})
    void saysNothingWhereAnErrorSaysNothing(String body) throws MalformedJsonException {
        assertThat(ErrorText.of(Json.parse(body))).isEmpty();
    }

    @Test
    void cutsALongMessage() {
        var body = Json.object().put("error", "x".repeat(10_000)).build();
        assertThat(ErrorText.of(body)).hasSize(501);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | PT2S
            0 | PT0S
            99999999999999999999 | PT720H
            Mon, 23 Nov 2026 12:00:30 GMT | PT30S
            Mon, 23 Nov 2020 12:00:30 GMT | PT0S
            """)
    void readsHowLongToWait(String header, Duration wait) {
        assertThat(after(header)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "２"})
    void ignoresAWaitThatCannotBeRead(String header) {
        assertThat(after(header)).isEmpty();
    }

    private static Optional<Duration> after(String header) {
        return RetryAfter.of(HttpHeaders.of(Map.of("Retry-After", List.of(header)), (_, _) -> true), NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mozilla/5.0", "Assay/1 (knowledge)", "", "Assay\n/1", "Operation"})
    void refusesANameThatTheSiteTakesForABrowser(String name) {
        assertThatThrownBy(() -> new UserAgent(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://h/x?token=abc&limit=1 | https://h/x?token=-&limit=1
            https://h/x?a=1&X-Amz-Signature=0f&b=2 | https://h/x?a=1&X-Amz-Signature=-&b=2
            Authorization: Bearer abcdefghijkl | Authorization: Bearer -
            a sekrit-key in the middle | a - in the middle
            a prompt: token=free, key=value | a prompt: token=free, key=value
            """)
    void blanksSecretsAndNothingElse(String text, String blanked) {
        assertThat(new Scrub(Secret.of("sekrit-key")).text(text)).isEqualTo(blanked);
    }
}
