package dev.assay.civitai.model;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.civitai.Rig;
import dev.assay.civitai.journal.OfflineAsker;
import dev.assay.core.hash.ShortHash;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The incident's models, from a site that misbehaves. */
class ReplicaResolutionTest {

    private static final Source ITEM = new Source(Origin.SITE_ITEM, "meta");
    private static final Source ROWS = new Source(Origin.SITE_ROWS, "resources");
    private static final long LORA = 712345;

    @TempDir
    private Path home;

    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new Rig(IncidentWorld.world(), home);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private ModelResolver resolver() {
        return new ModelResolver(rig.asker(Optional.empty()), rig.journal, rig.time::now);
    }

    private ModelResolver offline() {
        return new ModelResolver(new OfflineAsker(rig.site(Optional.empty()), rig.journal), rig.journal, rig.time::now);
    }

    private static Resolution lora(ModelResolver resolver) {
        return resolver.resolve(Ingredient.of(Role.LORA, "evening", ITEM, new Clue.Version(LORA)))
                .resolution();
    }

    private static Ingredient hashed(Role role, String name, String weight, Json hash) {
        return Ingredient.of(
                        role,
                        name,
                        ITEM,
                        new Clue.Named(name),
                        new Clue.KeyHash(
                                ShortHash.parse(hash.text().orElseThrow()).orElseThrow()))
                .withStrength(Optional.of(weight).filter(w -> !w.isEmpty()).map(BigDecimal::new), Optional.empty());
    }

    private static List<Ingredient> byHash() {
        var hashes = IncidentWorld.world()
                .image(IncidentWorld.IMAGE)
                .orElseThrow()
                .meta()
                .at("hashes");
        return List.of(
                hashed(Role.CHECKPOINT, "ponyDiffusionV6XL_v6StartWithThisOne", "", hashes.at("model")),
                hashed(Role.LORA, "evening_light_pony", "0.8", hashes.at("lora:evening_light_pony")),
                hashed(Role.LORA, "painted_hills_pdxl", "0.55", hashes.at("lora:painted_hills_pdxl")),
                hashed(Role.EMBEDDING, "calm_neg_pdxl", "", hashes.at("embed:calm_neg_pdxl")));
    }

    private static List<Ingredient> byVersion() {
        return Stream.of(290640L, LORA, 723456L, 734567L)
                .map(id -> Ingredient.of(Role.UNKNOWN, "version " + id, ROWS, new Clue.Version(id)))
                .toList();
    }

    private static List<Long> files(List<ResolvedIngredient> resolved) {
        return resolved.stream()
                .map(one -> ((Resolution.Exact) one.resolution()).file().fileId())
                .toList();
    }

    @Test
    void theIncidentsModelsAreFoundByTheirHashes() {
        assertThat(files(resolver().resolveAll(byHash()))).containsExactly(228616L, 601001L, 602002L, 603003L);
    }

    @Test
    void hashesAndVersionsOfTheSameModelsBecomeOne() {
        var resolved = resolver()
                .resolveAll(
                        Stream.concat(byHash().stream(), byVersion().stream()).toList());

        assertThat(files(resolved)).containsExactly(228616L, 601001L, 602002L, 603003L);
        assertThat(resolved).allSatisfy(one -> assertThat(one.findings()).isEmpty());
        assertThat(resolved.get(1).ingredient().strength()).contains(new BigDecimal("0.8"));
    }

    @Test
    void anotherVersionIsRefused() {
        rig.replica.faults().on(Fault.VERSION_ID_MISMATCH);

        assertThat(lora(resolver())).isInstanceOf(Resolution.Mismatch.class);
        rig.replica.faults().clear();
        assertThat(lora(offline())).isInstanceOf(Resolution.Unreachable.class);
    }

    @Test
    void aVersionOfAnotherModelIsRefused() {
        rig.replica.faults().on(Fault.VERSION_OF_ANOTHER_MODEL);

        assertThat(lora(resolver())).isInstanceOf(Resolution.Mismatch.class);
    }

    @Test
    void aLinkedVaeIsNotTheVersionsOwn() {
        rig.replica.faults().on(Fault.FILE_LIST_DIFFERS);

        assertThat(files(resolver().resolveAll(byVersion()))).containsExactly(228616L, 601001L, 602002L, 603003L);
    }

    @Test
    void aHashThatIsNotInTheFilesIdentifiesNothing() {
        rig.replica.faults().on(Fault.BY_HASH_ABSENT);

        assertThat(resolver().resolveAll(byHash()))
                .allSatisfy(one -> assertThat(one.resolution()).isInstanceOf(Resolution.Unidentified.class));
    }

    @Test
    void anArchivedAnswerIdentifiesNothing() {
        rig.replica.faults().on(Fault.BY_HASH_ARCHIVED);

        assertThat(resolver().resolveAll(byHash()))
                .allSatisfy(one -> assertThat(one.resolution()).isInstanceOf(Resolution.Unidentified.class));
    }

    @Test
    void theNamedVersionCountsMoreThanTheOldestDuplicate() {
        rig.replica.faults().on(Fault.BY_HASH_DUPLICATE);

        var resolved = resolver()
                .resolveAll(
                        Stream.concat(byHash().stream(), byVersion().stream()).toList());

        assertThat(resolved)
                .extracting(one -> ((Resolution.Exact) one.resolution()).file().versionId())
                .containsExactly(290640L, LORA, 723456L, 734567L);
    }

    @Test
    void aVersionIsKnownOfflineOnceItWasProven() {
        assertThat(lora(offline())).isInstanceOf(Resolution.Unreachable.class);

        var online = lora(resolver());

        assertThat(online).isInstanceOf(Resolution.Exact.class);
        assertThat(lora(offline())).isEqualTo(online);
    }

    @Test
    void aModelsVersionsAreListed() {
        assertThat(resolver().versionsOf(645321))
                .isInstanceOfSatisfying(
                        VersionList.Listed.class,
                        listed -> assertThat(listed.versions())
                                .singleElement()
                                .satisfies(version -> assertThat(version.id()).isEqualTo(LORA)));
        assertThat(resolver().versionsOf(645322))
                .isInstanceOfSatisfying(
                        VersionList.Unlisted.class,
                        unlisted -> assertThat(unlisted.why()).isInstanceOf(Resolution.Gone.class));
    }
}
