package dev.assay.civitai.image;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.civitai.Rig;
import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.Ledger;
import dev.assay.civitai.ask.Question;
import dev.assay.civitai.journal.OfflineAsker;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.QuirksWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PostListingTest {

    @TempDir
    private Path home;

    @Test
    void listsThePostsOwnImagesAndNoOthers() throws IOException {
        try (var rig = new Rig(QuirksWorld.world(), home)) {
            var images = new PostListing(rig.asker(Optional.empty()), rig.journal).list(QuirksWorld.POST_OF_TWO);
            assertThat(images.ids()).containsExactlyInAnyOrder(6001L, 6002L);
            assertThat(images.foreign()).isEmpty();
            assertThat(images.trouble()).isEmpty();
            rig.replica.faults().on(Fault.IGNORE_POST_ID);
            var ignored = new PostListing(rig.asker(Optional.empty()), rig.journal).list(999_999);
            assertThat(ignored.ids()).isEmpty();
            assertThat(ignored.foreign()).isNotEmpty();
        }
    }

    /** What was proven before is answered without the site, and says how old it is; what was not is not. */
    @Test
    void listsThemOfflineWhereThatWasProvenBefore() throws IOException {
        try (var rig = new Rig(QuirksWorld.world(), home)) {
            var site = rig.site(Optional.empty());
            var offline = new PostListing(new OfflineAsker(site, rig.journal), rig.journal);
            var none = offline.list(QuirksWorld.POST_OF_TWO);
            assertThat(none.trouble()).map(Answer.Silent::kind).contains(Answer.Kind.NOT_IN_JOURNAL);
            var online = new PostListing(rig.asker(Optional.empty()), rig.journal);
            assertThat(online.list(QuirksWorld.POST_OF_TWO).asOf()).isEmpty();
            rig.replica.faults().on(Fault.IGNORE_POST_ID);
            online.list(999_999);
            var again = offline.list(QuirksWorld.POST_OF_TWO);
            assertThat(again.ids()).containsExactlyInAnyOrder(6001L, 6002L);
            assertThat(again.trouble()).isEmpty();
            assertThat(again.asOf()).isPresent();
            assertThat(offline.list(999_999).trouble()).isPresent();
        }
    }

    @Test
    void turnsPagesByTheCursorAlone() {
        var script = new Script(
                "{'items':[{'id':1,'postId':5}],'metadata':{'nextCursor':'a','nextPage':'https://api.civitai.com/x?token=t'}}",
                "{'items':[],'metadata':{'nextCursor':7}}",
                "{'items':[{'id':2,'postId':5}],'metadata':{}}");
        var images = new PostListing(script, Ledger.NONE).list(5);
        assertThat(images.ids()).containsExactly(1L, 2L);
        assertThat(images.pages()).isEqualTo(3);
        assertThat(script.asked).hasSize(3);
        assertThat(script.asked.get(1)).endsWith("&cursor=a");
        assertThat(script.asked.get(2)).endsWith("&cursor=7");
    }

    @Test
    void endsWhereThePagesGoInCircles() {
        var same = new Script("{'items':[{'id':1,'postId':5}],'metadata':{'nextCursor':'a'}}");
        assertThat(new PostListing(same, Ledger.NONE).list(5).pages()).isEqualTo(2);
        var empty = new Script("{'items':[],'metadata':{'nextCursor':'a'}}");
        assertThat(new PostListing(empty, Ledger.NONE).list(5).pages()).isEqualTo(2);
    }

    @Test
    void saysWhatEndedItTooSoon() {
        var images = new PostListing(new Script("{'unexpected':true}"), Ledger.NONE).list(5);
        assertThat(images.trouble()).map(Answer.Silent::kind).contains(Answer.Kind.NOT_AN_ANSWER);
    }

    /** Answers one page after the other; the last one for ever. */
    private static final class Script implements Asker {

        private final List<String> pages;
        private final List<String> asked = new ArrayList<>();

        Script(String... pages) {
            this.pages = List.of(pages);
        }

        @Override
        public Answer ask(Question question) {
            var page = pages.get(Math.min(asked.size(), pages.size() - 1));
            asked.add(question.pathAndQuery());
            try {
                return new Answer.Told(
                        200,
                        Json.parse(page.replace('\'', '"')),
                        new Answer.Received(URI.create("https://civitai.com/x"), "", Instant.EPOCH, false));
            } catch (MalformedJsonException e) {
                throw new AssertionError(e);
            }
        }
    }
}
