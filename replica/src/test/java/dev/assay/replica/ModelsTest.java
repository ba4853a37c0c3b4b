package dev.assay.replica;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.world.Access;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ModelsTest {

    private static final String CHECKPOINT = "/api/v1/model-versions/290640";

    private Replica replica;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        var archived = Version.of(31, "old", "SD 1.5")
                .access(Access.ARCHIVED)
                .file(ModelFile.of(301, "old.safetensors", Bytes.utf8("archived"))
                        .primary());
        replica = Replica.start(IncidentWorld.builder()
                .model(Model.of(3, "Gone", "LORA").version(archived).hidden().build())
                .build());
        caller = new Caller(replica);
    }

    @AfterEach
    void stop() {
        caller.close();
        replica.close();
    }

    @Test
    void describesAVersionWithItsFiles() throws Exception {
        var version = caller.json(CHECKPOINT);
        assertThat(version.at("modelId").integer()).contains(257749L);
        assertThat(version.at("air").text()).contains("urn:air:sdxl:checkpoint:civitai:257749@290640");
        var file = version.at("files").at(0);
        assertThat(file.at("hashes").at("SHA256").text().orElseThrow()).matches("[0-9A-F]{64}");
        assertThat(file.at("hashes").at("AutoV3").text().orElseThrow()).matches("[0-9A-F]{12}");
        assertThat(file.at("downloadUrl").text()).contains("https://civitai.com/api/download/models/290640");
        assertThat(version.at("files").at(1).at("downloadUrl").text().orElseThrow())
                .contains("?type=VAE");
    }

    @Test
    void refusesIdsEachEndpointInItsOwnWay() throws Exception {
        assertThat(caller.get("/api/v1/model-versions/abc").statusCode()).isEqualTo(400);
        assertThat(caller.get("/api/v1/model-versions/3000000000").statusCode()).isEqualTo(500);
        assertThat(caller.get("/api/v1/models/3000000000").statusCode()).isEqualTo(400);
        assertThat(caller.get("/api/v1/model-versions/mini/0").statusCode()).isEqualTo(400);
        assertThat(caller.get("/api/v1/model-versions/5").statusCode()).isEqualTo(404);
        assertThat(caller.get("/api/v1/models/5").body()).contains("No model with id 5");
    }

    @Test
    void leavesOutWhatIsEmptyInAModel() throws Exception {
        var version = caller.json("/api/v1/models/257749").at("modelVersions").at(0);
        assertThat(version.has("images")).isFalse();
        assertThat(version.has("description")).isFalse();
        assertThat(version.at("files").at(1).has("primary")).isFalse();
    }

    @Test
    void answersForAVersionWhoseModelIsGone() throws Exception {
        assertThat(caller.get("/api/v1/models/3").statusCode()).isEqualTo(404);
        var version = caller.json("/api/v1/model-versions/31");
        assertThat(version.at("model").at("mode").text()).contains("Archived");
        assertThat(version.at("files").items()).isEmpty();
    }

    @Test
    void findsByAnyHashInAnyCase() throws Exception {
        var hashes = caller.json(CHECKPOINT).at("files").at(0).at("hashes");
        for (var hash : hashes.members().values()) {
            var path = "/api/v1/model-versions/by-hash/"
                    + hash.text().orElseThrow().toLowerCase(Locale.ROOT);
            assertThat(caller.json(path).at("id").integer()).contains(290640L);
        }
        assertThat(caller.get("/api/v1/model-versions/by-hash/0123456789").statusCode())
                .isEqualTo(404);
    }

    @Test
    void leadsTheHashOfNothingToARandomLora() throws Exception {
        assertThat(caller.json("/api/v1/model-versions/by-hash/e3b0c44298fc")
                        .at("id")
                        .integer())
                .contains(19613L);
        assertThat(caller.json("/api/v1/model-versions/by-hash/e3b0c44298")
                        .at("modelId")
                        .integer())
                .contains(16612L);
    }

    @Test
    void answersManyHashesInItsOwnWay() throws Exception {
        var known = caller.json(CHECKPOINT)
                .at("files")
                .at(0)
                .at("hashes")
                .at("SHA256")
                .text()
                .orElseThrow();
        var body =
                Json.of(List.of(Json.of("0".repeat(63) + "1"), Json.of(known))).write();
        var answer =
                Json.parse(caller.post("/api/v1/model-versions/by-hash", body).body());
        assertThat(answer.items()).hasSize(3);
        assertThat(answer.at(0).at("downloadUrl").text().orElseThrow()).startsWith("https://undefined/");
        assertThat(answer.at(2).isNull()).isTrue();
        assertThat(caller.post("/api/v1/model-versions/by-hash", "[\"abc\"]").statusCode())
                .isEqualTo(400);
    }

    @Test
    void hasNoIdInTheShortForm() throws Exception {
        var mini = caller.json("/api/v1/model-versions/mini/290640");
        assertThat(mini.has("id")).isFalse();
        assertThat(mini.has("modelId")).isFalse();
        assertThat(mini.at("air").text().orElseThrow()).endsWith(":257749@290640");
        assertThat(caller.get("/api/v1/model-versions/mini/290640?modelFileId=9")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void searchesByName() throws Exception {
        assertThat(caller.json("/api/v1/models?query=pony&limit=1")
                        .at("items")
                        .at(0)
                        .at("id")
                        .integer())
                .contains(257749L);
        assertThat(caller.get("/api/v1/models?query=pony&page=1").statusCode()).isEqualTo(400);
    }

    @Test
    void confusesVersionsOnDemand() throws Exception {
        replica.faults().on(Fault.VERSION_ID_MISMATCH);
        assertThat(caller.json(CHECKPOINT).at("id").integer()).isPresent().isNotEqualTo(Optional.of(290640L));
        replica.faults().clear().on(Fault.VERSION_OF_ANOTHER_MODEL);
        assertThat(caller.json(CHECKPOINT).at("modelId").integer()).contains(257750L);
        replica.faults().clear().on(Fault.FILE_LIST_DIFFERS);
        assertThat(caller.json(CHECKPOINT).at("files").items()).hasSize(3);
        replica.faults().clear().on(Fault.SHARED_AUTO_V3);
        assertThat(caller.json(CHECKPOINT)
                        .at("files")
                        .at(1)
                        .at("hashes")
                        .at("AutoV3")
                        .text())
                .contains("5A5A5A5A5A5A");
        replica.faults().clear().on(Fault.MODEL_LACKS_VERSION);
        assertThat(caller.json("/api/v1/models/257749").at("modelVersions").items())
                .isEmpty();
    }

    @Test
    void confusesHashesOnDemand() throws Exception {
        var hash = caller.json(CHECKPOINT)
                .at("files")
                .at(0)
                .at("hashes")
                .at("SHA256")
                .text()
                .orElseThrow();
        var path = "/api/v1/model-versions/by-hash/" + hash;
        replica.faults().on(Fault.STALE_BY_HASH_404, 1);
        assertThat(caller.get(path).statusCode()).isEqualTo(404);
        assertThat(caller.get(path).statusCode()).isEqualTo(200);
        replica.faults().on(Fault.BY_HASH_DUPLICATE);
        assertThat(caller.json(path).at("id").integer()).contains(101L);
        replica.faults().clear().on(Fault.BY_HASH_ABSENT);
        assertThat(caller.get(path).body()).doesNotContain(hash);
        replica.faults().clear().on(Fault.BY_HASH_ARCHIVED);
        assertThat(caller.json(path).at("files").items()).isEmpty();
    }
}
