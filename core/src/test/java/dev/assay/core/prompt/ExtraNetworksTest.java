package dev.assay.core.prompt;

import java.util.stream.Collectors;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExtraNetworksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<lora:n> | LORA n model 1 clip 1",
                "<lora:n:0.8> | LORA n model 0.8 clip 0.8",
                "<lora:n:-1> | LORA n model -1 clip -1",
                "<lora:n:0.5:1> | LORA n model 1 clip 0.5",
                "<lora:n:te=0:unet=1> | LORA n model 1 clip 0",
                "<lora:n:unet=0.7> | LORA n model 0.7 clip 1",
                "<lora:n:0.6:te=0.2> | LORA n model 0.2 clip 0.2",
                "<lora:a (b) é=1:1.25> | LORA a (b) é=1 model 1.25 clip 1.25",
                "<lyco:n:1.0> | LYCORIS n model 1.0 clip 1.0",
                "<hypernet:n:0.4> | HYPERNETWORK n model 0.4 clip 0.4"
            })
    void readsATag(String tag, String expected) {
        var read = ExtraNetworks.inPrompt("a " + tag + " b");
        assertThat(read.text()).isEqualTo("a  b");
        assertThat(read.findings()).isEmpty();
        assertThat(show(read)).isEqualTo(expected);
    }

    private static String show(ExtraNetworks read) {
        return read.networks().stream()
                .map(n -> n.kind() + " " + n.name() + " model " + n.strengthModel() + " clip " + n.strengthClip())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<lora:n:1:1:32> | LORA_ARGS | LEAVES_OUT",
                "<lora:n:1:lbw=XYZ> | LORA_ARGS | LEAVES_OUT",
                "<lora:n:0.5@0,1@0.5> | LORA_ARGS | APPROXIMATES",
                "<lora::1> | LORA_ARGS | LEAVES_OUT",
                "<segment:face> | EXTRA_NETWORK_UNKNOWN | LEAVES_OUT"
            })
    void saysWhatCannotBeFollowed(String tag, String code, Effect effect) {
        assertThat(ExtraNetworks.inPrompt(tag).findings())
                .extracting(Finding::code, Finding::effect)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(code, effect));
    }

    @Test
    void loadsANameOnceWithItsLastStrength() {
        var read = ExtraNetworks.inPrompt("<lora:A:1><lora:b:1><lora:a:0.5><hypernet:a:1>");
        assertThat(show(read))
                .isEqualTo("LORA a model 0.5 clip 0.5, LORA b model 1 clip 1, HYPERNETWORK a model 1 clip 1");
        assertThat(read.findings()).extracting(Finding::code).containsExactly("DUP_LORA");
        assertThat(read.findings().getFirst().message()).contains("different");
        assertThat(ExtraNetworks.inPrompt("<lora:a:1><lora:a:1.0>")
                        .findings()
                        .getFirst()
                        .message())
                .contains("alike");
    }

    @Test
    void dropsTagsFromANegativePromptAndSaysSo() {
        var read = ExtraNetworks.inNegative("bad <lora:n:1>hands");
        assertThat(read.text()).isEqualTo("bad hands");
        assertThat(read.networks()).isEmpty();
        assertThat(read.findings()).extracting(Finding::code).containsExactly("LORA_IN_NEGATIVE");
    }

    @Test
    void leavesWhatIsNoTag() {
        for (var text : new String[] {"a < b > c", "<3", "<lora>", "<lora:>", "<lora:x", "<:x>", ">_< <a b:c>"}) {
            assertThat(ExtraNetworks.inPrompt(text).text()).isEqualTo(text);
        }
    }
}
