package dev.assay.civitai.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import dev.assay.civitai.Rig;
import dev.assay.civitai.ask.Answer;
import dev.assay.core.evidence.Evidence;
import dev.assay.core.evidence.Subject;
import dev.assay.core.evidence.Verdict;
import dev.assay.core.evidence.Witness;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Document;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.assay.civitai.image.Gist.codes;
import static dev.assay.civitai.image.Gist.meta;
import static dev.assay.civitai.image.Gist.proof;
import static dev.assay.civitai.image.Gist.seed;
import static dev.assay.civitai.image.Gist.verdict;
import static dev.assay.civitai.image.Gist.witnesses;
import static org.assertj.core.api.Assertions.assertThat;

class ImageInquiryTest {

    private static final Optional<String> KEY = Optional.of(IncidentWorld.KEY);
    private static final Optional<String> NO_KEY = Optional.empty();
    private static final long IMAGE = IncidentWorld.IMAGE;

    @TempDir
    private Path home;

    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new Rig(QuirksWorld.world(), home);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void provesAnImageByItsOwnItemWithoutAKey() {
        var inquiry = rig.inquire(IMAGE, NO_KEY);
        assertThat(inquiry.visibility()).isEqualTo(new Visibility.Visible());
        assertThat(inquiry.findings()).isEmpty();
        assertThat(witnesses(inquiry)).containsExactly(Witness.ITEM, Witness.META_WRAPPER);
        assertThat(seed(inquiry)).isEqualTo("1716271426");
        assertThat(rig.replica.requests()).hasSize(1);
    }

    @Test
    void hearsTheInnerWitnessesWithAKey() {
        var inquiry = rig.inquire(IMAGE, KEY);
        assertThat(witnesses(inquiry))
                .containsExactly(Witness.ITEM, Witness.META_WRAPPER, Witness.IMAGE, Witness.GENERATION_DATA);
        assertThat(proof(inquiry).witnesses()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void setsAnotherImagesItemAside(boolean withKey) {
        rig.replica.faults().on(Fault.IGNORE_IMAGE_ID);
        var inquiry = rig.inquire(IMAGE, withKey ? KEY : NO_KEY);
        var foreign = inquiry.observations().stream()
                .filter(o -> o.witness() == Witness.ITEM)
                .toList();
        assertThat(foreign).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(codes(inquiry)).contains("FILTER_IGNORED");
        if (withKey) {
            assertThat(inquiry.visibility()).isEqualTo(new Visibility.Visible());
        } else {
            assertThat(inquiry.visibility())
                    .isInstanceOfSatisfying(
                            Visibility.OnlyOthers.class,
                            others -> assertThat(others.received()).contains(World.HEAD));
            assertThat(verdict(inquiry)).isInstanceOf(Verdict.Unproven.class);
            assertThat(rig.replica.requests()).hasSize(1);
        }
    }

    @Test
    void takesTheRightItemWhereverItStands() {
        rig.replica.faults().on(Fault.WRONG_ITEM_FIRST).on(Fault.DUPLICATE_ITEMS);
        var inquiry = rig.inquire(IMAGE, NO_KEY);
        assertThat(seed(inquiry)).isEqualTo("1716271426");
        assertThat(witnesses(inquiry)).containsExactly(Witness.ITEM, Witness.META_WRAPPER, Witness.ITEM);
        assertThat(codes(inquiry)).containsExactly("FILTER_IGNORED");
    }

    @Test
    void doesNotTakeMetadataFromAForeignWrapper() {
        rig.replica.faults().on(Fault.FOREIGN_WRAPPER_ID);
        assertThat(proof(rig.inquire(IMAGE, NO_KEY)).image().value().documents())
                .isEmpty();
    }

    @Test
    void doesNotTakeAnotherImagesGenerationData() {
        rig.replica.faults().on(Fault.FOREIGN_GENERATION_DATA);
        var proof = proof(rig.inquire(IMAGE, KEY));
        assertThat(proof.witnesses()).isEqualTo(3);
        assertThat(proof.image().value().documents()).noneMatch(d -> d.document() instanceof Document.GenerationData);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTRADICTING_UUID", "CONTRADICTING_POST", "CONTRADICTING_SIZE"})
    void bringsContradictionsToLight(Fault fault) {
        rig.replica.faults().on(fault);
        assertThat(verdict(rig.inquire(IMAGE, KEY))).isInstanceOf(Verdict.Contradicted.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"META_FLAT", "META_NESTED", "META_DOUBLE_NESTED"})
    void unwrapsMetadataOfEveryShape(Fault fault) {
        rig.replica.faults().on(fault);
        var inquiry = rig.inquire(IMAGE, NO_KEY);
        assertThat(seed(inquiry)).isEqualTo("1716271426");
        assertThat(verdict(inquiry)).isInstanceOf(Verdict.ProvenImage.class);
    }

    @Test
    void keepsMetadataThatAreText() {
        rig.replica.faults().on(Fault.META_STRING);
        assertThat(meta(rig.inquire(IMAGE, NO_KEY))).isInstanceOf(Json.Str.class);
    }

    @Test
    void asksAgainWhereAListIsEmptyOnce() {
        rig.replica.faults().on(Fault.ONE_SHOT_EMPTY);
        assertThat(rig.inquire(IMAGE, NO_KEY).visibility()).isEqualTo(new Visibility.Visible());
        assertThat(rig.replica.requests()).hasSize(2);
        assertThat(rig.time.slept()).isPositive();
    }

    @Test
    void findsAnImageThatAWideMaskHides() {
        var inquiry = rig.inquire(QuirksWorld.HIDDEN_AT_31, NO_KEY);
        assertThat(inquiry.visibility()).isEqualTo(new Visibility.Visible());
        assertThat(rig.replica.requests()).hasSize(3);
    }

    @Test
    void saysThatNothingTellsTheReasonsApartWithoutAKey() {
        var inquiry = rig.inquire(QuirksWorld.UNPUBLISHED, NO_KEY);
        assertThat(inquiry.observations()).isEmpty();
        assertThat(inquiry.visibility())
                .isInstanceOfSatisfying(
                        Visibility.NotVisible.class,
                        it -> assertThat(it.message()).contains("5002", "key"));
        assertThat(rig.replica.requests()).hasSize(4);
    }

    @Test
    void saysThatAnImageIsGoneOrNeverWas() {
        assertThat(rig.inquire(123_456, KEY).visibility()).isEqualTo(new Visibility.Gone());
    }

    @Test
    void usesNothingOfAnImageThatIsNotPublished() {
        var inquiry = rig.inquire(QuirksWorld.UNPUBLISHED, KEY);
        assertThat(inquiry.visibility()).isInstanceOf(Visibility.Restricted.class);
        assertThat(inquiry.observations()).isEmpty();
        assertThat(rig.inquireOffline(QuirksWorld.UNPUBLISHED).observations()).isEmpty();
    }

    @Test
    void goesOnWithAnImageVisibleByItsLinkOnly() {
        var inquiry = rig.inquire(QuirksWorld.LINK_ONLY, KEY);
        assertThat(inquiry.visibility()).isEqualTo(new Visibility.VisibleByLinkOnly());
        assertThat(codes(inquiry)).containsExactly("LINK_ONLY");
        assertThat(verdict(inquiry)).isInstanceOf(Verdict.ProvenImage.class);
        assertThat(verdict(rig.inquireOffline(QuirksWorld.LINK_ONLY))).isInstanceOf(Verdict.ProvenImage.class);
    }

    @Test
    void tellsHiddenMetadataFromNone() {
        assertThat(rig.inquire(QuirksWorld.HIDDEN_META, KEY).visibility()).isEqualTo(new Visibility.MetaHidden());
        assertThat(rig.inquire(QuirksWorld.WITHOUT_META, KEY).visibility()).isEqualTo(new Visibility.MetaNone());
        var inquiry = rig.inquire(QuirksWorld.HIDDEN_META, NO_KEY);
        assertThat(inquiry.visibility()).isEqualTo(new Visibility.Visible());
        assertThat(codes(inquiry)).containsExactly("META_ABSENT");
    }

    @Test
    void suspectsTheKeyWhereThingsAreMissing() {
        var inquiry = rig.inquire(QuirksWorld.LINK_ONLY, Optional.of("not-a-key-of-theirs"));
        assertThat(inquiry.visibility()).isEqualTo(new Visibility.KeyInvalid());
        assertThat(codes(inquiry)).contains("KEY_INVALID");
        var listed = rig.inquire(IMAGE, Optional.of("not-a-key-of-theirs"));
        assertThat(listed.visibility()).isEqualTo(new Visibility.Visible());
        assertThat(codes(listed)).contains("KEY_INVALID");
    }

    @ParameterizedTest
    @EnumSource(names = {"TRPC_401_ALWAYS", "TRPC_NO_PROCEDURE_404", "TRPC_SCOPE_403", "TRPC_500"})
    void worksWithoutTheInnerWitnesses(Fault fault) {
        rig.replica.faults().on(fault);
        var inquiry = rig.inquire(IMAGE, KEY);
        assertThat(inquiry.visibility()).isEqualTo(new Visibility.Visible());
        assertThat(codes(inquiry)).containsOnly("WITNESS_UNHEARD");
        var unseen = rig.inquire(QuirksWorld.LINK_ONLY, KEY);
        assertThat(unseen.visibility()).isInstanceOf(Visibility.NotVisible.class);
    }

    @Test
    void understandsTheOtherEncodingOfTheInnerWitnesses() {
        rig.replica.faults().on(Fault.TRPC_DEVALUE);
        assertThat(proof(rig.inquire(IMAGE, KEY)).witnesses()).isEqualTo(4);
    }

    @Test
    void saysThatTheRegionIsBlocked() {
        rig.replica.faults().on(Fault.REGION_451);
        assertThat(rig.inquire(IMAGE, KEY).visibility()).isInstanceOf(Visibility.RegionBlocked.class);
        assertThat(rig.replica.requests()).hasSize(1);
    }

    @Test
    void saysThatTheServiceAnswersNonsense() {
        rig.replica.faults().on(Fault.HTML_200);
        assertThat(rig.inquire(IMAGE, NO_KEY).visibility())
                .isInstanceOfSatisfying(
                        Visibility.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(Answer.Kind.NOT_AN_ANSWER));
    }

    @Test
    void goesByTheImagesOwnRowWhereTheListsFail() {
        rig.replica.faults().on(FaultOrder.of(Fault.ERROR_500).at("/api/v1/images"));
        var inquiry = rig.inquire(IMAGE, KEY);
        assertThat(inquiry.visibility()).isEqualTo(new Visibility.Visible());
        assertThat(verdict(inquiry)).isInstanceOf(Verdict.ProvenImage.class);
        assertThat(codes(inquiry)).as("a witness that could not be heard").containsExactly("WITNESS_UNHEARD");
    }

    @Test
    void refusesTheNumbersImageWhereTheFileIsAnother() {
        var wanted = new Subject.SiteImage(IMAGE, Optional.of("00000000-1111-4222-8333-444444444444"));
        var inquiry = rig.inquire(wanted, KEY);
        assertThat(Evidence.weigh(wanted, inquiry.observations())).isInstanceOf(Verdict.Unproven.class);
        assertThat(inquiry.visibility()).isInstanceOf(Visibility.OnlyOthers.class);
    }

    @Test
    void repeatsOfflineWhatWasProven() {
        var before = rig.inquire(IMAGE, NO_KEY);
        rig.replica.forgetRequests();
        var again = rig.inquireOffline(IMAGE);
        assertThat(again.observations()).isEqualTo(before.observations());
        assertThat(rig.replica.requests()).isEmpty();
    }

    @Test
    void repeatsNothingForeignOffline() {
        rig.replica.faults().on(Fault.IGNORE_IMAGE_ID);
        rig.inquire(IMAGE, NO_KEY);
        assertThat(rig.inquireOffline(IMAGE).visibility())
                .isInstanceOfSatisfying(
                        Visibility.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(Answer.Kind.NOT_IN_JOURNAL));
    }
}
