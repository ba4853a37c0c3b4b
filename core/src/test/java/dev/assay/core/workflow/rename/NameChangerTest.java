package dev.assay.core.workflow.rename;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NameChangerTest {

    private static final List<NameChange> CHANGES = List.of(
            new NameChange(Set.of("LoraLoader"), NameChange.Form.VALUE, "xl\\a.safetensors", "xl/a.safetensors"));

    @Test
    void changesTheNameAndNoOtherCharacter() {
        var before = "\ufeff{ \"nodes\" :[\r\n"
                + "\t{\"widgets_values\":[ \"xl\\\\a.safetensors\""
                + " ,1.0e0],\"type\":\"LoraLoader\",\"properties\":{\"models\":[{\"name\":\"xl\\\\a.safetensors\"}]},\"odd\":NaN},{\"type\":\"Note\",\"widgets_values\":[\"xl\\\\a.safetensors\"],\"title\":\"xl\\\\a.safetensors\"}\n"
                + "]}";
        var after = NameChanger.change(before, CHANGES).text();
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
                                CHANGES)
                        .text())
                .contains("\"lora\":\"xl/a.safetensors\"");
    }

    @Test
    void leavesOtherNodesAndOtherNamesAlone() {
        var other = "{\"nodes\":[{\"type\":\"VAELoader\",\"widgets_values\":[\"xl\\\\a.safetensors\"]},"
                + "{\"type\":\"LoraLoader\",\"widgets_values\":[\"xl\\\\a.safetensors2\"]}]}";
        assertThat(NameChanger.change(other, CHANGES).text()).isEqualTo(other);
    }

    @Test
    void changesWhatAPrimitiveOrASubgraphKeepsForALoader() {
        assertThat(NameChanger.change(
                                "{\"nodes\":[{\"type\":\"PrimitiveNode\",\"widgets_values\":[\"xl\\\\a.safetensors\",\"fixed\"]}]}",
                                CHANGES)
                        .text())
                .contains("[\"xl/a.safetensors\",\"fixed\"]");
    }

    private static NameChange tag(NameChange.Form form, String from, String to) {
        return new NameChange(Set.of("CLIPTextEncode"), form, from, to);
    }

    private static String encoding(String text) {
        return "{\"nodes\":[{\"type\":\"CLIPTextEncode\",\"widgets_values\":[\"" + text + "\"]}]}";
    }

    @Test
    void changesOnlyTheNameInATag() {
        var before = encoding("light, <lora:light:0.80:1>, <lora:lighter:1> lora:light \\u003clora:other:1> \\n"
                + "embedding:bad, (embedding:bad:1.2) bad embedding:badder notembedding:bad");
        var changed = NameChanger.change(
                before,
                List.of(
                        tag(NameChange.Form.LORA_TAG, "light", "mine/bright"),
                        tag(NameChange.Form.EMBEDDING, "bad", "worse")));
        assertThat(changed.undone()).isEmpty();
        assertThat(changed.text())
                .contains("\"light, <lora:mine/bright:0.80:1>, <lora:lighter:1> lora:light <lora:other:1> ")
                .contains("embedding:worse, (embedding:worse:1.2) bad embedding:badder notembedding:bad\"");
    }

    @Test
    void letsNamesChangePlaces() {
        var changed = NameChanger.change(
                encoding("<lora:a:1><lora:b:1>"),
                List.of(tag(NameChange.Form.LORA_TAG, "a", "b"), tag(NameChange.Form.LORA_TAG, "b", "a")));
        assertThat(changed.text()).isEqualTo(encoding("<lora:b:1><lora:a:1>"));
    }

    @Test
    void changesTheListThatAPackKeepsBesideItsText() {
        var list =
                "{\"1\":{\"class_type\":\"CLIPTextEncode\",\"inputs\":{\"loras\":[{\"name\":\"light\",\"strength\":1}],"
                        + "\"trigger\":\"light\"}}}";
        assertThat(NameChanger.change(list, List.of(tag(NameChange.Form.LORA_TAG, "light", "bright")))
                        .text())
                .isEqualTo(list.replace("{\"name\":\"light\"", "{\"name\":\"bright\""));
    }

    @Test
    void saysWhatStandsNowhere() {
        var other = tag(NameChange.Form.EMBEDDING, "bad", "worse");
        assertThat(NameChanger.change(encoding("bad"), List.of(other)).undone()).containsExactly(other);
        assertThat(tag(NameChange.Form.EMBEDDING, "bad", "my worst").canBeWritten())
                .isFalse();
        assertThat(tag(NameChange.Form.LORA_TAG, "light", "a:b").canBeWritten()).isFalse();
        assertThat(tag(NameChange.Form.LORA_TAG, "light", "my own/a b").canBeWritten())
                .isTrue();
    }
}
