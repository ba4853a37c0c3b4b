package dev.assay.core.safetensors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SafetensorsTest {

    private static final String SOUND = """
            {"__metadata__":{"format":"pt"},
             "b":{"dtype":"U8","shape":[2],"data_offsets":[12,14]},
             "a":{"dtype":"F16","shape":[2,3],"data_offsets":[0,12]}}\s\s\s""";

    @Test
    void readsNamesShapesAndMetadata() throws IOException {
        assertThat(HeaderBytes.read(HeaderBytes.file(SOUND, 14)))
                .isEqualTo(new Safetensors.Header(
                        SOUND.length(),
                        Map.of(
                                "b",
                                new Tensor("U8", List.of(2L), 12, 14),
                                "a",
                                new Tensor("F16", List.of(2L, 3L), 0, 12)),
                        Map.of("format", "pt")));
    }

    @Test
    void noticesEveryByteThatIsMissingOrTooMuch() throws IOException {
        for (int length = 0; length < 40; length++) {
            assertThat(HeaderBytes.read(HeaderBytes.file(SOUND, length)) instanceof Safetensors.Header)
                    .as("%d bytes of tensors", length)
                    .isEqualTo(length == 14);
        }
        var whole = HeaderBytes.file(SOUND, 14);
        for (int length = 0; length < whole.length; length++) {
            assertThat(HeaderBytes.read(Arrays.copyOf(whole, length)))
                    .as("cut to %d", length)
                    .isInstanceOfSatisfying(
                            Safetensors.Broken.class,
                            broken -> assertThat(broken.isCutShort()).isTrue());
        }
        assertThat(HeaderBytes.read(HeaderBytes.file(SOUND, 15)))
                .isInstanceOfSatisfying(
                        Safetensors.Broken.class,
                        broken -> assertThat(broken.isCutShort()).isFalse());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a gap             | 'a':{'dtype':'U8','shape':[2],'data_offsets':[1,3]} | 3",
                "an overlap        | 'a':{'dtype':'U8','shape':[2],'data_offsets':[0,2]},'b':{'dtype':'U8','shape':[2],'data_offsets':[1,3]} | 3",
                "backwards         | 'a':{'dtype':'NEW','shape':[2],'data_offsets':[0,2]},'b':{'dtype':'NEW','shape':[2],'data_offsets':[2,1]} | 1",
                "negative          | 'a':{'dtype':'U8','shape':[2],'data_offsets':[-1,1]} | 2",
                "wrong shape       | 'a':{'dtype':'U8','shape':[3],'data_offsets':[0,2]} | 2",
                "overflowing shape | 'a':{'dtype':'U8','shape':[4294967296,4294967296,2],'data_offsets':[0,2]} | 2",
                "huge number       | 'a':{'dtype':'U8','shape':[99999999999999999999],'data_offsets':[0,2]} | 2",
                "a fraction        | 'a':{'dtype':'U8','shape':[2.0],'data_offsets':[0,2]} | 2",
                "twice the name    | 'a':{'dtype':'U8','shape':[1],'data_offsets':[0,1]},'a':{'dtype':'U8','shape':[1],'data_offsets':[1,2]} | 2",
                "no offsets        | 'a':{'dtype':'U8','shape':[1]} | 1",
                "no type           | 'a':{'shape':[1],'data_offsets':[0,1]} | 1",
                "metadata number   | '__metadata__':{'a':1} | 0",
                "no object         | 'a':[1] | 0",
                "too deep          | 'a':{'x':[[[[[[[[[[1]]]]]]]]]],'dtype':'U8','shape':[1],'data_offsets':[0,1]} | 1",
            },
            quoteCharacter = '"')
    void refusesA(String fault, String entries, int dataLength) throws IOException {
        assertThat(HeaderBytes.read(HeaderBytes.file("{" + entries.replace('\'', '"') + "}", dataLength)))
                .as(fault)
                .isInstanceOf(Safetensors.Broken.class);
    }

    @Test
    void takesTheLengthForUnsignedAndBounded() throws IOException {
        var head = "{}".getBytes(StandardCharsets.UTF_8);
        for (long length : new long[] {-1, Long.MIN_VALUE, 0, 1, 3, 100_000_001, Long.MAX_VALUE}) {
            assertThat(HeaderBytes.read(HeaderBytes.file(length, head, 0)))
                    .as("%d", length)
                    .isInstanceOf(Safetensors.Broken.class);
        }
        assertThat(HeaderBytes.read(HeaderBytes.file(2, head, 0))).isInstanceOf(Safetensors.Header.class);
        assertThat(HeaderBytes.read(HeaderBytes.file("{}{}", 0))).isInstanceOf(Safetensors.Broken.class);
        assertThat(HeaderBytes.read(HeaderBytes.file(" {}", 0))).isInstanceOf(Safetensors.Broken.class);
    }

    @Test
    void survivesAnyBytes() throws IOException {
        var random = new Random(20251123);
        var sound = HeaderBytes.file(SOUND, 14);
        for (int i = 0; i < 20_000; i++) {
            var bytes = sound.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(HeaderBytes.read(bytes)).isNotNull();
            var noise = new byte[random.nextInt(100)];
            random.nextBytes(noise);
            assertThat(HeaderBytes.read(noise)).isInstanceOf(Safetensors.Broken.class);
        }
    }
}
