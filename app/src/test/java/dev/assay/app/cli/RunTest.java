package dev.assay.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.ui.UiFormat;
import dev.assay.core.workflow.ui.UiWriting;
import dev.assay.replica.comfy.Comfy;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.Workflows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** A workflow on a server: checked first, queued once, followed, fetched. */
@Execution(ExecutionMode.CONCURRENT)
class RunTest {

    private static final String CHECKPOINT = "sdxl/base.safetensors";

    @TempDir
    private Path folder;

    private Program program;
    private Comfy comfy;

    @BeforeEach
    void start() throws IOException {
        program = Program.in(folder);
        Files.createDirectories(program.comfy().resolve("models/checkpoints/sdxl"));
        Files.createFile(program.comfy().resolve("models/checkpoints").resolve(CHECKPOINT));
        comfy = Comfy.start(program.comfy());
        program.with("COMFYUI_URL", comfy.address().toString());
        write("hills.json", Workflows.textToImage(CHECKPOINT, 7));
    }

    @AfterEach
    void stop() {
        comfy.close();
    }

    private void write(String name, Json workflow) throws IOException {
        Files.writeString(folder.resolve(name), workflow.writePretty());
    }

    /** The workflow with one input of one node set. */
    private static Json with(String node, String input, Json value) {
        var original = Workflows.textToImage(CHECKPOINT, 7);
        Map<String, Json> nodes = new LinkedHashMap<>(original.members());
        Map<String, Json> members = new LinkedHashMap<>(original.at(node).members());
        Map<String, Json> inputs =
                new LinkedHashMap<>(original.at(node).at("inputs").members());
        inputs.put(input, value);
        inputs.values().removeIf(Json::isNull);
        members.put("inputs", new Json.Obj(inputs));
        nodes.put(node, new Json.Obj(members));
        return new Json.Obj(nodes);
    }

    private long queued() {
        return comfy.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().equals("/prompt"))
                .count();
    }

    private void nothingWasQueued() {
        assertThat(queued()).isZero();
    }

    private Path result(String name) {
        return folder.resolve("results").resolve(name);
    }

    private Program.Ended run(String... more) {
        var arguments = new ArrayList<>(List.of("run", "hills.json", "-o", "results"));
        arguments.addAll(List.of(more));
        return program.run(arguments.toArray(String[]::new));
    }

    @Test
    void runsAWorkflowInApiFormatAndFetchesItsPicture() throws IOException {
        var ended = run();
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("hills_00001_.png", "carries the graph that was queued");
        assertThat(Files.readString(result("hills_00001_.png"), StandardCharsets.ISO_8859_1))
                .contains("rolling hills");
        assertThat(folder.resolve("results")).isDirectoryNotContaining("glob:**.part");
        try (var jobs = Files.list(folder.resolve("home/jobs"))) {
            assertThat(jobs).isEmpty();
        }
    }

    @Test
    void runsACanvasAndPutsItIntoThePicture() throws IOException {
        var graph = Workflows.textToImageGraph(CHECKPOINT, 7);
        var canvas = (UiWriting.Written) new UiFormat(NodeDefinitions.core()).write(graph, List.of());
        write("hills.json", canvas.workflow());
        var ended = run("--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        var picture = Files.readString(result("hills_00001_.png"), StandardCharsets.ISO_8859_1);
        assertThat(picture).contains("tEXtworkflow", "last_node_id");
        // A picture that carries a graph is a workflow itself.
        var again = program.run("run", "results/hills_00001_.png", "-o", "again");
        assertThat(again.code()).as(again.printed()).isZero();
        assertThat(folder.resolve("again/hills_00001_.png")).hasSameBinaryContentAs(result("hills_00001_.png"));
    }

    @Test
    void replacesNoFileThatIsThere() throws IOException {
        Files.createDirectories(folder.resolve("results"));
        Files.writeString(result("hills_00001_.png"), "mine");
        run();
        assertThat(result("hills_00001_.png")).hasContent("mine");
        assertThat(result("hills_00001_-2.png")).isRegularFile();
        assertThat(run().code()).isZero();
        assertThat(result("hills_00001_-3.png")).doesNotExist();
    }

    @Test
    void namesTheMissingModelBeforeAnythingIsQueued() throws IOException {
        write("hills.json", with("1", "ckpt_name", Json.of("base.safetensors")));
        var ended = run();
        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.out()).contains("base.safetensors", "models/checkpoints", "\"sdxl/base.safetensors\"");
        nothingWasQueued();
    }

    @Test
    void namesTheMissingEmbeddingThatTheEngineWouldLeaveOutInSilence() throws IOException {
        write("hills.json", with("2", "text", Json.of("hills, embedding:calm_neg, (embedding:soft:1.2)")));
        Files.createFile(program.comfy().resolve("models/embeddings/soft.safetensors"));
        var ended = run();
        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.out()).contains("calm_neg").doesNotContain("\"soft\"");
        nothingWasQueued();
    }

    @Test
    void namesTheMissingClass() {
        comfy.faults().on(Fault.COMFY_MISSING_CLASS);
        var ended = run();
        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.out()).contains("node class VAEDecode", "ComfyUI's own", "update ComfyUI");
        nothingWasQueued();
    }

    @Test
    void tellsWhichVersionBroughtAMissingClass() throws IOException {
        comfy.faults().on(Fault.COMFY_MISSING_CLASS);
        var workflow = Files.readString(folder.resolve("hills.json"));
        Files.writeString(folder.resolve("hills.json"), workflow.replace("VAEDecode", "TextEncodeQwenImageEdit"));
        var ended = run();
        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.out()).contains("node class TextEncodeQwenImageEdit", "since version 0.3.51");
        nothingWasQueued();
    }

    @Test
    void namesTheMissingInput() throws IOException {
        write("hills.json", with("5", "steps", Json.none()));
        var ended = run();
        assertThat(ended.code()).isEqualTo(6);
        assertThat(ended.out()).contains("KSampler needs steps");
        nothingWasQueued();
    }

    @Test
    void namesTheMissingInputFile() throws IOException {
        Map<String, Json> nodes =
                new LinkedHashMap<>(Workflows.textToImage(CHECKPOINT, 7).members());
        nodes.put(
                "20",
                Json.object()
                        .put("class_type", "LoadImage")
                        .put("inputs", Json.object().put("image", "pear.png").build())
                        .build());
        write("hills.json", new Json.Obj(nodes));
        var ended = run();
        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.out()).contains("input file \"pear.png\"");
        nothingWasQueued();
        Files.createDirectories(program.comfy().resolve("input"));
        Files.writeString(program.comfy().resolve("input/pear.png"), "a pear");
        assertThat(run().code()).isZero();
    }

    @Test
    void spellsModelsAsTheServerDoes() throws IOException {
        comfy.faults().on(Fault.COMFY_BACKSLASHES);
        var ended = run();
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("MODEL_SPELLING");
        assertThat(comfy.history().write()).contains("sdxl\\\\base.safetensors");
    }

    @Test
    void saysWhatTheServerRefuses() {
        comfy.faults().on(Fault.COMFY_REFUSES);
        var ended = run();
        assertThat(ended.code()).isEqualTo(6);
        assertThat(ended.out()).contains("the day is not right");
    }

    @Test
    void runsNoHalfOfAWorkflow() {
        comfy.faults().on(Fault.COMFY_LEAVES_OUT).on(Fault.COMFY_NEVER_FINISHES);
        var ended = run();
        assertThat(ended.code()).isEqualTo(6);
        assertThat(ended.out()).contains("only a part");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void saysWhichNodeFailed() {
        comfy.faults().on(Fault.COMFY_EXECUTION_ERROR);
        var ended = run();
        assertThat(ended.code()).isEqualTo(9);
        assertThat(ended.out()).contains("node 5 (KSampler)", "out of memory");
    }

    @Test
    void saysThatSomebodyElseInterruptedIt() {
        comfy.faults().on(Fault.COMFY_INTERRUPTED_BY_OTHERS);
        assertThat(run().code()).isEqualTo(11);
    }

    @Test
    void saysThatTheJobIsGoneWhenTheServerStartedAnewAndQueuesItAgainNextTime() {
        comfy.faults().on(Fault.COMFY_RESTARTS, 1);
        var ended = run();
        assertThat(ended.code()).isEqualTo(9);
        assertThat(ended.out()).contains("does not know it any more", "queue it anew");
        assertThat(run().code()).isZero();
        assertThat(result("hills_00001_.png")).isRegularFile();
    }

    @Test
    void believesNoAnswerAboutAnotherJob() {
        comfy.faults().on(Fault.COMFY_LYING_HISTORY).on(Fault.COMFY_FOREIGN_MESSAGES);
        var ended = run();
        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.out()).contains("0badf00d-0000-4000-8000-000000000001", "FOREIGN_MESSAGES");
        assertThat(folder.resolve("results")).doesNotExist();
        comfy.faults().clear();
        var again = run();
        assertThat(again.code()).as(again.printed()).isZero();
        assertThat(again.out()).contains("JOB_RESUMED");
        assertThat(queued()).isEqualTo(1);
    }

    @Test
    void keepsNoPictureOfAnotherJob() {
        comfy.faults().on(Fault.COMFY_FOREIGN_OUTPUT);
        var ended = run();
        assertThat(ended.code()).isEqualTo(4);
        assertThat(folder.resolve("results")).isEmptyDirectory();
    }

    @Test
    void saysThatAPictureWithoutAGraphIsTheServersWordOnly() {
        comfy.faults().on(Fault.COMFY_NO_METADATA);
        var ended = run("--json");
        assertThat(ended.code()).isZero();
        assertThat(ended.json().at("results").at(0).at("labelled").bool()).contains(false);
        assertThat(ended.out()).contains("RESULT_UNLABELLED");
    }

    @Test
    void leavesNoFolderThatTheServerNames() throws IOException {
        comfy.faults().on(Fault.COMFY_EVIL_NAMES);
        var ended = run();
        assertThat(ended.code()).isEqualTo(9);
        assertThat(ended.out()).doesNotContain("\u001b[31m");
        try (var files = Files.walk(folder)) {
            assertThat(files)
                    .noneMatch(file -> String.valueOf(file.getFileName()).contains("evil"));
        }
    }

    @Test
    void keepsNothingOfAFileThatBrokeOffAndFetchesItNextTime() {
        comfy.faults().on(Fault.COMFY_CUT_OUTPUT);
        assertThat(run().code()).isEqualTo(9);
        assertThat(folder.resolve("results")).isEmptyDirectory();
        comfy.faults().clear();
        var again = run();
        assertThat(again.code()).as(again.printed()).isZero();
        assertThat(queued()).isEqualTo(1);
    }

    @Test
    void fetchesAgainWhenOneAttemptBreaksOff() {
        comfy.faults().on(Fault.COMFY_CUT_OUTPUT, 1);
        assertThat(run().code()).isZero();
    }

    @Test
    void showsEachRequestWithTheJobThatWasAskedForAndTheOneReceived() {
        comfy.faults().on(Fault.COMFY_FOREIGN_HISTORY, 1);
        assertThat(run("-v").err())
                .contains("POST " + comfy.address() + "/prompt -> 200")
                .containsPattern("/history/([0-9a-f-]{36}) -> 200 in \\d+ ms \\(asked job \\1, received job 0badf00d")
                .containsPattern("\\(asked job ([0-9a-f-]{36}), received job \\1\\)");
    }

    @Test
    void worksWithoutAWebSocketAndWithOldServers() {
        comfy.faults().on(Fault.COMFY_NO_WEBSOCKET).on(Fault.COMFY_OLD);
        assertThat(run().code()).isZero();
    }

    @Test
    void endsWithNineWhereNoComfyAnswers() {
        comfy.faults().on(Fault.COMFY_HTML);
        assertThat(run().code()).isEqualTo(9);
        comfy.faults().clear().on(Fault.COMFY_ERROR_500);
        assertThat(run().code()).isEqualTo(9);
        comfy.stop();
        var ended = run();
        assertThat(ended.code()).isEqualTo(9);
        assertThat(ended.out()).contains("Start ComfyUI");
    }

    @Test
    void tellsWhatIsNoWorkflow() throws IOException {
        Files.writeString(folder.resolve("hills.json"), "{\"hello\":1}");
        assertThat(run().code()).isEqualTo(2);
        Files.writeString(folder.resolve("hills.json"), "{");
        assertThat(run().code()).isEqualTo(2);
        Files.delete(folder.resolve("hills.json"));
        assertThat(run().code()).isEqualTo(10);
        nothingWasQueued();
    }
}
