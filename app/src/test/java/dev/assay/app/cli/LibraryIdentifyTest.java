package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Many files are asked about at once, and each answer counts only for the file whose hash it states. */
class LibraryIdentifyTest {

    private static final String BY_HASH = "/api/v1/model-versions/by-hash";

    /** More than one question takes. */
    private static final int MANY = 104;

    @TempDir
    private Path folder;

    private Replica replica;
    private Program program;
    private Shelf shelf;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(world());
        program = Program.in(folder).at(replica);
        shelf = new Shelf(program);
    }

    @AfterEach
    void stop() {
        replica.close();
    }

    private static Bytes lora(int number) {
        return Safetensors.sdxlLora("lora " + number, number);
    }

    /** Each LoRA is a model of its own; the first is in two versions, of which the one with the lower number is younger. */
    private static World world() {
        var world = World.builder();
        for (int i = 0; i < MANY; i++) {
            var file = ModelFile.of(30_000 + i, "lora_" + i + ".safetensors", lora(i));
            var model = Model.of(10_000 + i, "LoRA number " + i, "LORA")
                    .version(Version.of(20_000 + i, "v1", "SDXL 1.0").file(file.primary()));
            world.model(model.build());
        }
        var again = ModelFile.of(39_999, "again.safetensors", lora(0));
        return world.model(Model.of(9_999, "LoRA 0 once more", "LORA")
                        .version(Version.of(19_999, "v1", "SDXL 1.0")
                                .publishedAt("2025-01-10T10:30:00.000Z")
                                .file(again.primary()))
                        .build())
                .build();
    }

    private void put(int count) {
        for (int i = 0; i < count; i++) {
            shelf.put("loras/mine " + i + ".safetensors", lora(i));
        }
    }

    private List<String> asked() {
        return Requests.to(replica, "").stream()
                .map(request -> request.method() + " " + request.path().replace(BY_HASH, ""))
                .toList();
    }

    private Optional<String> title(String name) {
        return Shelf.file(shelf.list(), name).at("site").at("modelName").text();
    }

    private void expectAllNamed(Json identify, int count) {
        assertThat(identify.at("named").integer()).contains((long) count);
        for (int i = 0; i < count; i++) {
            assertThat(title("mine " + i + ".safetensors")).contains("LoRA number " + i);
        }
    }

    @Test
    void asksAboutManyAtOnce() {
        put(MANY);
        shelf.put("loras/own.safetensors", lora(9999));
        shelf.put("loras/other.safetensors", lora(8888));
        shelf.scan();
        var identify = shelf.run("identify");
        assertThat(identify.code()).isZero();
        expectAllNamed(identify.json(), MANY);
        assertThat(identify.json().at("unknown").integer()).contains(2L);
        assertThat(Shelf.file(shelf.list(), "own.safetensors")
                        .at("site")
                        .at("known")
                        .bool())
                .contains(false);
        assertThat(asked()).filteredOn("POST "::equals).hasSizeBetween(2, 5);
        assertThat(asked()).hasSizeLessThan(10);
    }

    @Test
    void givesEachFileTheVersionThatALookUpOfItsOwnWouldGive() {
        put(3);
        shelf.scan();
        shelf.run("identify");
        assertThat(Shelf.file(shelf.list(), "mine 0.safetensors")
                        .at("site")
                        .at("versionId")
                        .integer())
                .contains(20_000L);
        assertThat(asked()).containsExactly("POST ");
    }

    @Test
    void asksAgainForWhatTheAnswerLeavesOut() {
        replica.faults().on(FaultOrder.of(Fault.BULK_BY_HASH_FEWER).value(2));
        put(9);
        shelf.scan();
        expectAllNamed(shelf.run("identify").json(), 9);
    }

    @Test
    void setsStrangersAsideAndSaysSo() {
        replica.faults().on(Fault.BULK_BY_HASH_STRANGER);
        put(4);
        shelf.put("loras/own.safetensors", lora(9999));
        shelf.put("loras/other.safetensors", lora(8888));
        shelf.scan();
        var identify = shelf.run("identify");
        expectAllNamed(identify.json(), 4);
        assertThat(identify.json().at("unknown").integer()).contains(2L);
        assertThat(identify.json().at("notes").write()).contains("none of whose files has any of them: set aside");
        assertThat(identify.err()).contains("set aside");
    }

    @ParameterizedTest
    @EnumSource(names = {"BULK_BY_HASH_STRANGERS_ONLY", "BULK_BY_HASH_EMPTY", "BULK_BY_HASH_405"})
    void asksOneByOneWhereListsAreNotAnswered(Fault fault) {
        replica.faults().on(fault);
        put(4);
        shelf.put("loras/own.safetensors", lora(9999));
        shelf.scan();
        var identify = shelf.run("identify");
        assertThat(identify.code()).isZero();
        expectAllNamed(identify.json(), 4);
        assertThat(identify.json().at("unknown").integer()).contains(1L);
        assertThat(asked()).filteredOn("POST "::equals).hasSize(1);
        assertThat(asked()).hasSize(6);
    }

    @Test
    void doesNotAskOnByOnesWhereThoseAreNotAnsweredEither() {
        replica.faults().on(FaultOrder.of(Fault.HTML_200).at(BY_HASH));
        put(9);
        shelf.scan();
        var identify = shelf.run("identify");
        assertThat(identify.code()).isEqualTo(9);
        assertThat(identify.json().at("unanswered").integer()).contains(9L);
        assertThat(asked()).hasSize(2);
    }

    @Test
    void losesNoneOfTheOthersWhereOneQuestionFails() {
        replica.faults().on(FaultOrder.of(Fault.ERROR_500).at(BY_HASH).times(2));
        put(MANY);
        shelf.scan();
        var identify = shelf.run("identify");
        assertThat(identify.code()).isEqualTo(9);
        assertThat(identify.json().at("unanswered").integer()).contains(100L);
        assertThat(identify.json().at("named").integer()).contains(MANY - 100L);
        expectAllNamed(shelf.run("identify", "--again").json(), MANY);
    }

    @Test
    void repeatsAQuestionThatTheSiteWasTooBusyFor() {
        replica.faults().on(FaultOrder.of(Fault.BUSY_503).at(BY_HASH).value(0).times(1));
        put(3);
        shelf.scan();
        expectAllNamed(shelf.run("identify").json(), 3);
        assertThat(asked()).containsExactly("POST ", "POST ");
    }

    @Test
    void refusesVersionsThatContradictThemselves() {
        replica.faults().on(FaultOrder.of(Fault.VERSION_OF_ANOTHER_MODEL).at(BY_HASH));
        put(3);
        shelf.scan();
        var identify = shelf.run("identify");
        assertThat(identify.code()).isEqualTo(4);
        assertThat(identify.json().at("unanswered").integer()).contains(3L);
        assertThat(identify.json().at("reason").text().orElseThrow()).contains("AIR");
    }

    @Test
    void answersTheSameQuestionFromTheJournal() {
        put(3);
        shelf.scan();
        shelf.run("identify");
        var asked = replica.requests().size();
        var identify = shelf.run("identify", "--again", "--offline");
        assertThat(identify.code()).as(identify.printed()).isZero();
        expectAllNamed(identify.json(), 3);
        assertThat(replica.requests()).hasSize(asked);
        assertThat(program.run("cache", "list").out()).contains(BY_HASH + "#");
    }

    /** Each version states its files, so that it answers for them whatever was asked together. */
    @Test
    void answersOneOfManyFromTheJournal() throws IOException {
        put(3);
        shelf.scan();
        shelf.run("identify");
        var asked = replica.requests().size();
        var one = program.run("get", "sha256:" + Shelf.hash(lora(0), "SHA256"), "--verify", "--offline");
        assertThat(one.code()).as(one.printed()).isZero();
        assertThat(one.out()).contains("LoRA number 0").doesNotContain("once more");
        Files.delete(shelf.models().resolve("loras/mine 2.safetensors"));
        shelf.put("loras/stranger.safetensors", lora(77));
        shelf.scan();
        var identify = shelf.run("identify", "--again", "--offline").json();
        assertThat(identify.at("named").integer()).contains(2L);
        assertThat(identify.at("unanswered").integer()).contains(1L);
        assertThat(replica.requests()).hasSize(asked);
    }
}
