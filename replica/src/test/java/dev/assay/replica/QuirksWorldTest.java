package dev.assay.replica;

import java.io.IOException;

import dev.assay.core.json.Json;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.sample.QuirkyModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuirksWorldTest {

    private Replica replica;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(QuirksWorld.world());
        caller = new Caller(replica);
    }

    @AfterEach
    void stop() {
        caller.close();
        replica.close();
    }

    @Test
    void givesOneNumberFourMeanings() throws Exception {
        var image = caller.json("/api/v1/images?imageId=4242").at("items").at(0);
        var post = caller.json("/api/v1/images?postId=4242").at("items").at(0);
        assertThat(image.at("id").integer()).contains(QuirksWorld.AMBIGUOUS);
        assertThat(post.at("id").integer()).contains(4243L);
        assertThat(caller.json("/api/v1/models/4242").at("name").text()).contains("A much used number");
        assertThat(caller.json("/api/v1/model-versions/4242").at("modelId").integer())
                .contains(7000L);
    }

    @Test
    void leaksHiddenMetadataThroughAVersion() throws Exception {
        var item = caller.json("/api/v1/images?imageId=5001&withMeta=true&flatMeta=true")
                .at("items")
                .at(0);
        assertThat(item.at("meta").isNull()).isTrue();
        var shown = caller.json("/api/v1/model-versions/" + QuirkyModels.LEAKING_VERSION)
                .at("images")
                .at(0);
        assertThat(shown.at("hasMeta").bool()).contains(false);
        assertThat(shown.at("meta").has("prompt")).isTrue();
    }

    @Test
    void sharesAutoV3BetweenDifferentFiles() throws Exception {
        var older = hashes(QuirkyModels.SAME_TENSORS_OLDER);
        var younger = hashes(QuirkyModels.SAME_TENSORS_YOUNGER);
        assertThat(older.at("AutoV3")).isEqualTo(younger.at("AutoV3"));
        assertThat(older.at("SHA256")).isNotEqualTo(younger.at("SHA256"));
        var found = caller.json(
                "/api/v1/model-versions/by-hash/" + younger.at("AutoV3").text().orElseThrow());
        assertThat(found.at("id").integer()).contains(QuirkyModels.SAME_TENSORS_OLDER);
    }

    @Test
    void findsTheOlderOfTwoVersionsWithOneFile() throws Exception {
        var hash = hashes(QuirkyModels.SAME_FILE_YOUNGER).at("SHA256").text().orElseThrow();
        assertThat(caller.json("/api/v1/model-versions/by-hash/" + hash)
                        .at("id")
                        .integer())
                .contains(QuirkyModels.SAME_FILE_OLDER);
    }

    @Test
    void tellsTheTwoBackendsApart() throws Exception {
        var byId = caller.json("/api/v1/images?imageId=4242").at("items").at(0);
        var byPost = caller.json("/api/v1/images?postId=77").at("items").at(0);
        assertThat(byId.at("id")).isEqualTo(byPost.at("id"));
        assertThat(byId.at("createdAt")).isNotEqualTo(byPost.at("createdAt"));
    }

    @Test
    void knowsPostsOnNewerServersOnly() throws Exception {
        assertThat(caller.get("/api/v1/posts/6000")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("text/html");
        try (var newer = Replica.start(QuirksWorld.builder().newerServer().build());
                var visitor = new Caller(newer)) {
            assertThat(visitor.json("/api/v1/posts/6000").at("images").items()).hasSize(2);
            assertThat(visitor.get("/api/v1/posts/1").body()).contains("Post not found");
        }
    }

    private Json hashes(long version) throws Exception {
        return caller.json("/api/v1/model-versions/" + version)
                .at("files")
                .at(0)
                .at("hashes");
    }
}
