package dev.assay.core.family;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClipSkipTest {

    @ParameterizedTest
    @CsvSource({
        "sd1, 1, A1111, none",
        "sd1, 0, A1111, none",
        "sd1, 2, A1111, -2",
        "sd1, 2, CIVITAI, -2",
        "sd1, 12, A1111, -12",
        "sd1, 13, A1111, CLIPSKIP_RANGE",
        "sd1, -2, COMFYUI, -2",
        "sd1, -1, SWARMUI, none",
        "sd1, 0, INVOKEAI, none",
        "sd1, 1, INVOKEAI, -2",
        "sd1, 12, INVOKEAI, CLIPSKIP_RANGE",
        "sd1, -2147483648, OTHER, CLIPSKIP_RANGE",
        "sd1, 2147483647, INVOKEAI, CLIPSKIP_RANGE",
        "sdxl, 1, A1111, none",
        "pony, 2, CIVITAI, none",
        "pony, 1, CIVITAI, none",
        "noobai, -2, COMFYUI, none",
        "illustrious, 3, FORGE, -3",
        "illustrious, 3, A1111, CLIPSKIP_XL",
        "sdxl, 4, CIVITAI, CLIPSKIP_XL",
        "sdxl, 3, COMFYUI, -3"
    })
    void readsItInTheToolsSense(String family, int clipSkip, Tool tool, String expected) {
        assertThat(show(ClipSkip.layerFor(Families.byId(family).orElseThrow(), clipSkip, tool)))
                .isEqualTo(expected);
    }

    private static String show(ClipSkip clipSkip) {
        return switch (clipSkip) {
            case ClipSkip.NoNode _ -> "none";
            case ClipSkip.StopAt(var layer) -> Integer.toString(layer);
            case ClipSkip.Ignored(var finding) -> finding.code();
        };
    }
}
