package dev.assay.civitai.model;

import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HashResolutionTest extends ResolverTest {

    private static final MadeFile FILE = MadeFile.of(50, "a.safetensors", 'a');

    @Test
    void theWholeHashIdentifies() {
        site.byHash(MadeFile.sha('a'), MadeVersion.of(5, "LORA").with(MadeFile.of(49, "z.pt", 'f'), FILE));

        isFile(resolve(Role.LORA, full('a')), 50);
    }

    @Test
    void anAnswerWithoutTheHashIdentifiesNothing() {
        site.byHash(MadeFile.sha('b'), MadeVersion.of(5, "LORA").with(FILE));

        assertThat(resolve(Role.LORA, full('b')).resolution())
                .isInstanceOfSatisfying(Resolution.Unidentified.class, unidentified -> {
                    assertThat(unidentified.tried()).first().asString().contains("model version 5");
                    assertThat(unidentified.candidates()).hasSize(1);
                });
    }

    @Test
    void anArchivedAnswerWithoutFilesIdentifiesNothing() {
        site.byHash("aaaaaaaaaa", MadeVersion.of(5, "LORA"));

        assertThat(resolve(Role.LORA, key("aaaaaaaaaa")).resolution()).isInstanceOf(Resolution.Unidentified.class);
    }

    @Test
    void tenDigitsIdentifyByTheHeadOfTheSha256() {
        site.byHash("aaaaaaaaaa", MadeVersion.of(5, "Checkpoint").with(FILE));

        isFile(resolve(Role.CHECKPOINT, key("0xAAAAAAAAAA")), 50);
    }

    @Test
    void tenDigitsIdentifyByAutoV2WhereNoSha256IsStated() {
        var old = FILE.hashes(Json.object().put("AutoV2", "ABCDEF0123").build());
        site.byHash("abcdef0123", MadeVersion.of(5, "Checkpoint").with(old));

        isFile(resolve(Role.CHECKPOINT, key("abcdef0123")), 50);
    }

    @Test
    void twelveDigitsIdentifyByAutoV3OrTheHeadOfTheSha256() {
        site.byHash("123456abcdef", MadeVersion.of(5, "LORA").with(FILE.autoV3("123456ABCDEF")));
        site.byHash("aaaaaaaaaaaa", MadeVersion.of(6, "LORA").with(FILE));

        isFile(resolve(Role.LORA, key("123456abcdef")), 50);
        isFile(resolve(Role.LORA, key("aaaaaaaaaaaa")), 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSHS_12", "AutoV1", "CRC32", "BLAKE3", "QUUX9"})
    void noOtherHashCounts(String kind) {
        var stated = Json.object()
                .put("SHA256", MadeFile.sha('a'))
                .put(kind, "123456ABCDEF")
                .build();
        site.byHash("123456abcdef", MadeVersion.of(5, "LORA").with(FILE.hashes(stated)));

        assertThat(resolve(Role.LORA, key("123456abcdef")).resolution()).isInstanceOf(Resolution.Unidentified.class);
    }

    @Test
    void aHashOfSeveralDifferentFilesIsAmbiguous() {
        site.byHash(
                "123456abcdef",
                MadeVersion.of(5, "LORA")
                        .with(
                                FILE.autoV3("123456ABCDEF"),
                                MadeFile.of(51, "b.safetensors", 'b')
                                        .autoV3("123456ABCDEF")
                                        .primary()));

        assertThat(resolve(Role.LORA, key("123456abcdef")).resolution()).isInstanceOf(Resolution.Ambiguous.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"e3b0c44298", "e3b0c44298fc", "0000000000", "000000000000", "1234abcd"})
    void neverAsksForHashesThatIdentifyNothing(String hash) {
        assertThat(resolve(Role.LORA, key(hash)).resolution()).isInstanceOf(Resolution.Unidentified.class);
        assertThat(site.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "0000000000000000000000000000000000000000000000000000000000000000"
            })
    void neverAsksForTheHashOfNothing(String hash) {
        var clue = new Clue.FullHash(new Sha256(hash));

        assertThat(resolve(Role.LORA, clue).resolution()).isInstanceOf(Resolution.Unidentified.class);
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void theSentinelOfAnUnreachableFileIsNoHash() {
        var unreachable =
                FILE.hashes(Json.object().put("SHA256", "0".repeat(64)).build());
        site.version(MadeVersion.of(5, "LORA").with(unreachable));

        assertThat(resolve(Role.LORA, version(5)).resolution())
                .isInstanceOfSatisfying(
                        Resolution.Exact.class,
                        exact -> assertThat(exact.file().sha256()).isEmpty());
    }

    @Test
    void theHeadOfAWholeHashIsNotAskedAgain() {
        resolve(Role.LORA, full('a'), key("aaaaaaaaaa"));

        assertThat(site.asked()).hasSize(1);
    }

    @Test
    void aShortHashOfAFileThatTheWholeHashContradictsIsNotIt() {
        site.byHash("123456abcdef", MadeVersion.of(5, "LORA").with(FILE.autoV3("123456ABCDEF")));

        assertThat(resolve(Role.LORA, full('b'), key("123456abcdef")).resolution())
                .isInstanceOf(Resolution.Unidentified.class);
    }

    @Test
    void anAirOfAnotherPlaceIdentifiesNothing() {
        assertThat(resolve(Role.LORA, air("urn:air:sdxl:lora:huggingface:who/what@main"))
                        .resolution())
                .isInstanceOfSatisfying(
                        Resolution.Unidentified.class,
                        unidentified ->
                                assertThat(unidentified.tried()).anyMatch(line -> line.contains("Hugging Face")));
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void onlyAnAnswerWithTheHashMayBeUsedAgain() {
        site.byHash("aaaaaaaaaa", MadeVersion.of(5, "LORA").with(FILE));
        site.byHash("bbbbbbbbbb", MadeVersion.of(6, "LORA").with(FILE));

        resolve(Role.LORA, key("aaaaaaaaaa"));
        resolve(Role.LORA, key("bbbbbbbbbb"));
        resolve(Role.LORA, key("cccccccccc"));

        assertThat(validated.addresses)
                .containsExactly(
                        "/api/v1/model-versions/by-hash/AAAAAAAAAA", "/api/v1/model-versions/by-hash/CCCCCCCCCC");
    }
}
