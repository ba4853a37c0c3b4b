package dev.assay.models.name;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Random;

import dev.assay.core.hash.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SafeNameTest {

    private static final Sha256 HASH = new Sha256("0123456789abcdef".repeat(4));

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "ponyDiffusionV6XL.safetensors>ponyDiffusionV6XL.safetensors",
                "../../etc/passwd>_.._etc_passwd",
                "..\\..\\x.safetensors>_.._x.safetensors",
                "C:\\Windows\\x.pt>C__Windows_x.pt",
                "/abs.safetensors>_abs.safetensors",
                "a|b?c*d\"e<f.safetensors>a_b_c_d_e_f.safetensors",
                "nul.safetensors>_nul.safetensors",
                "CON>_CON",
                "com1.tar.gz>_com1.tar.gz",
                "lpt\u00b2.bin>_lpt\u00b2.bin",
                "console.pt>console.pt",
                "trailing. . .>trailing",
                ".hidden.safetensors>hidden.safetensors",
                "--rm -rf.safetensors>rm -rf.safetensors",
                "safe\u202Esnrotesnefas.exe>safesnrotesnefas.exe",
                "zero\u200Bwidth.pt>zerowidth.pt",
                "non\u00A0breaking.pt>non breaking.pt",
                "\u30E2\u30C7\u30EB.safetensors>\u30E2\u30C7\u30EB.safetensors",
                "e\u0301.pt>\u00E9.pt",
                "...>model",
            })
    void makesOneHarmlessNameOfWhatASiteSays(String siteName, String safe) {
        assertThat(SafeName.of(siteName).text()).isEqualTo(safe);
    }

    @Test
    void takesAwayControlCharacters() {
        assertThat(SafeName.of("a\u0000b\u001b[31mc\nd.pt").text()).isEqualTo("ab[31mcd.pt");
        assertThat(SafeName.of("").text()).isEqualTo("model");
    }

    @Test
    void keepsTheExtensionOfAnOverlongName() {
        var name = SafeName.of("\u00e9".repeat(300) + ".safetensors").text();
        assertThat(name).endsWith("\u00e9.safetensors");
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(190, SafeName.MAX_BYTES);
    }

    @Test
    void tellsNamesApartByContentWithinTheLimit() {
        assertThat(SafeName.of("x.safetensors").withHash(HASH, 8).text()).isEqualTo("x-01234567.safetensors");
        var longest = SafeName.of("y".repeat(400) + ".safetensors").withHash(HASH, 64);
        assertThat(longest.text()).hasSize(SafeName.MAX_BYTES).endsWith("-" + HASH.hex() + ".safetensors");
    }

    @Test
    void cannotBeMadeOfAnUnsafeText() {
        assertThatThrownBy(() -> new SafeName("a/b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isSafeWhateverComesIn() {
        var random = new Random(11);
        var alphabet = "./\\ -_aCONnul1:\u0000\u001b\u202e\u200b\u0301\ud83d\ude00\ud800\u212b\u00b2 ~%$\uff0e";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(
                        random.nextInt(10) == 0
                                ? (char) random.nextInt(65536)
                                : alphabet.charAt(random.nextInt(alphabet.length())));
            }
            var name = SafeName.of(
                            text.repeat("x", random.nextInt(20) == 0 ? 300 : 0).toString())
                    .text();
            assertThat(name)
                    .isNotEmpty()
                    .doesNotContain("/", "\\", ":", "\u0000")
                    .doesNotStartWith(".")
                    .doesNotStartWith("-")
                    .doesNotEndWith(".")
                    .doesNotEndWith(" ");
            assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(SafeName.MAX_BYTES);
            assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC)).isTrue();
            assertThat(SafeName.of(name).text()).isEqualTo(name);
        }
    }
}
