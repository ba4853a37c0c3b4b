package dev.assay.civitai.model;

import dev.assay.civitai.ask.Answer;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VersionResolutionTest extends ResolverTest {

    @Test
    void takesTheOnlyFileOfTheVersion() {
        site.version(MadeVersion.of(5, "LORA").with(MadeFile.of(50, "a.safetensors", 'a')));

        var resolved = resolve(Role.LORA, version(5));

        isFile(resolved, 50);
        assertThat(resolved.findings()).isEmpty();
        assertThat(site.asked()).containsExactly("/api/v1/model-versions/5");
    }

    @Test
    void refusesAnotherVersionThanAskedFor() {
        site.version(
                5,
                MadeVersion.of(7, "LORA")
                        .with(MadeFile.of(70, "b.safetensors", 'b'))
                        .json());

        assertThat(resolve(Role.LORA, version(5)).resolution())
                .isInstanceOfSatisfying(
                        Resolution.Mismatch.class,
                        mismatch -> assertThat(mismatch.what())
                                .contains("model version 5")
                                .contains("model version 7"));
        assertThat(validated.addresses).isEmpty();
    }

    @Test
    void refusesAVersionOfAnotherModelThanTheAirNames() {
        site.version(MadeVersion.of(5, "LORA").with(MadeFile.of(50, "a.safetensors", 'a')));

        assertThat(resolve(Role.LORA, air("urn:air:sdxl:lora:civitai:51@5")).resolution())
                .isInstanceOf(Resolution.Mismatch.class);
        isFile(resolve(Role.LORA, air("urn:air:sdxl:lora:civitai:50@5")), 50);
    }

    @Test
    void refusesAnAnswerWhoseOwnAirContradictsIt() {
        site.version(MadeVersion.of(5, "LORA")
                .with(MadeFile.of(50, "a.safetensors", 'a'))
                .and("air", Json.of("urn:air:sdxl:lora:civitai:99@5")));

        assertThat(resolve(Role.LORA, version(5)).resolution()).isInstanceOf(Resolution.Mismatch.class);
    }

    @ParameterizedTest
    @CsvSource({
        "404, Gone",
        "410, Gone",
        "401, Restricted",
        "403, Restricted",
        "500, Unreachable",
        "400, Unreachable",
    })
    void tellsRefusalsApart(int status, String expected) {
        site.tells(
                "/api/v1/model-versions/5",
                status,
                Json.object().put("error", "the reason").build());

        var resolution = resolve(Role.LORA, version(5)).resolution();

        assertThat(resolution.getClass().getSimpleName()).isEqualTo(expected);
        assertThat(resolution.toString()).contains("the reason");
    }

    @ParameterizedTest
    @CsvSource({"UNREACHABLE, Unreachable", "NOT_AN_ANSWER, Unreachable", "REGION_BLOCKED, Restricted"})
    void tellsSilencesApart(Answer.Kind kind, String expected) {
        site.silent("/api/v1/model-versions/5", kind);

        assertThat(resolve(Role.LORA, version(5)).resolution().getClass().getSimpleName())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Unpublished, Gone", "Deleted, Gone", "Draft, Restricted", "Scheduled, Restricted"})
    void takesNoUnpublishedVersion(String status, String expected) {
        site.version(MadeVersion.of(5, "LORA")
                .with(MadeFile.of(50, "a.safetensors", 'a'))
                .and("status", Json.of(status)));

        assertThat(resolve(Role.LORA, version(5)).resolution().getClass().getSimpleName())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 2147483648L})
    void asksForNoImpossibleNumber(long id) {
        assertThat(resolve(Role.LORA, version(id)).resolution()).isInstanceOf(Resolution.Gone.class);
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void anAnswerWithoutAnIdIsNone() {
        site.version(5, Json.object().put("name", "?").build());

        assertThat(resolve(Role.LORA, version(5)).resolution()).isInstanceOf(Resolution.Unreachable.class);
    }

    @Test
    void twoVersionsForOneIngredientAreAmbiguous() {
        site.version(MadeVersion.of(5, "LORA").with(MadeFile.of(50, "a.safetensors", 'a')));
        site.version(MadeVersion.of(6, "LORA").with(MadeFile.of(60, "b.safetensors", 'b')));

        assertThat(resolve(Role.LORA, version(5), version(6)).resolution())
                .isInstanceOfSatisfying(
                        Resolution.Ambiguous.class,
                        ambiguous -> assertThat(ambiguous.candidates()).hasSize(2));
    }

    @Test
    void aGoneVersionIsFoundElsewhereByItsHash() {
        site.byHash(MadeFile.sha('a'), MadeVersion.of(9, "LORA").with(MadeFile.of(90, "a.safetensors", 'a')));

        var resolved = resolve(Role.LORA, version(5), full('a'));

        isFile(resolved, 90);
        assertThat(codes(resolved)).containsExactly("VERSION_GONE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OpenAI",
                "Nano Banana",
                "Seedream",
                "Seedance",
                "Imagen4",
                "Kling",
                "Sora 2",
                "Veo 3",
                "Vidu Q1",
                "MiniMax H3",
                "Grok",
                "Reve",
                "HappyHorse",
                "Ideogram 4.0",
                "Flux.1 Pro",
                "Flux 1.1 Pro Ultra",
                "Wan Video 2.5 T2V",
                "Wan Video 2.5 I2V",
                "Wan Image 2.7",
                "Wan Video 2.7"
            })
    void anEngineBehindAnApiIsNoModelToRunAtHome(String baseModel) {
        var resolved = resolve(Role.CHECKPOINT, version(5), new Clue.Titled("Somebody's", "v4", baseModel));

        assertThat(resolved.resolution()).isEqualTo(new Resolution.RemoteOnly("Somebody's v4 (" + baseModel + ")"));
        assertThat(site.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pony",
                "SDXL 1.0",
                "Flux.1 D",
                "Flux.1 Kontext",
                "Flux.2 D",
                "Wan Video 2.2 I2V-A14B",
                "Qwen",
                "Wan Video 14B t2v",
                "",
                "Reverie",
                "ZImageTurbo",
                "LTXV 2.3"
            })
    void aModelIsNoEngine(String baseModel) {
        site.version(MadeVersion.of(5, "Checkpoint").base(baseModel).with(MadeFile.of(50, "a.safetensors", 'a')));

        isFile(resolve(Role.CHECKPOINT, version(5), new Clue.Titled("A", "v", baseModel)), 50);
    }

    @Test
    void aVersionThatOnlyTheSiteRunsIsRemote() {
        site.version(MadeVersion.of(5, "Checkpoint").and("usageControl", Json.of("ExternalGeneration")));
        site.version(MadeVersion.of(6, "Checkpoint").and("usageControl", Json.of("Generation")));
        site.version(MadeVersion.of(7, "Checkpoint").base("Seedream").with(MadeFile.of(70, "x.safetensors", 'a')));

        for (long id = 5; id <= 7; id++) {
            assertThat(resolve(Role.CHECKPOINT, version(id)).resolution()).isInstanceOf(Resolution.RemoteOnly.class);
        }
    }
}
