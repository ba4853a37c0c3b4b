package dev.assay.civitai.ask;

import java.net.URI;
import java.time.Instant;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrpcTest {

    @Test
    void sendsTheIdAsANumberInItsEnvelope() {
        assertThat(Trpc.ask("image.get", 96712457).pathAndQuery())
                .isEqualTo("/api/trpc/image.get?input=%7B%22json%22%3A%7B%22id%22%3A96712457%7D%7D");
    }

    @Test
    void takesThePayloadOutOfEitherEncoding() throws Exception {
        var plain = read(200, "{\"result\":{\"data\":{\"json\":{\"id\":1}}}}");
        var flat = read(200, "{\"result\":{\"data\":\"[{\\\"id\\\":1},1]\"}}");
        assertThat(plain).isEqualTo(flat);
        assertThat(((Trpc.Reply.Payload) plain).json().at("id").integer()).contains(1L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | NOT_FOUND | No image with id 1 | NotFound
            404 | NOT_FOUND | No procedure found on path "image.get" | Changed
            401 | UNAUTHORIZED | Please use the public API instead | Denied
            403 | FORBIDDEN | no scope | Denied
            500 | INTERNAL_SERVER_ERROR | column undefined | Failed
            400 | BAD_REQUEST | bad | Failed
            """)
    void tellsErrorsApartByTheirCode(int status, String code, String message, String kind) throws Exception {
        var data = Json.object().put("code", code).build();
        var inner = Json.object().put("message", message).put("data", data).build();
        var body = Json.object()
                .put("error", Json.object().put("json", inner).build())
                .build();
        var reply = read(status, body.write());
        assertThat(reply.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(reply.toString()).contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"result\":{\"data\":7}}", "{\"result\":{\"data\":\"[[0\"}}", "[]"})
    void saysThatTheInterfaceChangedWhereNothingFits(String body) throws Exception {
        assertThat(read(200, body)).isInstanceOf(Trpc.Reply.Changed.class);
    }

    @Test
    void decodesEveryKindOfValue() throws Exception {
        var text =
                "[{\"a\":1,\"b\":2,\"c\":-1,\"d\":5,\"e\":-3,\"f\":6,\"g\":8},[3,3],[\"Date\",\"2026-01-01\"],\"x\",0,"
                        + "[\"Set\",3],[\"Map\",3,7],1.50,[\"BigInt\",\"18446744073709551615\"]]";
        assertThat(Devalue.decode(text).write())
                .isEqualTo("{\"a\":[\"x\",\"x\"],\"b\":\"2026-01-01\",\"d\":[\"x\"],\"e\":null,\"f\":{\"x\":1.50},"
                        + "\"g\":\"18446744073709551615\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[[0]]", "[{\"a\":0}]", "[{\"a\":99}]", "[[1],[\"Weird\",0]]", "[]", "{}", "[[1.5]]", "-77"})
    void refusesWhatHasNoEndOrNoMeaning(String text) {
        assertThatThrownBy(() -> Devalue.decode(text)).isInstanceOf(Devalue.UnreadableException.class);
    }

    @Test
    void countsWhatIsNamedManyTimesAsIfWrittenOut() {
        var text = new StringBuilder("[");
        for (int i = 1; i <= 40; i++) {
            text.append("[%d,%d],".formatted(i, i));
        }
        var bomb = text.append("1]").toString();
        assertThatThrownBy(() -> Devalue.decode(bomb)).isInstanceOf(Devalue.UnreadableException.class);
    }

    private static Trpc.Reply read(int status, String body) throws MalformedJsonException {
        var received = new Answer.Received(URI.create("https://civitai.com/x"), "", Instant.EPOCH, false);
        return Trpc.read(new Answer.Told(status, Json.parse(body), received));
    }
}
