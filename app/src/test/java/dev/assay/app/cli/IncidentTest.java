package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.assay.core.json.Json;
import dev.assay.replica.Replica;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The incident that must never repeat: asked for 96712457, got 9173928. */
class IncidentTest {

    private static final World WORLD = IncidentWorld.world();
    private static final String ASKED = "96712457";
    private static final String RECEIVED = "9173928";

    @TempDir
    private Path folder;

    private Replica replica;
    private Program program;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(WORLD);
        program = Program.in(folder).at(replica);
    }

    @AfterEach
    void stop() {
        assertThat(replica.leaks()).isEmpty();
        replica.close();
    }

    @Test
    void makesTheRightImage() throws Exception {
        var ended = program.run("make", "https://civitai.com/images/96712457", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.workflows()).containsExactly("civitai-96712457.json");
        var workflow = Files.readString(program.comfy().resolve("user/default/workflows/civitai-96712457.json"));
        assertThat(workflow).contains("1716271426").doesNotContain(RECEIVED).doesNotContain("1938345220");
        assertThat(Json.parse(workflow).at("version").scalar()).contains("0.4");
        assertThat(program.models())
                .contains(
                        "checkpoints/ponyDiffusionV6XL_v6StartWithThisOne.safetensors",
                        "loras/evening_light_pony.safetensors");
    }

    @Test
    void givesTheSameFilesWhenDoneTwice() {
        program.run("make", ASKED, "--yes");
        var models = program.models();
        var again = program.run("make", ASKED);
        assertThat(again.code()).as(again.printed()).isZero();
        assertThat(program.workflows()).containsExactly("civitai-96712457.json");
        assertThat(program.models()).isEqualTo(models);
    }

    @Test
    void stopsWhenTheFilterIsIgnoredAndNamesBothImages() {
        replica.faults().on(Fault.IGNORE_IMAGE_ID);
        var ended = program.run("make", ASKED, "--yes");
        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.printed()).contains(ASKED, RECEIVED, "REST item");
        assertThat(program.models()).isEmpty();
        assertThat(program.workflows()).isEmpty();
    }

    @Test
    void goesOnWithTheRemainingWitnessesAndSaysSo() {
        replica.faults().on(Fault.IGNORE_IMAGE_ID);
        var ended = program.key(IncidentWorld.KEY).run("show", ASKED);
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("set aside", RECEIVED, "1716271426").doesNotContain("1938345220");
    }

    @Test
    void neverUsesTheRouteThatDoesNotExist() {
        program.run("show", ASKED);
        assertThat(replica.requests())
                .noneMatch(request -> request.path().matches("/api/v1/images/\\d+"))
                .noneMatch(request -> request.path().equals("/api/v1/images")
                        && request.target().contains("ids="));
    }

    @Test
    void neverPicksAnImageOfAPost() {
        var ended = program.run("make", "https://civitai.com/posts/21452546", "--yes");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.printed()).contains(ASKED);
        assertThat(program.models()).isEmpty();
    }

    @Test
    void doesNotListAnotherPostsImagesAsThisPosts() {
        replica.faults().on(Fault.IGNORE_POST_ID);
        var ended = program.run("make", "https://civitai.com/posts/21452546", "--yes");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.printed()).doesNotContain("assay make 9173928");
    }
}
