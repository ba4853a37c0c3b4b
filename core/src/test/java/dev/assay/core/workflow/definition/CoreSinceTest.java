package dev.assay.core.workflow.definition;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CoreSinceTest {

    private final CoreSince since = CoreSince.load();

    @Test
    void tellsWhatComfyUisOwnTextsTell() {
        assertThat(since.of("TextEncodeQwenImageEdit")).contains("0.3.51");
        assertThat(since.of("KSampler")).isEmpty();
    }

    @Test
    void advisesToUpdateOnlyWhereThatHelps() {
        assertThat(since.advice("Flux2Scheduler")).contains("0.3.72");
        assertThat(since.advice("KSampler")).contains("update ComfyUI").doesNotContain("pack");
        assertThat(since.advice("FaceDetailer")).contains("pack of custom nodes");
    }
}
