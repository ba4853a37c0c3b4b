package dev.assay.core.metadata.dialect;

import dev.assay.core.ingredient.Role;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.assay.core.metadata.dialect.Read.codes;
import static dev.assay.core.metadata.dialect.Read.one;
import static org.assertj.core.api.Assertions.assertThat;

class PromptTagsTest {

    @ParameterizedTest
    @CsvSource({
        "<lora:n>, 1, ",
        "<lora:n:0.8>, 0.8, ",
        "<lora:n:-0.85>, -0.85, ",
        "<lora:n:0.5:0.7>, 0.7, 0.5",
        "<lora:n:te=0:unet=1>, 1, 0",
        "<lora:n:unet=0.6>, 0.6, 1",
        "<lora:n:te=0.4>, 0.4, ",
        "<LyCO:n:2>, 2, "
    })
    void readsWeightsAsA1111Does(String tag, String model, String clip) {
        var lora = one(prompt("a " + tag + " b"), Role.LORA);
        assertThat(lora.name()).isEqualTo("n");
        assertThat(lora.strength().orElseThrow().toPlainString()).isEqualTo(model);
        assertThat(lora.clipStrength().map(Object::toString).orElse(null)).isEqualTo(clip);
    }

    @Test
    void leavesTheTagsInThePrompt() {
        assertThat(prompt("a <lora:n:1> b").values()).containsEntry(Parameter.PROMPT, "a <lora:n:1> b");
    }

    @Test
    void countsTheLastOfSeveralTags() {
        var reading = prompt("<lora:n:0.5> <lora:N:0.7>");
        assertThat(one(reading, Role.LORA).strength().orElseThrow()).isEqualByComparingTo("0.7");
        assertThat(codes(reading)).containsExactly("LORA_TAGS_DIFFER");
        assertThat(codes(prompt("<lora:n:0.5> <lora:n:0.5>"))).isEmpty();
    }

    @Test
    void saysWhatCannotBeCarriedOver() {
        var reading = prompt("<lora:n:1:1:lbw=OUTALL:stop=20>");
        assertThat(codes(reading)).containsExactly("LORA_OPTION_UNSUPPORTED");
        assertThat(one(reading, Role.LORA).strength().orElseThrow()).isEqualByComparingTo("1");
    }

    @Test
    void assumesNoWeightWhereItCannotBeRead() {
        var reading = prompt("<lora:n:0@0,1@0.5>");
        assertThat(one(reading, Role.LORA).strength()).isEmpty();
        assertThat(codes(reading)).contains("VALUE_UNREADABLE");
    }

    @Test
    void loadsNothingFromTheNegativePrompt() {
        var reading = Read.given("a\nNegative prompt: <lora:n:1> embedding:bad, x\nSteps: 1, Seed: 2");
        assertThat(codes(reading)).containsExactly("LORA_TAG_IN_NEGATIVE");
        assertThat(one(reading, Role.EMBEDDING).name()).isEqualTo("bad");
    }

    private static Reading prompt(String prompt) {
        return Read.given(prompt + "\nSteps: 1, Seed: 2");
    }
}
