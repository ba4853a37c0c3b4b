package dev.assay.core.json;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** However many there are: a few are looked through, many are looked up. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 12, 13, 100})
    void keepsMembersInOrderAndTheLastOfTwoOfOneName(int count) throws Exception {
        var names = IntStream.range(0, count).mapToObj(i -> "name" + i).toList();
        var text = names.stream()
                .map(name -> "\"%s\":\"%s\"".formatted(name, name))
                .collect(Collectors.joining(","));

        var json = Json.parse("{" + text + ",\"name0\":\"again\"}");

        assertThat(json.members().keySet()).containsExactlyElementsOf(names);
        assertThat(json.members()).hasSize(count);
        assertThat(json.at("name0").text()).contains("again");
        assertThat(names.stream().skip(1))
                .allSatisfy(name -> assertThat(json.at(name).text()).contains(name));
        assertThat(json.has("nowhere")).isFalse();
        var same = Json.object();
        names.forEach(name -> same.put(name, json.at(name)));
        assertThat(json).isEqualTo(same.build()).hasSameHashCodeAs(same.build());
    }

    @Test
    void givesMembersAwayToNobodyWhoCouldChangeThem() {
        var members = new HashMap<String, Json>(Map.of("a", Json.of(1)));
        var json = new Json.Obj(members);
        members.put("b", Json.of(2));
        assertThat(json.members()).containsOnlyKeys("a");
        assertThatThrownBy(() -> json.members().put("b", Json.none()))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> json.members().values().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> json.members().keySet().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void escapesBetweenRunsOfPlainText() {
        assertThat(Json.of("\"a\"b\\c\n").write()).isEqualTo("\"\\\"a\\\"b\\\\c\\n\"");
    }
}
