package dev.assay.core.metadata.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.assay.core.finding.Effect;
import dev.assay.core.metadata.carrier.FileFormat;
import dev.assay.core.metadata.sample.SampleCarrier;
import dev.assay.core.metadata.sample.SampleText;
import dev.assay.core.recipe.RecipeMerge;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Every tool's texts in every kind of file, as files with names that lie; and the same, damaged. */
class CorpusTest {

    private static final Source SOURCE = new Source(Origin.FILE, "");

    @TempDir
    private static Path folder;

    static Stream<Arguments> pairs() {
        return SampleCarrier.all().stream()
                .flatMap(carrier -> SampleText.all().stream()
                        .filter(text -> carrier.several() || text.texts().size() == 1)
                        .map(text -> Arguments.of(carrier, text)));
    }

    @Test
    void hasFilesOfEveryFormatAndInNumber() {
        assertThat(pairs()).hasSizeGreaterThan(500);
        assertThat(SampleCarrier.all().stream()
                        .map(SampleCarrier::format)
                        .distinct()
                        .toList())
                .contains(FileFormat.PNG, FileFormat.JPEG, FileFormat.WEBP, FileFormat.AVIF, FileFormat.HEIF)
                .contains(FileFormat.JXL, FileFormat.GIF, FileFormat.MP4, FileFormat.MATROSKA, FileFormat.SAFETENSORS);
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("pairs")
    void readsWhatAToolWroteOrSaysWhyNobodyCan(SampleCarrier carrier, SampleText text) throws IOException {
        var read = (MetadataFile.Read) file(carrier.writer().write(text.keys(), text.texts()));
        assertThat(read.format()).isEqualTo(carrier.format());
        assertThat(read.findings()).isEmpty();
        var recipe = RecipeMerge.merge(read.readings());
        text.says()
                .forEach((parameter, value) ->
                        assertThat(recipe.text(parameter)).as(parameter.label()).contains(value));
        if (text.says().isEmpty()) {
            assertThat(recipe.isEmpty()).isTrue();
            assertThat(recipe.findings()).anySatisfy(finding -> {
                assertThat(finding.effect()).isEqualTo(Effect.PREVENTS);
                assertThat(finding.message()).contains("was made by");
            });
        }
    }

    /** Cut, with bytes changed, and with other files in front or behind. */
    @Test
    void readsDamagedFilesOrSaysWhatIsWrong() {
        var random = new Random(20_260_301);
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (var carrier : SampleCarrier.all()) {
                var text = SampleText.all().getFirst();
                var whole = carrier.writer().write(text.keys(), text.texts());
                for (int i = 0; i < 60; i++) {
                    switch (file(damaged(whole, random))) {
                        case MetadataFile.Unknown(var reason) ->
                            assertThat(reason).endsWith(".");
                        case MetadataFile.Read read ->
                            assertThat(RecipeMerge.merge(read.readings())).isNotNull();
                    }
                }
            }
        });
    }

    private static byte[] damaged(byte[] whole, Random random) {
        var bytes = whole.clone();
        for (int i = random.nextInt(6); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }

    private static MetadataFile file(byte[] bytes) throws IOException {
        var extensions = List.of("png", "jpg", "webp", "mp4", "txt", "json", "safetensors");
        var file = folder.resolve("file." + extensions.get(bytes.length % extensions.size()));
        Files.write(file, bytes);
        return MetadataFile.read(file, SOURCE);
    }
}
