package dev.assay.civitai.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.civitai.ask.Answer;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class MergingTest extends ResolverTest {

    private static final MadeFile FILE = MadeFile.of(50, "glitter.safetensors", 'a');
    private static final MadeVersion LORA = MadeVersion.of(5, "LORA").with(FILE);

    private static Ingredient lora(Source source, String strength, Clue... clues) {
        return Ingredient.of(Role.LORA, "a LoRA", source, clues)
                .withStrength(Optional.of(strength).filter(s -> !s.isEmpty()).map(BigDecimal::new), Optional.empty());
    }

    private ResolvedIngredient only(Ingredient... mentions) {
        var resolved = resolver.resolveAll(List.of(mentions));
        assertThat(resolved).hasSize(1);
        return resolved.getFirst();
    }

    @Test
    void mentionsOfOneVersionBecomeOne() {
        site.version(LORA);

        var resolved = only(
                Ingredient.of(Role.UNKNOWN, "version 5", ITEM, linked(5)),
                lora(ROWS, "0.8", version(5)),
                Ingredient.of(Role.UNKNOWN, "by AIR", ITEM, air("urn:air:sdxl:lora:civitai:50@5")));

        isFile(resolved, 50);
        assertThat(resolved.ingredient().role()).isEqualTo(Role.LORA);
        assertThat(resolved.ingredient().strength()).contains(new BigDecimal("0.8"));
        assertThat(resolved.ingredient().sources()).containsExactly(ITEM, ROWS);
        assertThat(site.asked()).containsOnlyOnce("/api/v1/model-versions/5");
    }

    @Test
    void aTagOfTheFilesNameGivesTheNamedVersionItsWeight() {
        site.version(LORA);

        var resolved = only(lora(BYTES, "0.65", named("glitter")), lora(ROWS, "", version(5)));

        isFile(resolved, 50);
        assertThat(resolved.ingredient().strength()).contains(new BigDecimal("0.65"));
        assertThat(resolved.findings()).isEmpty();
    }

    @Test
    void aTagWhoseNameIsMerelyAlikeStaysAlone() {
        site.version(LORA);

        var resolved = resolver.resolveAll(List.of(lora(BYTES, "1", named("glitter_v2")), lora(ROWS, "", version(5))));

        assertThat(resolved).hasSize(2);
        assertThat(resolved.getFirst().resolution()).isInstanceOf(Resolution.Unidentified.class);
    }

    @Test
    void aNameThatTwoVersionsHaveDecidesNothing() {
        site.version(LORA);
        site.version(MadeVersion.of(6, "LORA").with(MadeFile.of(60, "glitter.safetensors", 'b')));

        var resolved = resolver.resolveAll(
                List.of(lora(BYTES, "1", named("glitter")), lora(ROWS, "", version(5)), lora(ROWS, "", version(6))));

        assertThat(resolved).hasSize(3);
        assertThat(resolved.getFirst().resolution()).isInstanceOf(Resolution.Unidentified.class);
    }

    @Test
    void aHashTellsWhichFileOfTheNamedVersionIsMeant() {
        site.version(MadeVersion.of(5, "LORA").with(FILE.primary(), MadeFile.of(51, "other.safetensors", 'b')));

        var resolved = only(lora(ITEM, "", version(5)), lora(BYTES, "0.5", named("local"), key("bbbbbbbbbb")));

        isFile(resolved, 51);
        assertThat(resolved.findings()).isEmpty();
        assertThat(site.asked()).noneMatch(path -> path.contains("by-hash"));
    }

    @Test
    void theFileOfTheNamedVersionCountsMoreThanTheOldestWithThatHash() {
        site.version(MadeVersion.of(5, "LORA").with(FILE.autoV3("123456ABCDEF")));
        site.byHash(
                "123456abcdef",
                MadeVersion.of(1, "LORA")
                        .with(MadeFile.of(10, "older.safetensors", 'b').autoV3("123456ABCDEF")));

        isFile(only(lora(BYTES, "1", named("x"), key("123456abcdef")), lora(ROWS, "", version(5))), 50);
    }

    @Test
    void aHashThatTheSiteDoesNotKnowLeavesTheNameWithADoubt() {
        site.version(LORA);

        var resolved = only(lora(BYTES, "0.5", named("glitter"), key("1234567890")), lora(ROWS, "", version(5)));

        isFile(resolved, 50);
        assertThat(codes(resolved)).containsExactly("HASH_NOT_IN_VERSION");
    }

    @Test
    void whatTurnsOutToBeTheSameBytesBecomesOne() {
        site.version(LORA);
        site.byHash(MadeFile.sha('a'), MadeVersion.of(3, "LORA").with(MadeFile.of(30, "re-upload.safetensors", 'a')));
        site.byHash("aaaaaaaaaa", MadeVersion.of(3, "LORA").with(MadeFile.of(30, "re-upload.safetensors", 'a')));

        isFile(only(lora(BYTES, "1", key("aaaaaaaaaa")), lora(ITEM, "1", version(5))), 50);
    }

    @Test
    void twoFilesOfOneVersionStayTwo() {
        site.version(MadeVersion.of(5, "LORA")
                .with(MadeFile.of(50, "high.safetensors", 'a').primary(), MadeFile.of(51, "low.safetensors", 'b')));

        var resolved = resolver.resolveAll(
                List.of(lora(ROWS, "", version(5)), lora(BYTES, "1", named("high")), lora(BYTES, "0.5", named("low"))));

        assertThat(resolved).hasSize(2);
        isFile(resolved.get(0), 50);
        isFile(resolved.get(1), 51);
    }

    @Test
    void theSameShortHashIsAskedOnce() {
        only(lora(BYTES, "1", named("one"), key("1234567890")), lora(ITEM, "1", named("two"), key("1234567890")));

        assertThat(site.asked()).containsOnlyOnce("/api/v1/model-versions/by-hash/1234567890");
    }

    @Test
    void theStrengthOfTheSourceThatComesFirstIsTakenAndTheOtherSaid() {
        site.version(LORA);

        var resolved = only(lora(BYTES, "0.4", version(5)), lora(ITEM, "0.9", version(5)));

        assertThat(resolved.ingredient().strength()).contains(new BigDecimal("0.9"));
        assertThat(codes(resolved)).containsExactly("LORA_WEIGHT_DISAGREES");
        assertThat(resolved.findings().getFirst().message()).contains("0.9", "0.4");
    }

    @Test
    void theRowsRoundingIsNoDisagreement() {
        site.version(LORA);

        assertThat(codes(only(lora(ITEM, "0.333", version(5)), lora(ROWS, "0.33", version(5)))))
                .isEmpty();
        assertThat(codes(only(lora(ITEM, "0.80", version(5)), lora(BYTES, "0.8", version(5)))))
                .isEmpty();
    }

    @Test
    void aFileInTwoPartsStaysTwo() {
        site.version(MadeVersion.of(5, "Checkpoint").with(FILE));

        var resolved = resolver.resolveAll(List.of(
                Ingredient.of(Role.CHECKPOINT, "base", ITEM, version(5)),
                Ingredient.of(Role.REFINER, "refiner", ITEM, version(5))));

        assertThat(resolved).hasSize(2);
    }

    @Test
    void aVaeOfTheNamedCheckpointIsFoundByItsExactName() {
        site.version(MadeVersion.of(5, "Checkpoint")
                .with(
                        FILE.primary(),
                        MadeFile.of(52, "sdxl_vae.safetensors", 'c').type("VAE")));

        var resolved = resolver.resolveAll(List.of(
                Ingredient.of(Role.CHECKPOINT, "base", ITEM, version(5)),
                Ingredient.of(Role.VAE, "vae", ITEM, named("sdxl_vae.safetensors"))));

        isFile(resolved.get(1), 52);
        assertThat(codes(resolved.get(1))).containsExactly("NAME_ONLY");
    }

    @Test
    void aVersionThatIsOnlyLinkedIsACandidateAndNoPartOfTheRecipe() {
        site.version(LORA);

        var resolved = only(Ingredient.of(Role.UNKNOWN, "version 5", ITEM, linked(5)));

        assertThat(resolved.onlyLinked()).isTrue();
        assertThat(codes(resolved)).containsExactly("LINKED_ONLY");
        assertThat(resolved.resolution())
                .isInstanceOfSatisfying(
                        Resolution.Unidentified.class,
                        unidentified -> assertThat(unidentified.candidates()).hasSize(1));
    }

    @Test
    void anExactNameInALinkedVersionIdentifiesWithADoubt() {
        site.version(LORA);

        var resolved =
                only(lora(BYTES, "0.5", named("Glitter")), Ingredient.of(Role.UNKNOWN, "version 5", ITEM, linked(5)));

        isFile(resolved, 50);
        assertThat(codes(resolved)).containsExactly("NAME_ONLY");
        assertThat(((Resolution.Exact) resolved.resolution()).how())
                .contains("file name")
                .contains("links to this image");
    }

    @Test
    void aHashInALinkedVersionIdentifiesWithoutDoubt() {
        site.version(LORA);

        var resolved = only(
                lora(BYTES, "0.5", named("local"), key("aaaaaaaaaa")),
                Ingredient.of(Role.UNKNOWN, "version 5", ITEM, linked(5)));

        isFile(resolved, 50);
        assertThat(resolved.findings()).isEmpty();
    }

    @Test
    void aNameInALinkedVersionOfAnotherKindIdentifiesNothing() {
        site.version(MadeVersion.of(5, "Checkpoint").with(FILE));

        var resolved = resolver.resolveAll(List.of(
                lora(BYTES, "0.5", named("glitter")), Ingredient.of(Role.UNKNOWN, "version 5", ITEM, linked(5))));

        assertThat(resolved.getFirst().resolution()).isInstanceOf(Resolution.Unidentified.class);
    }

    @Test
    void aNameAloneGetsCandidatesAndOneQuestion() {
        site.found(Json.of(List.of(
                LORA.asModel(),
                MadeVersion.of(6, "LORA")
                        .with(MadeFile.of(60, "glitter_2.safetensors", 'b'))
                        .asModel())));

        var resolved = only(lora(BYTES, "1", named("GLITTER"), key("1234abcd")));

        assertThat(resolved.resolution())
                .isInstanceOfSatisfying(
                        Resolution.Unidentified.class,
                        unidentified -> assertThat(unidentified.candidates())
                                .singleElement()
                                .satisfies(file -> assertThat(file.fileId()).isEqualTo(50)));
        assertThat(site.asked()).containsExactly("/api/v1/models");
    }

    @Test
    void aFailedSearchIsOnlyNoted() {
        site.silent("/api/v1/models", Answer.Kind.BUSY);

        assertThat(only(lora(BYTES, "1", named("glitter"))).resolution())
                .isInstanceOfSatisfying(
                        Resolution.Unidentified.class,
                        unidentified -> assertThat(unidentified.tried()).anyMatch(line -> line.contains("failed")));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "BUSY"})
    void aSiteThatDoesNotAnswerIsNotAskedForEverything(Answer.Kind kind) {
        List<Ingredient> many = new ArrayList<>();
        for (int id = 1; id <= 50; id++) {
            site.silent("/api/v1/model-versions/" + id, kind);
            many.add(lora(ITEM, "1", version(id)));
        }

        assertThat(resolver.resolveAll(many))
                .hasSize(50)
                .allSatisfy(one -> assertThat(one.resolution()).isInstanceOf(Resolution.Unreachable.class));
        assertThat(site.asked()).hasSize(3);
    }

    @Test
    void hostileMetadataMakeNoFlood() {
        List<Ingredient> many = new ArrayList<>();
        for (int id = 1; id <= 1000; id++) {
            many.add(lora(ITEM, "1", version(id)));
        }

        assertThat(resolver.resolveAll(many)).hasSize(1000);
        assertThat(site.asked()).hasSizeLessThanOrEqualTo(400);
    }
}
