package dev.assay.civitai.model;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.ModelFile.Barrier;
import dev.assay.core.ingredient.ModelFile.Scan;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VersionReaderTest {

    private static final MadeFile FILE = MadeFile.of(50, "a.safetensors", 'a');

    private final VersionReader reader =
            new VersionReader(new Barriers(Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC)));

    private ModelFile file(MadeVersion version) {
        return reader.version(version.json()).orElseThrow().files().getFirst();
    }

    @Test
    void readsWhatTheFileIs() {
        var file = file(MadeVersion.of(5, "LORA").with(FILE));

        assertThat(file.fileId()).isEqualTo(50);
        assertThat(file.versionId()).isEqualTo(5);
        assertThat(file.modelType()).isEqualTo("LORA");
        assertThat(file.approximateBytes()).isEqualTo(1049088);
        assertThat(file.sha256().orElseThrow().hex()).isEqualTo(MadeFile.sha('a'));
        assertThat(file.access()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"Model not found\"",
                "{\"id\":null}",
                "{\"id\":0}",
                "{\"id\":2147483648}",
                "{\"id\":{}}",
            })
    void withoutAnIdThereIsNoVersion(String body) throws MalformedJsonException {
        assertThat(reader.version(Json.parse(body))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":5}",
                "{\"id\":\"5\",\"modelId\":null,\"files\":null,\"trainedWords\":null,\"model\":null}",
                "{\"id\":5,\"files\":{},\"model\":[],\"trainedWords\":\"x\",\"baseModel\":7,\"paidAccess\":null}",
                "{\"id\":5,\"files\":[null,7,\"x\",{},{\"id\":-1},{\"id\":\"x\"}]}",
            })
    void missingAndOddMembersAreNormal(String body) throws MalformedJsonException {
        assertThat(reader.version(Json.parse(body)).orElseThrow().files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "null", "7", "\"x\"", "[]", "{\"SHA256\":null}", "{\"SHA256\":\"abc\",\"New\":\"!\"}"})
    void oddHashesAreNone(String hashes) throws MalformedJsonException {
        var file = file(MadeVersion.of(5, "LORA").with(FILE.hashes(Json.parse(hashes))));

        assertThat(file.sha256()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e300", "\"many\"", "null", "{}"})
    void anAbsurdSizeIsUnknown(String size) throws MalformedJsonException {
        assertThat(file(MadeVersion.of(5, "LORA").with(FILE.and("sizeKB", Json.parse(size))))
                        .approximateBytes())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Success, Success, CLEAN",
        "Success, Danger, DANGEROUS",
        "Danger, Success, DANGEROUS",
        "danger, Error, DANGEROUS",
        "Pending, Success, UNKNOWN",
        "Error, Error, UNKNOWN",
        "New, Success, UNKNOWN",
    })
    void oneScanCondemnsAndBothClear(String pickle, String virus, Scan expected) {
        var file = FILE.and("pickleScanResult", Json.of(pickle)).and("virusScanResult", Json.of(virus));

        assertThat(file(MadeVersion.of(5, "LORA").with(file)).scan()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "usageControl, '\"Generation\"', DOWNLOADS_DISABLED",
        "usageControl, '\"InternalGeneration\"', DOWNLOADS_DISABLED",
        "availability, '\"EarlyAccess\"', EARLY_ACCESS",
        "earlyAccessEndsAt, '\"2026-06-02T00:00:00.000Z\"', EARLY_ACCESS",
        "earlyAccessEndsAt, '\"2026-06-02T00:00:00.000\"', EARLY_ACCESS",
        "paidAccess, '{\"price\":5}', EARLY_ACCESS",
        "model, '{\"name\":\"m\",\"type\":\"LORA\",\"mode\":\"Archived\"}', ARCHIVED",
        "model, '{\"name\":\"m\",\"type\":\"LORA\",\"mode\":\"TakenDown\"}', ARCHIVED",
    })
    void tellsWhatStandsBeforeADownload(String key, String value, Barrier.Kind expected) throws MalformedJsonException {
        var file = file(MadeVersion.of(5, "LORA").with(FILE).and(key, Json.parse(value)));

        assertThat(file.access().orElseThrow().kind()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "usageControl, null",
        "usageControl, '\"Download\"'",
        "availability, '\"Public\"'",
        "earlyAccessEndsAt, '\"2026-05-31T00:00:00.000Z\"'",
        "earlyAccessEndsAt, '\"some day\"'",
        "paidAccess, '{}'",
        "mode, '\"New\"'",
    })
    void nothingStandsBeforeAPublicDownload(String key, String value) throws MalformedJsonException {
        assertThat(file(MadeVersion.of(5, "LORA").with(FILE).and(key, Json.parse(value)))
                        .access())
                .isEmpty();
    }

    @Test
    void aLinkedFileNamesTheVersionItBelongsTo() {
        var linked = FILE.and("downloadUrl", Json.of("https://civitai.com/api/download/models/777?type=VAE"));

        assertThat(file(MadeVersion.of(5, "Checkpoint").with(linked)).versionId())
                .isEqualTo(777);
    }
}
