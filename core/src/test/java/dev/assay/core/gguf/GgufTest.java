package dev.assay.core.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.assay.core.safetensors.Architecture;
import dev.assay.core.safetensors.Family;
import dev.assay.core.safetensors.ModelKind;
import dev.assay.core.safetensors.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class GgufTest {

    private static final int DATA = 32 + 144;

    @TempDir
    private Path folder;

    private Gguf read(byte[] bytes) throws IOException {
        return GgufBytes.read(folder, bytes);
    }

    private static GgufBytes sound() {
        return new GgufBytes()
                .value("general.architecture", "flux")
                .value("general.quantization_version", 2)
                .list("tokenizer.ggml.tokens", "a", "b", "c")
                .list("comfy.gguf.orig_shape.flat", 2, 4)
                .tensor("flat", GgufBytes.F32, 0, 8)
                .tensor("double_blocks.0.img_attn.qkv.weight", GgufBytes.Q4_K, 32, 128, 2);
    }

    @Test
    void readsNamesShapesAndMetadata() throws IOException {
        assertThat(read(sound().file(DATA)))
                .isEqualTo(new Gguf.Header(
                        3,
                        Map.of(
                                "flat",
                                new Tensor("F32", List.of(2L, 4L), 0, 32),
                                "double_blocks.0.img_attn.qkv.weight",
                                new Tensor("Q4_K", List.of(2L, 128L), 32, 32 + 144)),
                        Map.of("general.architecture", "flux", "general.quantization_version", "2")));
    }

    @Test
    void readsFilesOfBigEndianMachines() throws IOException {
        var bytes = new GgufBytes(ByteOrder.BIG_ENDIAN)
                .tensor("t", GgufBytes.F32, 0, 4, 3)
                .file(48);
        assertThat(read(bytes))
                .isInstanceOfSatisfying(
                        Gguf.Header.class,
                        header -> assertThat(header.tensors())
                                .containsEntry("t", new Tensor("F32", List.of(3L, 4L), 0, 48)));
    }

    @Test
    void noticesEveryByteThatIsMissing() throws IOException {
        var whole = sound().file(DATA);
        for (int length = 0; length < whole.length; length++) {
            assertThat(read(Arrays.copyOf(whole, length)))
                    .as("cut to %d of %d", length, whole.length)
                    .isInstanceOfSatisfying(
                            Gguf.Broken.class,
                            broken -> assertThat(broken.cutShort()).isTrue());
        }
    }

    @Test
    void takesCountsForUnsignedAndBounded() throws IOException {
        for (long count : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 40, 500_001}) {
            for (int at : new int[] {8, 16}) {
                var bytes = sound().file(DATA);
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(at, count);
                assertThat(read(bytes)).as("%d at %d", count, at).isInstanceOf(Gguf.Broken.class);
            }
        }
    }

    @Test
    void refusesShapesThatNoFileCanHold() throws IOException {
        assertThat(read(new GgufBytes()
                        .tensor("t", GgufBytes.F32, 0, 1L << 40, 1L << 40)
                        .file(0)))
                .isInstanceOf(Gguf.Broken.class);
        assertThat(read(new GgufBytes()
                        .tensor("t", GgufBytes.F32, Long.MAX_VALUE - 2, 1)
                        .file(0)))
                .isInstanceOf(Gguf.Broken.class);
        assertThat(read(new GgufBytes()
                        .tensor("t", GgufBytes.F32, 0, 1)
                        .tensor("t", GgufBytes.F32, 0, 1)
                        .file(4)))
                .isInstanceOf(Gguf.Broken.class);
        assertThat(read(new GgufBytes().value("general.alignment", 0).file(0))).isInstanceOf(Gguf.Broken.class);
        assertThat(read(sound().file(1, DATA))).isInstanceOf(Gguf.Broken.class);
    }

    @Test
    void survivesAnyBytes() throws IOException {
        var random = new Random(20261126);
        var sound = sound().file(DATA);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 5_000; i++) {
                var bytes = sound.clone();
                for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                    bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
                }
                assertThat(read(bytes)).isNotNull();
                var noise = new byte[random.nextInt(200)];
                random.nextBytes(noise);
                assertThat(read(noise)).isInstanceOf(Gguf.Broken.class);
            }
        });
    }

    @Test
    void believesTheTensorsBeforeTheWordOfTheFile() throws IOException {
        var wan = new GgufBytes()
                .value("general.architecture", "flux")
                .tensor("head.modulation", GgufBytes.F32, 0, 3072, 2, 1)
                .file(3072 * 2 * 4);
        assertThat(((Gguf.Header) read(wan)).architecture())
                .isEqualTo(new Architecture(ModelKind.UNET_ONLY, Family.WAN, "2.2 TI2V 5B", false, false));
        var unknown = new GgufBytes()
                .value("general.architecture", "hyvid")
                .tensor("something.new", GgufBytes.F32, 0, 1)
                .file(4);
        assertThat(((Gguf.Header) read(unknown)).architecture())
                .isEqualTo(new Architecture(ModelKind.UNET_ONLY, Family.HUNYUAN_VIDEO, false, false));
        var encoder = new GgufBytes()
                .value("general.architecture", "t5encoder")
                .tensor("enc.blk.0.attn_q.weight", GgufBytes.F32, 0, 1)
                .file(4);
        assertThat(((Gguf.Header) read(encoder)).architecture().kind()).isEqualTo(ModelKind.TEXT_ENCODER);
    }
}
