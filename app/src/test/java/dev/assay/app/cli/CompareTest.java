package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Png;
import dev.assay.replica.sample.Workflows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Original and result: how alike they are, and why not. */
class CompareTest {

    private static final String INFOTEXT = """
            rolling hills, (low sun:1.2) <lora:evening:0.8>
            Negative prompt: text, watermark
            Steps: 4, Sampler: Euler, CFG scale: 3, Seed: 7, Size: 96x64, Model: base, ADetailer model: face_yolov8n.pt, Version: v1.10.1""";

    @TempDir
    private Path folder;

    private Program program;

    @BeforeEach
    void start() throws IOException {
        program = Program.in(folder);
        picture("original.png", 96, 64, 0, Map.of("parameters", INFOTEXT));
        picture("result.png", 96, 64, 0, Map.of("prompt", prompt(7)));
    }

    private static String prompt(long seed) {
        return Workflows.textToImage("base.safetensors", seed).write();
    }

    private void picture(String name, int width, int height, int variant, Map<String, String> texts)
            throws IOException {
        Files.write(
                folder.resolve(name),
                Png.landscape(width, height, texts, variant).toArray());
    }

    private Program.Ended compare(String... more) {
        var arguments = new String[more.length + 3];
        arguments[0] = "compare";
        arguments[1] = "original.png";
        arguments[2] = "result.png";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return program.run(arguments);
    }

    private static String[] reasons(Json report) {
        return report.at("reasons").items().stream()
                .map(reason -> reason.at("code").text().orElseThrow())
                .toArray(String[]::new);
    }

    @Test
    void saysThatThePixelsAreTheSameWhateverTheMetadata() {
        var ended = compare("--json", "--strict");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.json().at("likeness").at("identical").bool()).contains(true);
        assertThat(reasons(ended.json())).isEmpty();
        assertThat(compare().out()).contains("pixel by pixel", "6144 of 6144 (100.00%)");
    }

    @Test
    void saysInWordsWhatCouldExplainTheDifference() throws IOException {
        picture("result.png", 96, 64, 3, Map.of("prompt", prompt(8)));
        var ended = compare("--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.json().at("likeness").at("identical").bool()).contains(false);
        assertThat(reasons(ended.json()))
                .contains(
                        "DIFFERS_SEED", "DIFFERS_PROMPT", "DIFFERS_LORAS", "NOISE_GPU", "ADETAILER", "PROMPT_WEIGHTING")
                .doesNotContain("DIFFERS_MODEL", "DIFFERS_SAMPLER", "DIFFERS_STEPS", "DIFFERS_CFG_SCALE", "LOSSY");
        assertThat(compare().out()).contains("Seed is 7 in the original and 8 in the result", "low sun");
        assertThat(compare("--strict").code()).isEqualTo(12);
    }

    @Test
    void saysWhenNothingInTheMetadataExplainsIt() throws IOException {
        picture("original.png", 96, 64, 0, Map.of("prompt", prompt(7)));
        picture("result.png", 96, 64, 3, Map.of("prompt", prompt(7)));
        assertThat(reasons(compare("--json").json())).containsExactly("NO_REASON");
        picture("result.png", 96, 64, 3, Map.of());
        assertThat(reasons(compare("--json").json())).containsExactly("UNKNOWN_RESULT");
    }

    @Test
    void comparesOtherSizes() throws IOException {
        picture("result.png", 192, 128, 0, Map.of("prompt", prompt(7)));
        var report = compare("--json").json();
        assertThat(report.at("likeness").at("sameSize").bool()).contains(false);
        assertThat(reasons(report)).contains("DIFFERS_SIZE");
        assertThat(report.at("likeness").at("hashDistance").integer().orElse(64L))
                .isLessThan(12);
    }

    @Test
    void drawsThemSideBySideAndReplacesNothing() throws IOException {
        var ended = compare("-o", "both.png");
        assertThat(ended.out()).contains("Side by side: ");
        var drawn = Files.readAllBytes(folder.resolve("both.png"));
        assertThat(Arrays.copyOf(drawn, 4)).containsExactly(0x89, 'P', 'N', 'G');
        // Its width stands at byte 16: three panels of 96 and two gaps of 8.
        assertThat((drawn[18] << 8) | (drawn[19] & 0xff)).isEqualTo(304);
        Files.writeString(folder.resolve("both.png"), "mine");
        assertThat(compare("-o", "both.png").code()).isEqualTo(10);
        assertThat(folder.resolve("both.png")).hasContent("mine");
        assertThat(compare("-o", "both.png", "--force").code()).isZero();
        assertThat(folder.resolve("both.png")).hasBinaryContent(drawn);
    }

    @Test
    void tellsWhatIsNoPicture() throws IOException {
        Files.writeString(folder.resolve("result.png"), "a pear");
        assertThat(compare().code()).isEqualTo(2);
        var png = Png.landscape(96, 64).toArray();
        Files.write(folder.resolve("result.png"), Arrays.copyOf(png, png.length / 2));
        assertThat(compare().code()).isEqualTo(10);
        Files.delete(folder.resolve("result.png"));
        assertThat(compare().code()).isEqualTo(10);
    }

    @Test
    void decodesNoPictureThatClaimsToBeHuge() throws IOException {
        var png = Png.landscape(96, 64).toArray();
        png[16] = 0x40;
        Files.write(folder.resolve("result.png"), png);
        var ended = compare();
        assertThat(ended.code()).isEqualTo(10);
    }
}
