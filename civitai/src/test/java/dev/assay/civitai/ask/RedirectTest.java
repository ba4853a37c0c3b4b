package dev.assay.civitai.ask;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.civitai.Rig;
import dev.assay.civitai.Site;
import dev.assay.civitai.TestTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RedirectTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    private ScriptedServer first;
    private ScriptedServer second;
    private Http http;
    private Site site;

    @BeforeEach
    void start() throws IOException {
        first = new ScriptedServer();
        second = new ScriptedServer();
        http = Impatient.http(new TestTime());
        site = Rig.site(first.origin(), Optional.of(KEY));
    }

    @AfterEach
    void stop() {
        http.close();
        first.close();
        second.close();
    }

    @Test
    void keepsTheKeyWithinTheOrigin() {
        first.redirect("/a", "/b");
        first.answer("/b", "{\"id\":1}");
        assertThat(ask("/a")).isInstanceOf(Answer.Told.class);
        assertThat(first.authorizations()).containsExactly("Bearer " + KEY, "Bearer " + KEY);
    }

    @Test
    void leadsARedirectToTheRealSiteToItsReplacement() {
        first.redirect("/a", "https://civitai.com/b");
        first.answer("/b", "{\"id\":1}");
        assertThat(ask("/a")).isInstanceOf(Answer.Told.class);
    }

    @Test
    void takesNoAnswerFromAnotherHost() {
        first.redirect("/a", second.origin() + "/b");
        second.answer("/b", "{\"id\":1}");
        assertThat(kind(ask("/a"))).isEqualTo(Answer.Kind.NOT_AN_ANSWER);
        assertThat(second.authorizations()).isEmpty();
    }

    @Test
    void followsNoRedirectToPlainHttpElsewhereNorToOtherSchemes() {
        first.redirect("/a", "http://civitai.example.org/b?token=abcdef");
        first.redirect("/c", "file:///etc/passwd");
        first.redirect("/d", "http://[bad");
        assertThat(ask("/a"))
                .isInstanceOfSatisfying(
                        Answer.Silent.class,
                        it -> assertThat(it.message())
                                .contains("civitai.example.org")
                                .doesNotContain("abcdef"));
        assertThat(kind(ask("/c"))).isEqualTo(Answer.Kind.NOT_AN_ANSWER);
        assertThat(kind(ask("/d"))).isEqualTo(Answer.Kind.NOT_AN_ANSWER);
    }

    @Test
    void takesAListAlongWithinTheOrigin() {
        first.redirect("/a", "/b");
        first.answer("/b", "[1]");
        assertThat(askAbout("/a", "x", "y")).isInstanceOf(Answer.Told.class);
        assertThat(first.questions()).containsExactly("POST [\"x\",\"y\"]", "POST [\"x\",\"y\"]");
        assertThat(first.authorizations()).containsExactly("Bearer " + KEY, "Bearer " + KEY);
    }

    @Test
    void followsNoRedirectThatWouldDropAList() {
        for (var status : List.of(301, 302, 303)) {
            first.redirect("/a" + status, "/b", status);
            assertThat(kind(askAbout("/a" + status, "x"))).isEqualTo(Answer.Kind.NOT_AN_ANSWER);
        }
        assertThat(first.questions()).hasSize(3);
    }

    @Test
    void tellsNoOtherHostWhatWasAskedAbout() {
        first.redirect("/a", second.origin() + "/b");
        second.answer("/b", "[1]");
        assertThat(kind(askAbout("/a", "x"))).isEqualTo(Answer.Kind.NOT_AN_ANSWER);
        assertThat(second.questions()).isEmpty();
    }

    @Test
    void endsALoop() {
        first.redirect("/a", "/a");
        assertThat(kind(ask("/a"))).isEqualTo(Answer.Kind.NOT_AN_ANSWER);
        assertThat(first.authorizations()).hasSize(6);
    }

    @Test
    void sendsNoKeyForAFileNorAlongItsRedirect() throws IOException {
        first.redirect("/file", second.origin() + "/stored");
        second.answer("/stored", "bytes");
        var into = Files.createFile(folder.resolve("f"));
        var reply = new FileAsker(site, http, RequestLog.NONE).fetch(URI.create(first.origin() + "/file"), into, 100);
        assertThat(reply)
                .isInstanceOfSatisfying(
                        FileReply.Whole.class,
                        whole -> assertThat(whole.bytes()).isEqualTo(5));
        assertThat(into).hasContent("bytes");
        assertThat(first.authorizations()).containsExactly("");
        assertThat(second.authorizations()).containsExactly("");
    }

    @Test
    void takesNoFileBeyondItsBound() throws IOException {
        first.answer("/file", "x".repeat(1000));
        var into = Files.createFile(folder.resolve("f"));
        assertThat(new FileAsker(site, http, RequestLog.NONE).fetch(URI.create(first.origin() + "/file"), into, 100))
                .isInstanceOf(FileReply.Silent.class);
    }

    @Test
    void doesNotReachAHostThatIsNotThere() {
        second.close();
        site = Rig.site(second.origin(), Optional.of(KEY));
        assertThat(kind(ask("/a"))).isEqualTo(Answer.Kind.UNREACHABLE);
    }

    private Answer ask(String path) {
        return new HttpAsker(site, http, Ledger.NONE, RequestLog.NONE).ask(Question.of(path));
    }

    private Answer askAbout(String path, String... these) {
        return new HttpAsker(site, http, Ledger.NONE, RequestLog.NONE).ask(Question.about(path, List.of(these)));
    }

    private static Answer.Kind kind(Answer answer) {
        return ((Answer.Silent) answer).kind();
    }
}
