package dev.assay.civitai.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.civitai.Secret;
import dev.assay.civitai.Site;
import dev.assay.civitai.TestTime;
import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.Ledger;
import dev.assay.core.evidence.Evidence;
import dev.assay.core.evidence.Subject;
import dev.assay.core.evidence.Verdict;
import dev.assay.core.evidence.Witness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the site does on few days only, so that the replica does not. */
class RareCasesTest {

    private static final String LIST = "/api/v1/images";
    private static final String ROW = "/api/trpc/image.get";
    private static final String GENERATION = "/api/trpc/image.getGenerationData";
    private static final String EMPTY = "{'items':[],'metadata':{}}";
    private static final String ITEM = "{'items':[{'id':7,'meta':{'id':7,'meta':{'prompt':'a pear'}}}]}";
    private static final String DATA = "{'result':{'data':{'json':{'meta':{'prompt':'a pear'},'resources':[]}}}}";
    private static final String NOT_FOUND =
            "{'error':{'json':{'message':'No image with id 7','data':{'code':'NOT_FOUND'}}}}";
    private static final Subject.SiteImage IMAGE = new Subject.SiteImage(7, Optional.empty());

    private final List<String> validated = new ArrayList<>();
    private final ScriptedAsker main = new ScriptedAsker();

    @Test
    void asksTheSisterHostOnceWhereNoListShowsTheImage() {
        main.on(LIST, 200, EMPTY);
        var sibling = new ScriptedAsker().on(LIST, 200, ITEM);
        var inquiry = inquire(Optional.empty(), Optional.of(sibling));
        assertThat(inquiry.visibility()).isEqualTo(new Visibility.Visible());
        assertThat(main.asked).hasSize(4).doesNotHaveDuplicates();
        assertThat(sibling.asked).hasSize(1);
    }

    @Test
    void doesNotMindASilentSisterHost() {
        main.on(LIST, 200, EMPTY);
        assertThat(inquire(Optional.empty(), Optional.of(new ScriptedAsker())).visibility())
                .isInstanceOf(Visibility.NotVisible.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'publishedAt':null",
                "'publishedAt':'2099-01-01T00:00:00.000Z'",
                "'availability':'Private'",
                "'ingestion':'Blocked'",
                "'blockedFor':'tos'",
                "'needsReview':'minor'"
            })
    void usesNothingUnpublishedEvenWithItsOwnersKey(String mark) {
        main.on(LIST, 200, EMPTY).on(ROW, 200, row(mark)).on(GENERATION, 200, DATA);
        var inquiry = inquire(Secret.of("k"), Optional.empty());
        assertThat(inquiry.visibility()).isInstanceOf(Visibility.Restricted.class);
        assertThat(inquiry.observations()).isEmpty();
        assertThat(validated).isEmpty();
    }

    @Test
    void dropsMetadataThatACacheHasKeptSinceTheyWereHidden() {
        main.on(LIST, 200, ITEM).on(ROW, 200, row("'hideMeta':true")).on(GENERATION, 200, DATA);
        var inquiry = inquire(Secret.of("k"), Optional.empty());
        assertThat(inquiry.visibility()).isEqualTo(new Visibility.MetaHidden());
        assertThat(inquiry.observations())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.documents()).isEmpty());
        assertThat(validated).noneMatch(path -> path.contains(LIST));
    }

    @Test
    void leavesGenerationDataOutWhereTheRowIsNotShown() {
        main.on(LIST, 200, ITEM).on(ROW, 404, NOT_FOUND).on(GENERATION, 200, DATA);
        var inquiry = inquire(Secret.of("k"), Optional.empty());
        assertThat(inquiry.visibility()).isEqualTo(new Visibility.Visible());
        assertThat(inquiry.observations()).noneMatch(one -> one.witness() == Witness.GENERATION_DATA);
    }

    @Test
    void takesNoWrapperInsideAnItemThatDoesNotSayWhoseItIs() {
        main.on(
                LIST,
                200,
                "{'items':[{'meta':{'id':7,'meta':{'prompt':'a pear'}}},{'id':8,'meta':{'id':7,'meta':{}}}]}");
        var inquiry = inquire(Optional.empty(), Optional.empty());
        assertThat(Evidence.weigh(IMAGE, inquiry.observations())).isInstanceOf(Verdict.Unproven.class);
    }

    @Test
    void saysThatTheSiteRefusesOrAnswersNonsense() {
        main.on(LIST, 403, "{'error':'Forbidden'}");
        assertThat(inquire(Optional.empty(), Optional.empty()).visibility())
                .isInstanceOfSatisfying(
                        Visibility.Restricted.class,
                        it -> assertThat(it.message()).contains("Forbidden"));
        main.on(LIST, 200, "{'unexpected':1}");
        assertThat(inquire(Optional.empty(), Optional.empty()).visibility())
                .isInstanceOfSatisfying(
                        Visibility.Failed.class, it -> assertThat(it.kind()).isEqualTo(Answer.Kind.NOT_AN_ANSWER));
    }

    @Test
    void asksNothingMoreWhereTheSiteCannotBeReached() {
        assertThat(inquire(Secret.of("k"), Optional.of(new ScriptedAsker())).visibility())
                .isInstanceOf(Visibility.Failed.class);
        assertThat(main.asked).hasSize(1);
    }

    private Inquiry inquire(Optional<Secret> key, Optional<Asker> sibling) {
        var ledger = new Ledger() {
            @Override
            public void record(Exchange exchange) {}

            @Override
            public void validate(Answer.Received answer) {
                validated.add(answer.address().getPath());
            }
        };
        return new ImageInquiry(Site.real(key), main, sibling, ledger, new TestTime()).inquire(IMAGE);
    }

    private static String row(String mark) {
        return "{'result':{'data':{'json':{'id':7,'url':'69bf3279-df2c-4ec8-b795-479e9cd3db1b'," + mark + "}}}}";
    }
}
