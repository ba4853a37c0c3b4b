package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What workflows need that are not on this computer: in images, posts and models of type Workflows. */
class ScanReferencesTest extends AgainstTheReplica {

    private static final String DRAWN = "https://civitai.com/images/" + Shares.DRAWN;
    private static final String SETTINGS = Long.toString(Shares.SETTINGS);

    @BeforeEach
    void world() throws IOException {
        serve(Shares.world());
        program.with("COMFYUI_URL", "http://127.0.0.1:9");
    }

    private static List<String> names(Json document) {
        return document.at("models").items().stream()
                .map(model -> model.at("folder").text().orElse("") + "/"
                        + model.at("name").text().orElse(""))
                .toList();
    }

    private static List<String> files(Json document) {
        return document.at("files").items().stream()
                .map(file -> file.at("file").text().orElse("") + " "
                        + file.at("outcome").text().orElse(""))
                .toList();
    }

    private void nothingIsInstalled() {
        assertThat(program.models()).isEmpty();
        assertThat(program.comfy().resolve("user")).doesNotExist();
    }

    @Test
    void readsTheWorkflowThatAnImageCarries() {
        var ended = program.run("scan", DRAWN, "--json");
        assertThat(SchemaCheck.errors(SchemaTest.schema("scan-1"), ended.json()))
                .isEmpty();
        assertThat(files(ended.json())).containsExactly("image 9601 workflow");
        assertThat(names(ended.json())).containsExactly("loras/drawn.safetensors");
        assertThat(ended.code()).isEqualTo(7);
        nothingIsInstalled();
    }

    @Test
    void tellsWhatTheWorkflowWouldNeedThatIsDrawn() {
        var document = program.run("scan", SETTINGS, "--json").json();
        assertThat(files(document)).containsExactly("image 9602 workflow");
        assertThat(names(document)).containsExactly(Pony.CHECKPOINT_FILE);
        assertThat(document.at("models").at(0).at("offer").at("kind").text()).contains("file");
        assertThat(document.at("notes").items().getLast().text().orElse("")).contains("9602");
        assertThat(document.at("exitCode").integer()).contains(7L);
        var requests = replica().requests().stream()
                .map(Object::toString)
                .filter(line -> line.contains("model-versions"))
                .toList();
        assertThat(requests).doesNotHaveDuplicates();
        nothingIsInstalled();
    }

    @Test
    void findsItByItsContentUnderWhateverName() {
        var shelf = new Shelf(program);
        shelf.put("checkpoints/mine.safetensors", dev.assay.replica.bytes.Safetensors.sdxlCheckpoint(290640));
        var ended = program.run("scan", SETTINGS);
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("mine.safetensors");
    }

    @Test
    void looksIntoEachImageOfAPost() {
        var ended = program.run("scan", Shares.POST, "--json");
        assertThat(files(ended.json()))
                .containsExactly(
                        "post 960, image 9601 workflow",
                        "post 960, image 9602 workflow",
                        "post 960, image 9603 no-workflow");
        assertThat(ended.code()).isEqualTo(7);
        assertThat(program.run("scan", "https://civitai.com/posts/123456").code())
                .isEqualTo(3);
        nothingIsInstalled();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Shares.PACK,
                "https://civitai.com/models/9300",
                "https://civitai.com/model-versions/9301",
                "https://civitai.com/api/download/models/9301",
                "urn:air:other:workflows:civitai:9300@9301",
            })
    void readsSharedWorkflowsWithoutInstallingThem(String reference) {
        var ended = program.run("scan", reference, "--json");
        assertThat(files(ended.json()))
                .containsExactly(
                        "model version 9301, portraits.zip!../../../evil/first.json workflow",
                        "model version 9301, portraits.zip!pictures/second.png workflow",
                        "model version 9301, portraits.zip!settings.json no-workflow");
        assertThat(names(ended.json()))
                .containsExactly("loras/evening_light_pony.safetensors", "loras/other.safetensors");
        nothingIsInstalled();
    }

    @Test
    void answersOfflineWhatWasProvenBeforeAndNothingElse() {
        for (var reference : List.of(DRAWN, SETTINGS, Shares.SINGLE)) {
            var before = program.run("scan", reference, "--offline");
            assertThat(before.code()).as(before.printed()).isEqualTo(9);
            assertThat(program.run("scan", reference).code()).isEqualTo(7);
            var asked = replica().requests().size();
            var after = program.run("scan", reference, "--offline");
            assertThat(after.code()).as(after.printed()).isEqualTo(7);
            assertThat(replica().requests()).hasSize(asked);
        }
    }

    /** Each image of it counts as where it was asked for by itself; that the list is an old one is said. */
    @Test
    void answersAPostOfflineOnceItWasProven() {
        assertThat(program.run("scan", Shares.POST, "--offline").code()).isEqualTo(9);
        var before = program.run("scan", Shares.POST, "--json");
        var asked = replica().requests().size();
        var after = program.run("scan", Shares.POST, "--offline", "--json");
        assertThat(after.code()).as(after.printed()).isEqualTo(before.code());
        assertThat(files(after.json())).isEqualTo(files(before.json()));
        assertThat(after.err()).contains("those that the site listed on");
        assertThat(replica().requests()).hasSize(asked);
        var got = program.run("get", Shares.POST, "--offline", "--yes");
        assertThat(got.out()).contains("POST_REMEMBERED", "civitai-9601.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://civitai.com.evil.example/images/1",
                "https://example.com/w.json",
                "0",
                "ftp://civitai.com/images/1",
                "https://civitai.com/user/somebody",
                "sha256:beef",
            })
    void refusesWhatItDoesNotUnderstandBeforeAnythingIsSent(String reference) {
        assertThat(program.run("scan", SETTINGS, reference).code()).isEqualTo(2);
        assertThat(program.run("lock", reference).code()).isEqualTo(2);
        assertThat(replica().requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://civitai.com/models/645321, 2",
        "https://civitai.com/images/123456789, 3",
        "https://civitai.com/models/9550, 7",
        "https://civitai.com/models/9500, 2",
        "https://civitai.com/images/9603, 6",
        "nowhere.json, 10",
    })
    void saysWhyThereIsNoWorkflowAndGoesOn(String reference, int code) {
        assertThat(program.run("scan", reference).code()).isEqualTo(code);
        var both = program.run("scan", reference, DRAWN, "--json");
        assertThat(files(both.json())).hasSize(2).contains("image 9601 workflow");
        nothingIsInstalled();
    }

    @Test
    void doesNotCallCompleteWhatCannotBeDrawn() {
        // Its metadata name no model: make ends in 7 as well.
        var ended = program.run("scan", "https://civitai.com/images/6001", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(files(ended.json())).containsExactly("image 6001 unread");
        assertThat(program.run("lock", "6001", "-o", "w.lock.json").code()).isEqualTo(7);
    }

    @Test
    void takesNoOtherImagesAnswer() {
        replica().faults().on(Fault.IGNORE_IMAGE_ID);
        var ended = program.run("scan", DRAWN, "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(4);
        assertThat(names(ended.json())).isEmpty();
    }

    @Test
    void takesForAFileWhatIsOneWhateverItIsCalled() throws IOException {
        Files.writeString(folder.resolve(SETTINGS), Shares.CANVAS);
        assertThat(files(program.run("scan", SETTINGS, "--json").json())).containsExactly("9602 workflow");
    }

    @Test
    void locksNothingThatIsNotKnownOffline() {
        assertThat(program.run("lock", SETTINGS, "--offline", "-o", "w.lock.json")
                        .code())
                .isEqualTo(9);
        assertThat(folder.resolve("w.lock.json")).doesNotExist();
    }

    @Test
    void getsWhatAnImageNeeds() {
        program.key(IncidentWorld.KEY);
        var ended = program.run("scan", SETTINGS, "--fix", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly(Pony.CHECKPOINT_FILE);
        assertThat(ended.out()).contains("Now 0 of 1 workflows");
    }

    @Test
    void locksWhatAnImageNeedsAlsoWhereItIsNotHere() throws IOException, MalformedJsonException {
        program.key(IncidentWorld.KEY);
        var ended = program.run("lock", SETTINGS, "-o", "image.lock.json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        var lock = Json.parse(Files.readString(folder.resolve("image.lock.json")));
        assertThat(SchemaCheck.errors(SchemaTest.schema("lock-1"), lock)).isEmpty();
        assertThat(lock.at("models").at(0).at("versionId").integer()).contains(Pony.CHECKPOINT);
        assertThat(program.models()).isEmpty();
        assertThat(program.run("sync", "image.lock.json", "--yes").code()).isZero();
        assertThat(program.models()).containsExactly(Pony.CHECKPOINT_FILE);
        assertThat(program.run("lock", Long.toString(Shares.KNOWN), "-o", "known.lock.json")
                        .code())
                .isZero();
        assertThat(Json.parse(Files.readString(folder.resolve("known.lock.json")))
                        .at("models")
                        .at(0)
                        .at("versionId")
                        .integer())
                .contains(Pony.LORA);
        // Nothing proves what the graph of this image names.
        assertThat(program.run("lock", DRAWN, "-o", "drawn.lock.json").code()).isEqualTo(7);
        assertThat(folder.resolve("drawn.lock.json")).doesNotExist();
    }
}
