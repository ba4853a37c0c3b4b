package dev.assay.civitai.model;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "a, a.safetensors",
        "A.SafeTensors, a.safetensors",
        "sub/a, a.pt",
        "sub\\a.ckpt, a.ckpt",
        "style_v1.5, style_v1.5.safetensors",
        "' a ', a.safetensors",
    })
    void theSameButForCaseFolderAndMissingExtension(String named, String file) {
        assertThat(FileNames.same(named, file)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "a, ab.safetensors",
        "a.ckpt, a.safetensors",
        "style_v1, style_v1.5.safetensors",
        "a_b, a-b.safetensors",
        "'', a.safetensors",
        "a/, .safetensors",
        ".safetensors, .pt",
    })
    void whatIsMerelyAlikeDiffers(String named, String file) {
        assertThat(FileNames.same(named, file)).isFalse();
    }
}
