package dev.assay.replica;

import java.io.IOException;
import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.Visibility;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ImagesTest {

    private static final String INCIDENT =
            "/api/v1/images?imageId=96712457&browsingLevel=31&withMeta=true&flatMeta=false";

    private Replica replica;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        var world = IncidentWorld.builder()
                .image(Image.of(555).visibility(Visibility.HIDDEN_AT_31).build())
                .image(Image.of(556)
                        .visibility(Visibility.UNPUBLISHED)
                        .meta(Json.object().put("prompt", "a").build())
                        .build())
                .image(Image.of(557).visibility(Visibility.LINK_ONLY).build())
                .image(Image.of(558)
                        .level(16)
                        .type("video")
                        .hideMeta()
                        .meta(Json.object().put("prompt", "b").build())
                        .build())
                .build();
        replica = Replica.start(world);
        caller = new Caller(replica);
    }

    @AfterEach
    void stop() {
        caller.close();
        replica.close();
    }

    @Test
    void dropsAParameterItDoesNotKnow() throws Exception {
        assertThat(ids("/api/v1/images?ids=96712457&limit=1")).containsExactly(World.HEAD);
        assertThat(caller.json("/api/v1/images?ids=96712457&limit=1")
                        .at("items")
                        .at(0)
                        .at("postId")
                        .integer())
                .contains(1981754L);
    }

    @Test
    void skipsAFalsyFilter() throws Exception {
        assertThat(ids("/api/v1/images?imageId=&limit=1")).containsExactly(World.HEAD);
        assertThat(ids("/api/v1/images?postId=0&limit=1")).containsExactly(World.HEAD);
    }

    @Test
    void findsTheImageOnlyWhenItsLevelIsAskedFor() throws Exception {
        assertThat(ids("/api/v1/images?imageId=96712457")).isEmpty();
        assertThat(ids("/api/v1/images?imageId=96712457&nsfw=Mature")).isEmpty();
        assertThat(ids("/api/v1/images?imageId=96712457&nsfw=true")).containsExactly(IncidentWorld.IMAGE);
        assertThat(ids("/api/v1/images?postId=21452546&browsingLevel=31")).containsExactly(IncidentWorld.IMAGE);
        assertThat(ids("/api/v1/images?imageId=96712457&browsingLevel=0")).isEmpty();
    }

    @Test
    void givesTheIncidentsOwnMetadata() throws Exception {
        var item = item(INCIDENT);
        assertThat(item.at("meta").at("id").integer()).contains(IncidentWorld.IMAGE);
        var meta = item.at("meta").at("meta");
        assertThat(meta.at("seed").integer()).contains(1716271426L);
        assertThat(meta.at("cfgScale").integer()).contains(3L);
        assertThat(meta.at("steps").integer()).contains(30L);
        assertThat(item.at("nsfwLevel").text()).contains("X");
    }

    @Test
    void givesNoMetadataUnlessAskedAndNestsThemForAnImageId() throws Exception {
        assertThat(item("/api/v1/images?imageId=9173928").at("meta").isNull()).isTrue();
        assertThat(item("/api/v1/images?imageId=9173928&withMeta=true")
                        .at("meta")
                        .has("meta"))
                .isTrue();
        assertThat(item("/api/v1/images?postId=1981754&withMeta=true")
                        .at("meta")
                        .has("seed"))
                .isTrue();
        assertThat(item("/api/v1/images?imageId=558&nsfw=X&withMeta=1")
                        .at("meta")
                        .at("meta")
                        .isNull())
                .isTrue();
    }

    @Test
    void hidesByVisibility() throws Exception {
        assertThat(ids("/api/v1/images?imageId=555&browsingLevel=31")).isEmpty();
        assertThat(ids("/api/v1/images?imageId=555&browsingLevel=3")).containsExactly(555L);
        assertThat(ids("/api/v1/images?imageId=556&browsingLevel=31")).isEmpty();
        assertThat(ids("/api/v1/images?imageId=557&browsingLevel=1")).isEmpty();
    }

    @Test
    void refusesWhatTheSchemaRefuses() throws Exception {
        for (var query :
                List.of("imageId=abc", "imageId=1&imageId=2", "limit=201", "sort=Best", "nsfw=maybe", "username=a-b")) {
            var answer = caller.get("/api/v1/images?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(Json.parse(answer.body()).at("error").at("name").text()).contains("ZodError");
        }
        assertThat(caller.get("/api/v1/images?imageId=3000000000").statusCode()).isEqualTo(500);
        assertThat(caller.get("/api/v1/images?page=11&limit=100").statusCode()).isEqualTo(429);
    }

    @Test
    void pagesByCursorAndEchoesTheToken() throws Exception {
        var first = caller.json("/api/v1/images?limit=1&browsingLevel=31&token=secret");
        var metadata = first.at("metadata");
        assertThat(metadata.at("nextPage").text().orElseThrow()).contains("token=secret");
        var cursor = metadata.at("nextCursor").text().orElseThrow().replace("|", "%7C");
        assertThat(ids("/api/v1/images?limit=1&browsingLevel=31&cursor=" + cursor))
                .containsExactly(IncidentWorld.IMAGE);
        assertThat(ids("/api/v1/images?limit=1&browsingLevel=31&cursor=garbage"))
                .containsExactly(World.HEAD);
        assertThat(ids("/api/v1/images?limit=1&browsingLevel=31&page=2")).containsExactly(World.HEAD);
    }

    @Test
    void hasNoRouteForOneImage() throws Exception {
        var answer = caller.get("/api/v1/images/96712457");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    }

    @Test
    void ignoresAFilterOnDemand() throws Exception {
        replica.faults().on(Fault.IGNORE_IMAGE_ID);
        assertThat(ids(INCIDENT + "&limit=1")).containsExactly(World.HEAD);
        replica.faults().clear().on(Fault.IGNORE_POST_ID);
        assertThat(ids("/api/v1/images?postId=21452546&limit=1")).containsExactly(World.HEAD);
    }

    @Test
    void mixesOtherItemsInOnDemand() throws Exception {
        replica.faults().on(Fault.WRONG_ITEM_FIRST);
        assertThat(ids(INCIDENT)).containsExactly(World.HEAD, IncidentWorld.IMAGE);
        replica.faults().clear().on(Fault.DUPLICATE_ITEMS);
        assertThat(ids(INCIDENT)).containsExactly(IncidentWorld.IMAGE, IncidentWorld.IMAGE);
    }

    @Test
    void isEmptyOnceOrAlwaysOnDemand() throws Exception {
        replica.faults().on(Fault.ONE_SHOT_EMPTY);
        assertThat(caller.get(INCIDENT).body()).isEqualTo("{\"items\":[],\"metadata\":{}}");
        assertThat(ids(INCIDENT)).containsExactly(IncidentWorld.IMAGE);
        replica.faults().on(Fault.EMPTY_ALWAYS);
        assertThat(ids(INCIDENT)).isEmpty();
        assertThat(ids(INCIDENT)).isEmpty();
    }

    @Test
    void shapesMetadataOnDemand() throws Exception {
        assertThat(metaUnder(Fault.META_FLAT).has("seed")).isTrue();
        assertThat(metaUnder(Fault.META_NESTED).at("meta").has("seed")).isTrue();
        assertThat(metaUnder(Fault.META_DOUBLE_NESTED).at("meta").at("meta").has("seed"))
                .isTrue();
        assertThat(metaUnder(Fault.META_STRING).text().orElseThrow()).contains("Seed: 1716271426");
        assertThat(metaUnder(Fault.META_NULL).isNull()).isTrue();
        assertThat(metaUnder(Fault.FOREIGN_WRAPPER_ID).at("id").integer()).contains(World.HEAD);
        assertThat(metaUnder(Fault.BROKEN_COMFY_JSON)
                        .at("meta")
                        .at("comfy")
                        .text()
                        .orElseThrow())
                .contains("undefined");
        assertThat(metaUnder(Fault.SEED_BEYOND_2_53).at("meta").at("seed").scalar())
                .contains("18446744073709552000");
    }

    private Json metaUnder(Fault fault) throws Exception {
        replica.faults().clear().on(fault);
        return item(INCIDENT).at("meta");
    }

    private Json item(String target) throws Exception {
        return caller.json(target).at("items").at(0);
    }

    private List<Long> ids(String target) throws Exception {
        return caller.json(target).at("items").items().stream()
                .map(item -> item.at("id").integer().orElseThrow())
                .toList();
    }
}
