package dev.assay.replica;

import java.io.IOException;

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

class TrpcTest {

    private static final String INPUT = "?input=%7B%22json%22%3A%7B%22id%22%3A96712457%7D%7D";

    private Replica replica;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(IncidentWorld.builder()
                .image(Image.of(556).visibility(Visibility.UNPUBLISHED).build())
                .image(Image.of(557).visibility(Visibility.LINK_ONLY).build())
                .build());
        caller = new Caller(replica);
    }

    @AfterEach
    void stop() {
        caller.close();
        replica.close();
    }

    @Test
    void answersHoldersOfKeysAndTheSitesOwnPages() throws Exception {
        assertThat(caller.get("/api/trpc/image.get" + INPUT).statusCode()).isEqualTo(401);
        assertThat(caller.get("/api/trpc/image.get" + INPUT, "Authorization", "Bearer wrong")
                        .statusCode())
                .isEqualTo(401);
        assertThat(caller.get("/api/trpc/image.get" + INPUT, "Referer", "https://evil-civitai.com/")
                        .statusCode())
                .isEqualTo(401);
        assertThat(caller.get("/api/trpc/image.get" + INPUT, "Referer", "https://civitai.com/")
                        .statusCode())
                .isEqualTo(200);
        assertThat(caller.trpc("image.get", IncidentWorld.IMAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsOfTheImageWhoeverItIsRatedFor() throws Exception {
        var image = caller.payload("image.get", IncidentWorld.IMAGE);
        assertThat(image.at("id").integer()).contains(IncidentWorld.IMAGE);
        assertThat(image.at("postId").integer()).contains(IncidentWorld.POST);
        var data = caller.payload("image.getGenerationData", IncidentWorld.IMAGE);
        assertThat(data.at("meta").at("seed").integer()).contains(1716271426L);
        assertThat(data.at("resources").items())
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.at("imageId").integer()).contains(IncidentWorld.IMAGE));
        assertThat(data.has("id")).isFalse();
    }

    @Test
    void followsTheMatrixOfVisibility() throws Exception {
        assertThat(caller.trpc("image.get", 556).statusCode()).isEqualTo(404);
        assertThat(caller.trpc("image.getGenerationData", 556).statusCode()).isEqualTo(200);
        assertThat(caller.trpc("image.get", 557).statusCode()).isEqualTo(200);
        assertThat(caller.trpc("image.getGenerationData", 1).statusCode()).isEqualTo(404);
        assertThat(caller.trpc("image.get", 1).body()).contains("No image with id 1");
    }

    @Test
    void wantsNumbersAndKnownProcedures() throws Exception {
        assertThat(caller.trpc("image.get", "{\"json\":{\"id\":\"96712457\"}}").statusCode())
                .isEqualTo(400);
        assertThat(caller.trpc("image.tell", 1).body()).contains("No procedure found on path");
    }

    @Test
    void answersABatchWithManyStatuses() throws Exception {
        var input =
                "%7B%220%22%3A%7B%22json%22%3A%7B%22id%22%3A96712457%7D%7D%2C%221%22%3A%7B%22json%22%3A%7B%22id%22%3A1%7D%7D%7D";
        var answer = caller.get(
                "/api/trpc/image.get,image.get?batch=1&input=" + input, "Authorization", "Bearer " + IncidentWorld.KEY);
        assertThat(answer.statusCode()).isEqualTo(207);
        assertThat(Json.parse(answer.body()).items()).hasSize(2);
    }

    @Test
    void knowsIdsWhereRestDoesNot() throws Exception {
        var answer = caller.trpc("image.getInfinite", "{\"json\":{\"ids\":[96712457],\"browsingLevel\":31}}");
        var items = Json.parse(answer.body()).at("result").at("data").at("json").at("items");
        assertThat(items.items()).hasSize(1);
        assertThat(items.at(0).at("id").integer()).contains(IncidentWorld.IMAGE);
    }

    @Test
    void speaksOfAnotherImageOnDemand() throws Exception {
        replica.faults().on(Fault.FOREIGN_GENERATION_DATA).on(Fault.FOREIGN_IMAGE_GET);
        var data = caller.payload("image.getGenerationData", IncidentWorld.IMAGE);
        assertThat(data.at("resources").at(0).at("imageId").integer()).contains(World.HEAD);
        assertThat(caller.payload("image.get", IncidentWorld.IMAGE).at("id").integer())
                .contains(World.HEAD);
        replica.faults().clear().on(Fault.UNLABELLED_GENERATION_DATA);
        assertThat(caller.payload("image.getGenerationData", IncidentWorld.IMAGE)
                        .at("resources")
                        .items())
                .isEmpty();
    }

    @Test
    void contradictsTheItemOnDemand() throws Exception {
        var honest = caller.payload("image.get", IncidentWorld.IMAGE);
        replica.faults()
                .on(Fault.CONTRADICTING_UUID)
                .on(Fault.CONTRADICTING_POST)
                .on(Fault.CONTRADICTING_SIZE);
        var other = caller.payload("image.get", IncidentWorld.IMAGE);
        assertThat(other.at("id")).isEqualTo(honest.at("id"));
        for (var key : new String[] {"url", "postId", "width", "height"}) {
            assertThat(other.at(key)).as(key).isNotEqualTo(honest.at(key));
        }
    }

    @Test
    void refusesOnDemand() throws Exception {
        assertThat(statusUnder(Fault.TRPC_401_ALWAYS)).isEqualTo(401);
        assertThat(statusUnder(Fault.TRPC_SCOPE_403)).isEqualTo(403);
        assertThat(statusUnder(Fault.TRPC_NO_PROCEDURE_404)).isEqualTo(404);
        assertThat(statusUnder(Fault.TRPC_BUSY_429)).isEqualTo(429);
        assertThat(statusUnder(Fault.TRPC_500)).isEqualTo(500);
    }

    @Test
    void writesDevalueOnDemand() throws Exception {
        replica.faults().on(Fault.TRPC_DEVALUE);
        var data = Json.parse(caller.trpc("image.get", IncidentWorld.IMAGE).body())
                .at("result")
                .at("data");
        var slots = Json.parse(data.text().orElseThrow());
        int id = (int) (long) slots.at(0).at("id").integer().orElseThrow();
        assertThat(slots.at(id).integer()).contains(IncidentWorld.IMAGE);
        int created = (int) (long) slots.at(0).at("createdAt").integer().orElseThrow();
        assertThat(slots.at(created).at(0).text()).contains("Date");
    }

    private int statusUnder(Fault fault) throws Exception {
        replica.faults().clear().on(fault);
        return caller.trpc("image.get", IncidentWorld.IMAGE).statusCode();
    }
}
