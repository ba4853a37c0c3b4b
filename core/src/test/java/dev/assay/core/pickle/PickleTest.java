package dev.assay.core.pickle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.assay.core.safetensors.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class PickleTest {

    /** {@code {"w": torch.zeros(2, 3, dtype=torch.float16)}} by protocol 2, as {@code torch.save} writes it. */
    private static final String ONE_TENSOR = "8002 7d 7100 58 01000000 77 7101"
            + "63" + hex("torch._utils\n_rebuild_tensor_v2\n") + "7102 28 28 58 07000000" + hex("storage") + "7103"
            + "63" + hex("torch\nHalfStorage\n") + "7104 58 01000000 30 7105 58 03000000" + hex("cpu")
            + "7106 4b06 74 7107 51 4b00 4b02 4b03 86 7108 4b03 4b01 86 7109 89"
            + "63" + hex("collections\nOrderedDict\n") + "710a 29 52 710b 74 710c 52 710d 73 2e";

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static Pickle read(byte[] bytes) {
        try {
            return Pickle.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Pickle.Followed followed(String hex) {
        return (Pickle.Followed) read(bytes(hex));
    }

    @Test
    void findsTensorsWithTheirShapes() {
        var pickle = followed(ONE_TENSOR);
        assertThat(pickle.tensors()).isEqualTo(Map.of("w", new Tensor("F16", List.of(2L, 3L), 0, 0)));
        assertThat(pickle.storages()).containsEntry("0", 12L);
        assertThat(pickle.imports()).allMatch(one -> one.judgement() == PickleImport.Judgement.PLAIN);
        assertThat(pickle.end()).isEqualTo(bytes(ONE_TENSOR).length);
    }

    @Test
    void isCutShortWhereverItEnds() {
        var whole = bytes(ONE_TENSOR);
        for (int length = 0; length < whole.length; length++) {
            assertThat(read(java.util.Arrays.copyOf(whole, length)))
                    .isInstanceOfSatisfying(
                            Pickle.Broken.class,
                            broken -> assertThat(broken.cutShort()).isTrue());
        }
    }

    /** All ways in which a pickle can come by something to import, by the opcodes of every protocol. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // GLOBAL and REDUCE
                "63 706f7369780a 73797374656d0a 5802000000 6c73 85 52 2e",
                // STACK_GLOBAL of two short texts
                "8004 8c05 706f736978 8c06 73797374656d 93 8c02 6c73 85 52 2e",
                // STACK_GLOBAL of memoized texts
                "8004 8c05 706f736978 94 8c06 73797374656d 94 30 30 6800 6801 93 29 52 2e",
                // INST
                "28 53 27 6c73 27 0a 69 706f7369780a 73797374656d0a 2e",
                // OBJ
                "28 63 706f7369780a 73797374656d0a 53 27 6c73 27 0a 6f 2e",
                // NEWOBJ, NEWOBJ_EX
                "8004 63 706f7369780a 73797374656d0a 29 81 2e",
                "8004 63 706f7369780a 73797374656d0a 29 7d 92 2e",
                // merely imported
                "63 706f7369780a 73797374656d0a 2e",
            })
    void seesEveryWayToImport(String hex) {
        assertThat(followed(hex).imports()).containsExactly(new PickleImport("posix", "system"));
    }

    @Test
    void suspectsNamesThatAreOnlyMadeWhileItRuns() {
        // STACK_GLOBAL of something that a call would have given.
        var made = "8004 63 6275696c74696e730a 7374720a 29 52 8c06 73797374656d 93 2e";
        assertThat(followed(made).imports())
                .anyMatch(one -> one.words().equals("?.?") && one.judgement() == PickleImport.Judgement.DANGEROUS);
        assertThat(followed("82 07 2e").imports()).anyMatch(one -> one.judgement() == PickleImport.Judgement.DANGEROUS);
    }

    @ParameterizedTest
    @CsvSource({
        "torch, HalfStorage, PLAIN",
        "torch._utils, _rebuild_parameter, PLAIN",
        "torch, bfloat16, PLAIN",
        "torch, load, DANGEROUS",
        "builtins, set, PLAIN",
        "builtins, exec, DANGEROUS",
        "os.path, join, DANGEROUS",
        "osmosis, Model, UNUSUAL",
        "numpy.core.multiarray, _reconstruct, PLAIN",
        "numpy, load, DANGEROUS",
        "torch.nn.modules.linear, Linear, UNUSUAL",
    })
    void judgesImportsByTheirWholeName(String module, String name, PickleImport.Judgement judgement) {
        assertThat(new PickleImport(module, name).judgement()).isEqualTo(judgement);
    }

    @Test
    void survivesAnyBytes() {
        var random = new Random(20251126);
        var sound = bytes(ONE_TENSOR);
        for (int i = 0; i < 20_000; i++) {
            var bytes = sound.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThatNoException().isThrownBy(() -> read(bytes));
            var noise = new byte[random.nextInt(100)];
            random.nextBytes(noise);
            assertThatNoException().isThrownBy(() -> read(noise));
        }
    }

    /** A dictionary that holds itself, and one that holds the one before twice, thirty times over. */
    @Test
    void endsWhereThingsHoldEachOther() {
        assertThat(followed("7d 7100 4b01 6800 73 2e").tensors()).isEmpty();
        var doubled = new ByteArrayOutputStream();
        doubled.writeBytes(bytes("7d 7100"));
        for (int i = 0; i < 30; i++) {
            doubled.writeBytes(
                    new byte[] {'}', '(', 'K', 1, 'h', (byte) i, 'K', 2, 'h', (byte) i, 'u', 'q', (byte) (i + 1)});
        }
        doubled.write('.');
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(doubled.toByteArray()));
    }

    @Test
    void takesNoLengthAtItsWord() {
        for (var hex :
                List.of("58 ffffffff", "8d ffffffffffffff7f", "8e ffffffffffffffff", "8b ffffffff", "42 ffffffff")) {
            assertThat(read(bytes(hex))).isInstanceOf(Pickle.Broken.class);
        }
    }
}
