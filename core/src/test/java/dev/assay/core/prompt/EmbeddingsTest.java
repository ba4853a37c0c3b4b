package dev.assay.core.prompt;

import java.util.List;

import dev.assay.core.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddingsTest {

    private static final List<String> NAMES = List.of("EasyNegative", "EasyNegativeV2", "bad-hands-5", "v1(x)");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EasyNegative | embedding:EasyNegative",
                "a, EasyNegative, b | a, embedding:EasyNegative, b",
                "a,EasyNegative,b | a, embedding:EasyNegative ,b",
                "EasyNegativeV2 | embedding:EasyNegativeV2",
                "EasyNegative. b | embedding:EasyNegative . b",
                "xEasyNegative EasyNegative_x | xEasyNegative EasyNegative_x",
                "bad-hands-5-x bad-hands-5 | bad-hands-5-x embedding:bad-hands-5",
                "embedding:EasyNegative, a | embedding:EasyNegative, a",
                "v1(x) | embedding:v1(x)"
            })
    void prefixesWholeWords(String text, String expected) {
        assertThat(Embeddings.rewrite(text, NAMES).text()).isEqualTo(expected);
    }

    @Test
    void tellsWhichNamesAreMentioned() {
        assertThat(Embeddings.rewrite("embedding:lazyneg, EasyNegative EasyNegative", NAMES)
                        .found())
                .containsExactly("lazyneg", "EasyNegative");
    }

    @Test
    void takesTheFilesOwnCaseAndSaysSo() {
        var rewritten = Embeddings.rewrite("easynegative", NAMES);
        assertThat(rewritten.text()).isEqualTo("embedding:EasyNegative");
        assertThat(rewritten.findings()).extracting(Finding::code).containsExactly("EMB_CASE");
        assertThat(Embeddings.rewrite("bad", List.of("Bad", "bad")).text()).isEqualTo("embedding:bad");
    }

    @Test
    void leavesANameThatComfyCannotTake() {
        var rewritten = Embeddings.rewrite("my neg, b", List.of("my neg"));
        assertThat(rewritten.text()).isEqualTo("my neg, b");
        assertThat(rewritten.findings()).extracting(Finding::code).containsExactly("EMB_NAME");
    }

    /** ComfyUI's tokenizer fails on a prefix that no name follows. */
    @ParameterizedTest
    @CsvSource({"'a embedding: b', 'a embedding : b'", "embedding:, embedding :", "'embedding:, b', 'embedding :, b'"})
    void leavesNoPrefixWithoutAName(String text, String written) {
        var rewritten = Embeddings.rewrite(text, List.of());
        assertThat(rewritten.text()).isEqualTo(written);
        assertThat(rewritten.found()).isEmpty();
    }
}
