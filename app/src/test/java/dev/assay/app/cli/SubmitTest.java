package dev.assay.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.assay.replica.Replica;
import dev.assay.replica.comfy.Comfy;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** The main job to its very end: from an image of the site to a picture of one's own. */
@Execution(ExecutionMode.CONCURRENT)
class SubmitTest {

    private static final String IMAGE = Long.toString(IncidentWorld.IMAGE);
    private static final String RESULT = "civitai-96712457_00001_.png";

    @TempDir
    private Path folder;

    private Replica replica;
    private Comfy comfy;
    private Program program;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(IncidentWorld.world());
        program = Program.in(folder).at(replica);
        comfy = Comfy.start(program.comfy());
        program.with("COMFYUI_URL", comfy.address().toString());
    }

    @AfterEach
    void stop() {
        comfy.close();
        replica.close();
    }

    private boolean anythingWasQueued() {
        return comfy.requests().stream().anyMatch(request -> request.path().equals("/prompt"));
    }

    @Test
    void makesTheWorkflowRunsItAndFetchesThePicture() throws IOException {
        var ended = program.run("make", IMAGE, "--yes", "--submit");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.workflows()).containsExactly("civitai-96712457.json");
        assertThat(ended.out()).contains("PROVEN", "Workflow: ", "Result: ");
        assertThat(Files.readString(folder.resolve(RESULT), StandardCharsets.ISO_8859_1))
                .contains("1716271426", "Rebuilt by Assay");
    }

    @Test
    void runsTheApiFormatAsWell() {
        var ended = program.run("make", IMAGE, "--yes", "--submit", "-o", "image.api.json", "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(folder.resolve("image.api.json")).isRegularFile();
        assertThat(ended.json().at("run").at("results").items()).hasSize(1);
        assertThat(ended.json().at("exitCode").integer()).contains(0L);
    }

    @Test
    void keepsTheWorkflowWhenTheServerIsNotThere() {
        comfy.stop();
        var ended = program.run("make", IMAGE, "--yes", "--submit", "--json");
        assertThat(ended.code()).isEqualTo(9);
        assertThat(ended.json().at("exitCode").integer()).contains(9L);
        assertThat(ended.json().at("problems").items()).hasSize(1);
        assertThat(program.workflows()).containsExactly("civitai-96712457.json");
    }

    @Test
    void queuesNothingWithoutConsent() {
        var ended = program.run("make", IMAGE, "--submit");
        assertThat(ended.code()).isEqualTo(11);
        assertThat(anythingWasQueued()).isFalse();
        assertThat(program.run("make", IMAGE, "--verify", "--submit").code()).isZero();
        assertThat(anythingWasQueued()).isFalse();
    }

    @Test
    void queuesNothingOfAnotherImage() {
        replica.faults().on(Fault.IGNORE_IMAGE_ID);
        assertThat(program.run("make", IMAGE, "--yes", "--submit").code()).isEqualTo(4);
        assertThat(anythingWasQueued()).isFalse();
    }

    @Test
    void namesWhatWasNotDownloaded() {
        var ended = program.run("make", IMAGE, "--no-download", "--submit");
        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.out()).contains("model \"ponyDiffusionV6XL_v6StartWithThisOne.safetensors\"");
        assertThat(anythingWasQueued()).isFalse();
    }

    @Test
    void comparesTheResultWithTheOriginal() {
        var ended = program.run("make", IMAGE, "--yes", "--submit", "--compare");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("perceptual hash", "NOISE_GPU", "Side by side: ");
        assertThat(folder.resolve("civitai-96712457_00001_-compared.png")).isRegularFile();
        var again = program.run("make", IMAGE, "--yes", "--submit", "--compare", "--json");
        assertThat(again.code()).as(again.printed()).isZero();
        var likeness = again.json().at("comparison").at("likeness");
        assertThat(likeness.at("sameSize").bool()).contains(true);
        assertThat(folder.resolve("civitai-96712457_00001_-compared-2.png")).isRegularFile();
    }

    @Test
    void comparesWithNoOriginalThatIsAnotherFile() {
        replica.faults().on(Fault.MEDIA_404);
        var ended = program.run("make", IMAGE, "--yes", "--submit", "--compare", "--json");
        assertThat(ended.code()).isEqualTo(9);
        assertThat(ended.json().at("exitCode").integer()).contains(9L);
        assertThat(ended.json().at("run").at("results").items()).hasSize(1);
        replica.faults().clear().on(Fault.MEDIA_FOREIGN);
        var foreign = program.run("make", IMAGE, "--yes", "--submit", "--compare");
        assertThat(foreign.code()).as(foreign.printed()).isEqualTo(4);
    }

    @Test
    void comparesOnlyWhatWasSubmitted() {
        assertThat(program.run("make", IMAGE, "--yes", "--compare").code()).isEqualTo(2);
    }

    @Test
    void comparesALocalPictureWithItsRemake() throws IOException {
        program.run("make", IMAGE, "--yes", "--submit");
        var ended = program.run("make", RESULT, "--no-download", "--submit", "--compare", "--json", "-o", "again.json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.json().at("comparison").at("likeness").at("identical").bool())
                .contains(true);
    }
}
