package dev.assay.core.workflow.rename;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NameChangerTest {

    private static final List<NameChange> CHANGES =
            List.of(new NameChange(Set.of("LoraLoader"), "xl\\a.safetensors", "xl/a.safetensors"));

    @Test
    void changesTheNameAndNoOtherCharacter() {
        var before = "\ufeff{ \"nodes\" :[\r\n"
                + "\t{\"widgets_values\":[ \"xl\\\\a.safetensors\""
                + " ,1.0e0],\"type\":\"LoraLoader\",\"properties\":{\"models\":[{\"name\":\"xl\\\\a.safetensors\"}]},\"odd\":NaN},{\"type\":\"Note\",\"widgets_values\":[\"xl\\\\a.safetensors\"],\"title\":\"xl\\\\a.safetensors\"}\n"
                + "]}";
        var after = NameChanger.change(before, CHANGES);
        assertThat(after)
                .isEqualTo(before.replaceFirst("xl.{4}a(?=.safetensors\" ,)", "xl/a")
                        .replaceFirst("(\"name\":\")xl\\\\\\\\a", "$1xl/a")
                        .replaceFirst("(\\[ \")xl\\\\\\\\a", "$1xl/a"));
        assertThat(after)
                .contains("[ \"xl/a.safetensors\" ,1.0e0]", "{\"name\":\"xl/a.safetensors\"}")
                .contains("\"widgets_values\":[\"xl\\\\a.safetensors\"],\"title\":\"xl\\\\a.safetensors\"");
    }

    @Test
    void changesTheApiFormatAndWhatAPackKeepsInObjects() {
        assertThat(NameChanger.change(
                        "{\"1\":{\"inputs\":{\"lora_1\":{\"on\":true,\"lora\":\"xl\\\\a.safetensors\"}},"
                                + "\"class_type\":\"LoraLoader\"}}",
                        CHANGES))
                .contains("\"lora\":\"xl/a.safetensors\"");
    }

    @Test
    void leavesOtherNodesAndOtherNamesAlone() {
        var other = "{\"nodes\":[{\"type\":\"VAELoader\",\"widgets_values\":[\"xl\\\\a.safetensors\"]},"
                + "{\"type\":\"LoraLoader\",\"widgets_values\":[\"xl\\\\a.safetensors2\"]}]}";
        assertThat(NameChanger.change(other, CHANGES)).isEqualTo(other);
    }

    @Test
    void changesWhatAPrimitiveOrASubgraphKeepsForALoader() {
        assertThat(NameChanger.change(
                        "{\"nodes\":[{\"type\":\"PrimitiveNode\",\"widgets_values\":[\"xl\\\\a.safetensors\",\"fixed\"]}]}",
                        CHANGES))
                .contains("[\"xl/a.safetensors\",\"fixed\"]");
    }
}
