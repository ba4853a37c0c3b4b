package dev.assay.core.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Law 1, as far as it can be told without a network. */
class EvidenceTest {

    private static final long ASKED = 96712457;
    private static final long OTHER = 9173928;
    private static final Document META =
            new Document.Meta(Json.object().put("seed", 1).build(), Json.none());

    private final Subject subject = new Subject.SiteImage(ASKED, Optional.empty());

    @Test
    void provesByTheSitesOwnItemThatCarriesTheAskedId() {
        var verdict = Evidence.weigh(subject, List.of(observed(Witness.ITEM, identity(ASKED, "u", 7, 832), META)));
        assertThat(verdict).isInstanceOfSatisfying(Verdict.ProvenImage.class, proven -> {
            assertThat(proven.witnesses()).isEqualTo(1);
            assertThat(proven.image().value().documents())
                    .extracting(Attested::document)
                    .containsExactly(META);
        });
    }

    @Test
    void neverTakesAnAnswerAboutAnotherImage() {
        var verdict = Evidence.weigh(subject, List.of(observed(Witness.ITEM, identity(OTHER, "x", 8, 832), META)));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Unproven.class,
                        unproven -> assertThat(unproven.foreign())
                                .singleElement()
                                .satisfies(foreign -> assertThat(foreign.why()).contains("96712457", "9173928")));
    }

    @Test
    void goesOnWithTheRemainingWitnessesButNotWithTheForeignMetadata() {
        var verdict = Evidence.weigh(
                subject,
                List.of(
                        observed(Witness.ITEM, identity(ASKED, "u", 7, 832)),
                        observed(Witness.META_WRAPPER, Identity.ofImage(OTHER), META)));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.ProvenImage.class,
                        proven -> assertThat(proven.image().value().documents()).isEmpty());
    }

    @Test
    void stopsWhereWitnessesOfTheRightImageContradictEachOther() {
        var item = observed(Witness.ITEM, identity(ASKED, "u", 7, 832), META);
        assertThat(Evidence.weigh(subject, List.of(item, observed(Witness.IMAGE, identity(ASKED, "other", 7, 832)))))
                .isInstanceOf(Verdict.Contradicted.class);
        assertThat(Evidence.weigh(subject, List.of(item, observed(Witness.IMAGE, identity(ASKED, "u", 9, 832)))))
                .isInstanceOf(Verdict.Contradicted.class);
        assertThat(Evidence.weigh(subject, List.of(item, observed(Witness.IMAGE, identity(ASKED, "u", 7, 512)))))
                .isInstanceOf(Verdict.Contradicted.class);
    }

    @Test
    void doesNotProveByGenerationDataThatCarryNoId() {
        assertThat(Evidence.weigh(subject, List.of(observed(Witness.GENERATION_DATA, Identity.NONE, META))))
                .isInstanceOf(Verdict.Unproven.class);
    }

    @Test
    void marksUnlabelledGenerationDataWhereTheImageItselfIsProven() {
        var data = new Document.GenerationData(Json.object().build());
        var verdict = Evidence.weigh(
                subject,
                List.of(
                        observed(Witness.IMAGE, identity(ASKED, "u", 7, 832)),
                        observed(Witness.GENERATION_DATA, Identity.NONE, data)));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.ProvenImage.class,
                        proven -> assertThat(proven.image().value().documents())
                                .containsExactly(new Attested(data, Witness.GENERATION_DATA, false)));
    }

    @Test
    void doesNotProveByTheUsersWordAlone() {
        assertThat(Evidence.weigh(subject, List.of(observed(Witness.USER, Identity.NONE, META))))
                .isInstanceOf(Verdict.Unproven.class);
    }

    @Test
    void setsAsideAFileThatIsAnotherPicture() {
        var file = new Identity(
                OptionalLong.empty(),
                Optional.of("u"),
                OptionalLong.empty(),
                Optional.of(new Identity.Size(10, 10)),
                Optional.empty());
        var verdict = Evidence.weigh(
                subject,
                List.of(observed(Witness.ITEM, identity(ASKED, "u", 7, 832)), observed(Witness.FILE, file, META)));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.ProvenImage.class,
                        proven -> assertThat(proven.image().value().documents()).isEmpty());
    }

    @Test
    void treatsTheNumberInAMediaAddressAsAHint() {
        var media = new Subject.SiteImage(ASKED, Optional.of("wanted"));
        assertThat(Evidence.weigh(media, List.of(observed(Witness.ITEM, identity(ASKED, "u", 7, 832), META))))
                .isInstanceOf(Verdict.Unproven.class);
    }

    private static Identity identity(long id, String media, long post, int width) {
        return new Identity(
                OptionalLong.of(id),
                Optional.of(media),
                OptionalLong.of(post),
                Optional.of(new Identity.Size(width, 1216)),
                Optional.empty());
    }

    private static Observation observed(Witness witness, Identity identity, Document... documents) {
        return new Observation(witness, "question", "digest", Instant.EPOCH, identity, Facts.NONE, List.of(documents));
    }
}
