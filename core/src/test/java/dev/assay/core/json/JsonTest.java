package dev.assay.core.json;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonTest {

    @Test
    void keepsEveryDigitOfANumber() throws Exception {
        var text = "{\"seed\":18446744073709551615,\"cfg\":7.50,\"tiny\":1E-5}";
        assertThat(Json.parse(text).write()).isEqualTo(text);
    }

    @Test
    void answersWithNothingWhereTheTypeIsAnother() throws Exception {
        var json = Json.parse("{\"a\":[1,\"2\",null],\"b\":{}}");
        assertThat(json.at("a").at(1).integer()).contains(2L);
        assertThat(json.at("b").integer()).isEmpty();
        assertThat(json.at("nowhere").at(5).at("x").text()).isEmpty();
    }

    @Test
    void tellsATruncatedAnswerFromAWrongOne() {
        assertThatThrownBy(() -> Json.parse("{\"items\":[{\"id\":1"))
                .isInstanceOfSatisfying(
                        MalformedJsonException.class,
                        e -> assertThat(e.cutShort()).isTrue());
        assertThatThrownBy(() -> Json.parse("<html>"))
                .isInstanceOfSatisfying(
                        MalformedJsonException.class,
                        e -> assertThat(e.cutShort()).isFalse());
    }

    @Test
    void refusesNestingThatWouldExhaustTheStack() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void doesNotExpandAHugeExponent() throws Exception {
        assertThat(Json.parse("1e999999999").decimal()).isEmpty();
        assertThat(Json.parse("\"1e999999999\"").integer()).isEmpty();
    }

    @Test
    void ignoresTheMarkThatSomeEditorsWriteFirst() throws Exception {
        assertThat(Json.parse("\ufeff{\"a\":1}").at("a").integer()).contains(1L);
    }

    @Test
    void escapesWhatIsNoText() {
        assertThat(Json.of("a\u001b[31m\u0085\ud83d").write()).isEqualTo("\"a\\u001b[31m\\u0085\\ud83d\"");
    }
}
