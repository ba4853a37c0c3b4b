package dev.assay.civitai.model;

import java.util.List;

import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileChoiceTest extends ResolverTest {

    private static final MadeFile FULL =
            MadeFile.of(50, "thing_full.safetensors", 'a').primary();
    private static final MadeFile PRUNED =
            MadeFile.of(51, "thing_pruned.safetensors", 'b').type("Pruned Model");
    private static final MadeFile VAE = MadeFile.of(52, "thing.vae.pt", 'c').type("VAE");

    private void checkpoint(MadeFile... files) {
        site.version(MadeVersion.of(5, "Checkpoint").with(files));
    }

    @Test
    void theFileIdInTheAirDecides() {
        checkpoint(FULL, PRUNED, VAE);

        var resolved = resolve(Role.CHECKPOINT, air("urn:air:sdxl:checkpoint:civitai:50@5+51"));

        isFile(resolved, 51);
        assertThat(resolved.findings()).isEmpty();
    }

    @Test
    void aFileIdThatIsNotThereAnyMoreIsGone() {
        checkpoint(FULL);

        assertThat(resolve(Role.CHECKPOINT, air("urn:air:sdxl:checkpoint:civitai:50@5+99"))
                        .resolution())
                .isInstanceOf(Resolution.Gone.class);
    }

    @Test
    void theWholeHashDecidesOverPrimaryAndName() {
        checkpoint(FULL, PRUNED);

        isFile(resolve(Role.CHECKPOINT, version(5), full('b'), named("thing_full")), 51);
    }

    @Test
    void aShortHashDecidesOverPrimaryAndName() {
        checkpoint(FULL, PRUNED);

        var resolved = resolve(Role.CHECKPOINT, version(5), key("bbbbbbbbbb"), named("thing_full"));

        isFile(resolved, 51);
        assertThat(resolved.findings()).isEmpty();
    }

    @Test
    void aWholeHashThatNoFileHasContradictsTheVersion() {
        checkpoint(FULL, PRUNED);
        site.byHash(MadeFile.sha('d'), MadeVersion.of(8, "Checkpoint").with(MadeFile.of(80, "d.safetensors", 'd')));

        assertThat(resolve(Role.CHECKPOINT, version(5), full('d')).resolution())
                .isInstanceOfSatisfying(
                        Resolution.Mismatch.class,
                        mismatch -> assertThat(mismatch.what())
                                .contains("model version 5")
                                .contains(MadeFile.sha('d'))
                                .contains("model version 8"));
    }

    @Test
    void aShortHashThatNoFileHasIsADoubt() {
        checkpoint(FULL);

        var resolved = resolve(Role.CHECKPOINT, version(5), key("1234567890"));

        isFile(resolved, 50);
        assertThat(codes(resolved)).containsExactly("HASH_NOT_IN_VERSION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thing_pruned", "THING_Pruned.safetensors", "xl/thing_pruned", "sub\\thing_pruned"})
    void theExactFileNameDecidesOverPrimary(String name) {
        checkpoint(FULL, PRUNED);

        isFile(resolve(Role.CHECKPOINT, version(5), named(name)), 51);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thing", "thing_prune", "thing_pruned_v2", "thing_pruned.ckpt", ""})
    void aNameThatIsMerelyAlikeDecidesNothing(String name) {
        checkpoint(FULL, PRUNED);

        var resolved = resolve(Role.CHECKPOINT, version(5), named(name));

        isFile(resolved, 50);
        assertThat(codes(resolved)).containsExactly("PRIMARY_CHOSEN");
    }

    @Test
    void severalFilesAndNoPrimaryAreAmbiguous() {
        checkpoint(PRUNED, MadeFile.of(53, "other.safetensors", 'd'));

        assertThat(resolve(Role.CHECKPOINT, version(5)).resolution()).isInstanceOf(Resolution.Ambiguous.class);
    }

    @Test
    void aPrimaryOfAnotherKindIsNotTaken() {
        checkpoint(PRUNED, VAE.primary());

        isFile(resolve(Role.CHECKPOINT, version(5)), 51);
        isFile(resolve(Role.VAE, version(5)), 52);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Training Data", "Config", "Archive", "Workflow", "Something new"})
    void whatIsNoModelIsNeverTaken(String type) {
        checkpoint(MadeFile.of(54, "thing.zip", 'e').type(type).primary(), PRUNED);

        isFile(resolve(Role.CHECKPOINT, version(5), named("thing.zip")), 51);
    }

    @Test
    void aLinkedComponentOfAnotherVersionIsNotThisVersionsFile() {
        var component = VAE.and("downloadUrl", Json.of("https://civitai.com/api/download/models/777?type=VAE"));
        site.version(MadeVersion.of(5, "VAE").with(component, MadeFile.of(55, "own.safetensors", 'd')));

        isFile(resolve(Role.VAE, version(5)), 55);
    }

    @Test
    void identicalBytesListedTwiceAreOneFile() {
        checkpoint(FULL, MadeFile.of(56, "copy.safetensors", 'a'));

        var resolved = resolve(Role.CHECKPOINT, version(5));

        isFile(resolved, 50);
        assertThat(resolved.findings()).isEmpty();
    }

    @Test
    void aSharedAutoV3NarrowsButDoesNotDecide() {
        checkpoint(
                PRUNED.autoV3("5A5A5A5A5A5A"),
                MadeFile.of(57, "twin.safetensors", 'd').autoV3("5A5A5A5A5A5A"),
                FULL);

        assertThat(resolve(Role.CHECKPOINT, version(5), key("5a5a5a5a5a5a")).resolution())
                .isInstanceOfSatisfying(
                        Resolution.Ambiguous.class,
                        ambiguous -> assertThat(ambiguous.candidates()).hasSize(2));
    }

    @Test
    void aFileWithoutHashesIsNotContradicted() {
        checkpoint(
                MadeFile.of(58, "fresh.safetensors", 'a').hashes(Json.object().build()));

        isFile(resolve(Role.CHECKPOINT, version(5), full('d')), 58);
    }

    @Test
    void anArchivedVersionWithoutFilesIsGone() {
        checkpoint();

        assertThat(resolve(Role.CHECKPOINT, version(5)).resolution()).isInstanceOf(Resolution.Gone.class);
    }

    @ParameterizedTest
    @CsvSource({
        "LORA, LORA, LORA",
        "LoCon, UNKNOWN, LORA",
        "TextualInversion, UNKNOWN, EMBEDDING",
        "Checkpoint, UNKNOWN, CHECKPOINT",
        "Checkpoint, UNET, UNET",
        "Checkpoint, REFINER, REFINER",
        "Upscaler, OTHER, UPSCALER",
        "Controlnet, LORA, LORA",
        "MotionModule, UNKNOWN, OTHER",
    })
    void theModelTypeMakesTheRoleSpecific(String type, Role said, Role expected) {
        site.version(MadeVersion.of(5, type).with(MadeFile.of(50, "a.safetensors", 'a')));

        var resolved = resolve(said, version(5));

        isFile(resolved, 50);
        assertThat(resolved.ingredient().role()).isEqualTo(expected);
        assertThat(resolved.findings()).isEmpty();
    }

    @Test
    void aRoleThatTheModelCannotPlayIsSaid() {
        site.version(MadeVersion.of(5, "LORA").with(MadeFile.of(50, "a.safetensors", 'a')));

        var resolved = resolve(Role.CHECKPOINT, version(5));

        isFile(resolved, 50);
        assertThat(resolved.ingredient().role()).isEqualTo(Role.LORA);
        assertThat(codes(resolved)).isEqualTo(List.of("ROLE_DISAGREES"));
    }
}
