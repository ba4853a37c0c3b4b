package dev.assay.civitai.download;

import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContentRangeTest {

    @Test
    void readsWhichPartCame() {
        assertThat(ContentRange.parse("bytes 100-199/200")).contains(new ContentRange(100, OptionalLong.of(200)));
        assertThat(ContentRange.parse("bytes 0-0/*")).contains(new ContentRange(0, OptionalLong.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes */200",
                "bytes 5-4/200",
                "bytes 0-200/200",
                "items 0-1/2",
                "bytes -1-5/9",
                "bytes 0-99999999999999999999/*"
            })
    void whatMakesNoSenseIsNone(String text) {
        assertThat(ContentRange.parse(text)).isEmpty();
    }
}
