package dev.assay.core.metadata.carrier;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.assay.core.metadata.sample.Chunks.join;
import static dev.assay.core.metadata.sample.Chunks.latin;
import static dev.assay.core.metadata.sample.Chunks.utf8;
import static org.assertj.core.api.Assertions.assertThat;

class UserCommentTest {

    private static final String INFOTEXT = "a fox\nNegative prompt: \nSteps: 20, Seed: 1";
    private static final String CHINESE = "一位年轻的女子站在雪山之巅，长发飘扬，身穿红色汉服，电影感光影，细节丰富\nNegative prompt: \nSteps: 20, Seed: 1";

    @ParameterizedTest
    @ValueSource(strings = {INFOTEXT, CHINESE, "Prompt with ünïcödé and 🦊", "{\"prompt\":1}"})
    void readsUnicodeInEveryByteOrder(String text) {
        assertThat(comment("UNICODE\0", text.getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(text);
        assertThat(comment("UNICODE\0", text.getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(text);
        assertThat(comment("UNICODE\0", join(bytes(0xff, 0xfe), text.getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo(text);
        assertThat(comment("UNICODE\0", join(bytes(0xfe, 0xff), text.getBytes(StandardCharsets.UTF_16BE))))
                .isEqualTo(text);
        assertThat(comment("UNICODE\0", utf8(text))).isEqualTo(text);
    }

    @Test
    void readsOtherPrefixes() {
        assertThat(comment("ASCII\0\0\0", utf8(CHINESE))).isEqualTo(CHINESE);
        assertThat(comment("JIS\0\0\0\0\0", "狐の絵".getBytes(Charset.forName("ISO-2022-JP"))))
                .isEqualTo("狐の絵");
        assertThat(comment("\0\0\0\0\0\0\0\0", utf8(INFOTEXT))).isEqualTo(INFOTEXT);
    }

    @Test
    void readsATextWithoutAnyPrefix() {
        assertThat(UserComment.decode(utf8(INFOTEXT))).isEqualTo(INFOTEXT);
        assertThat(UserComment.decode(utf8("{\"a\":1}"))).isEqualTo("{\"a\":1}");
    }

    @Test
    void turnsSwappedUnitsBack() {
        var swapped = new StringBuilder();
        INFOTEXT.chars().forEach(c -> swapped.append(Character.reverseBytes((char) c)));
        assertThat(comment("\0\0\0\0\0\0\0\0", utf8(swapped.toString()))).isEqualTo(INFOTEXT);
    }

    @Test
    void isEmptyWhereNothingIsSaid() {
        assertThat(UserComment.decode(new byte[0])).isEmpty();
        assertThat(comment("UNICODE\0", bytes(0, '\n'))).isEmpty();
        assertThat(comment("UNICODE\0", new byte[7])).isEmpty();
        assertThat(comment("ASCII\0\0\0", latin("  \0\0"))).isEmpty();
    }

    private static String comment(String prefix, byte[] body) {
        return UserComment.decode(join(latin(prefix), body));
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
