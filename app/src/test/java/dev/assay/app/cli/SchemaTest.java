package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Png;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.comfy.Comfy;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.HubFiles;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.sample.Workflows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Every document of {@code --json} is what its published schema says. */
class SchemaTest {

    private static final String IMAGE = Long.toString(IncidentWorld.IMAGE);

    @TempDir
    private Path folder;

    private Replica replica;
    private Program program;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(QuirksWorld.world());
        program = Program.in(folder).at(replica).key(IncidentWorld.KEY);
    }

    @AfterEach
    void stop() {
        replica.close();
    }

    @Test
    void describesReportsOfEveryStateOfAnIngredient() {
        assertThat(states(report("show", IMAGE))).containsOnly("missing");
        assertThat(states(report("make", IMAGE, "--yes"))).containsOnly("fetched");
        assertThat(states(report("show", IMAGE))).containsOnly("on-disk");
        program.without("COMFYUI_ROOT");
        assertThat(states(report("show", IMAGE, "--comfy", "nowhere"))).containsOnly("not-looked-for");
        assertThat(states(report("show", Long.toString(QuirksWorld.ODD_TYPES)))).containsOnly("unavailable");
    }

    @Test
    void describesReportsOfWhatCannotBeIdentified() {
        assertThat(resolutions(report("show", Long.toString(QuirksWorld.ODD_TYPES))))
                .containsOnly("unidentified");
        assertThat(resolutions(report("show", Long.toString(QuirksWorld.EXTERNAL_ENGINE))))
                .containsOnly("remote-only");
        replica.faults().on(Fault.VERSION_ID_MISMATCH);
        assertThat(resolutions(report("show", IMAGE))).contains("mismatch");
    }

    @Test
    void describesReportsOfEveryVerdict() throws IOException {
        assertThat(verdict(report("show", "999999"))).contains("unproven");
        assertThat(verdict(report("show", Long.toString(QuirksWorld.UNPUBLISHED))))
                .contains("unproven");
        Files.writeString(folder.resolve("own.txt"), "a pear\nSteps: 20, Sampler: Euler, Seed: 1, Size: 512x512");
        assertThat(verdict(report("show", Long.toString(QuirksWorld.HIDDEN_META), "--metadata", "own.txt")))
                .contains("proven");
        replica.faults().on(Fault.IGNORE_IMAGE_ID);
        assertThat(verdict(report("show", IMAGE))).contains("proven");
        replica.faults().off(Fault.IGNORE_IMAGE_ID);
        replica.faults().on(Fault.CONTRADICTING_POST);
        assertThat(verdict(report("show", IMAGE))).contains("contradicted");
    }

    @Test
    void describesModelsThatAreWanted() {
        program.with("ASSAY_HUGGINGFACE_URL", replica.hub().toString());
        var several = checked(
                "get-1",
                "get",
                "--json",
                "--yes",
                "712345",
                "7401",
                "7402",
                "https://civitai.com/models/7100",
                "evening_light_pony",
                "2436219",
                "https://huggingface.co/" + HubFiles.CLIP_L,
                "https://huggingface.co/" + HubFiles.TWO_FILES);
        assertThat(several.at("models").items().stream()
                        .map(model -> model.at("state").at("kind").text().orElse(""))
                        .distinct())
                .contains("fetched", "unavailable");
        assertThat(checked("get-1", "get", "--json", "712345").at("exitCode").integer())
                .contains(0L);
        checked("get-1", "get", "--json", "723456");
        checked("get-1", "get", "--json", "723456", "--verify", "--comfy", "nowhere");
        checked("get-1", "get", "--json", "https://civitai.com.evil.example/models/1");
    }

    @Test
    void describesReportsOfReferencesThatAreNoImage() {
        assertThat(report("show", "https://civitai.com.evil.example/images/1")
                        .at("exitCode")
                        .integer())
                .contains(2L);
        assertThat(report("show", "https://civitai.com/posts/" + QuirksWorld.POST_OF_TWO)
                        .at("exitCode")
                        .integer())
                .contains(2L);
    }

    @Test
    void describesWhatFilesOfEveryKindSay() throws IOException {
        var infotext = "a pear, <lora:hills:0.5>\nSteps: 20, Sampler: Euler, Seed: 1, Size: 64x48";
        Files.write(
                folder.resolve("one.png"),
                Png.landscape(64, 48, Map.of("parameters", infotext, "mood", "calm"), 1)
                        .toArray());
        Files.write(folder.resolve("silent.png"), Png.landscape(64, 48).toArray());
        Files.write(folder.resolve("noise.bin"), new byte[] {0, 1, 2, 3});
        var all = checked(
                "read-1",
                "read",
                "one.png",
                "silent.png",
                "noise.bin",
                "nothing.png",
                "--json",
                "--raw",
                "--to",
                "infotext");
        assertThat(all.at("files").items().stream()
                        .map(file -> file.at("outcome").text().orElse("")))
                .containsExactly("read", "silent", "unread", "unread");
        assertThat(all.at("files").at(0).at("infotext").text().orElse("")).startsWith("a pear");
    }

    @Test
    void describesWhatWorkflowsNeed() throws IOException {
        var shelf = new Shelf(program);
        shelf.put("loras/xl/a.safetensors", Safetensors.sdxlLora("a", 1));
        var nodes =
                "{\"nodes\":[{\"id\":1,\"type\":\"LoraLoaderModelOnly\",\"widgets_values\":[\"xl\\\\a.safetensors\",1]},"
                        + "{\"id\":2,\"type\":\"LoraLoaderModelOnly\",\"widgets_values\":[\"a.safetensors\",1]},"
                        + "{\"id\":3,\"type\":\"VAELoader\",\"widgets_values\":[\"b.safetensors\"],\"properties\":{\"models\":["
                        + "{\"name\":\"b.safetensors\",\"url\":\"https://a.example/b\",\"directory\":\"vae\"}]}},"
                        + "{\"id\":4,\"type\":\"Odd\"}],\"links\":[]}";
        Files.writeString(folder.resolve("w.json"), nodes);
        Files.writeString(folder.resolve("broken.json"), "{");
        Files.writeString(folder.resolve("other.json"), "{}");
        var all = checked("scan-1", "scan", "w.json", "broken.json", "other.json", "--json", "--offline");
        assertThat(all.at("files").items().stream()
                        .map(file -> file.at("outcome").text().orElse("")))
                .containsExactly("workflow", "unread", "no-workflow");
        program.without("COMFYUI_ROOT");
        checked("scan-1", "scan", "w.json", "--json", "--offline", "--comfy", "nowhere");
    }

    @Test
    void describesTheListOfAnswers() {
        program.run("show", IMAGE);
        var list = checked("cache-1", "cache", "list", "--json");
        assertThat(list.at("answers").items()).isNotEmpty();
    }

    @Test
    void choosesNoneOfSeveralAnswers() {
        program.run("show", IMAGE);
        var several = program.run("cache", "show", "");
        assertThat(several.code()).isEqualTo(2);
        assertThat(several.err()).contains("answers begin with", "Give more of the digest");
        var newest = program.run("cache", "list").out().substring(0, 12);
        assertThat(program.run("cache", "show", newest).code()).isZero();
    }

    @Test
    void describesWhatTheDoctorSays() {
        var checkup = checked("doctor-1", "doctor", "--json");
        assertThat(checkup.at("items").items()).isNotEmpty();
    }

    @Test
    void describesRunsOfEveryKind() throws IOException {
        var checkpoints = program.comfy().resolve("models/checkpoints");
        Files.createDirectories(checkpoints.resolve("xl"));
        Files.createFile(checkpoints.resolve("xl/base.safetensors"));
        Files.writeString(
                folder.resolve("hills.json"),
                Workflows.textToImage("xl/base.safetensors", 7).write());
        try (var comfy = Comfy.start(program.comfy())) {
            comfy.faults().on(Fault.COMFY_BACKSLASHES);
            program.with("COMFYUI_URL", comfy.address().toString());
            var done = checked("run-1", "run", "hills.json", "--json");
            assertThat(done.at("results").items()).hasSize(1);
            assertThat(done.at("renamed").items()).hasSize(1);
            assertThat(report("make", IMAGE, "--yes", "--submit", "--compare")
                            .at("run")
                            .at("schema")
                            .text())
                    .contains("assay/run/1");
            comfy.faults().on(Fault.COMFY_MISSING_CLASS);
            assertThat(checked("run-1", "run", "hills.json", "--json").at("job").isNull())
                    .isTrue();
        }
        assertThat(checked("run-1", "run", "hills.json", "--json")
                        .at("exitCode")
                        .integer())
                .contains(9L);
        assertThat(checked("run-1", "run", "nothing.json", "--json")
                        .at("exitCode")
                        .integer())
                .contains(10L);
    }

    @Test
    void describesConversionsOfEveryKind() throws IOException {
        Files.writeString(
                folder.resolve("hills.json"),
                Workflows.textToImage("base.safetensors", 7).write());
        assertThat(checked("convert-1", "convert", "hills.json", "--to", "ui", "--json")
                        .at("result")
                        .has("nodes"))
                .isTrue();
        assertThat(checked("convert-1", "convert", "hills.json", "--to", "ui", "-o", "canvas.json", "--json")
                        .at("written")
                        .text())
                .isPresent();
        assertThat(checked("convert-1", "convert", "nothing.json", "--to", "ui", "--json")
                        .at("problems")
                        .items())
                .hasSize(1);
    }

    @Test
    void describesComparisonsOfEveryKind() throws IOException {
        Files.write(folder.resolve("one.png"), Png.landscape(64, 48).toArray());
        Files.write(
                folder.resolve("other.png"), Png.landscape(64, 48, Map.of(), 5).toArray());
        assertThat(checked("compare-1", "compare", "one.png", "one.png", "--json")
                        .at("reasons")
                        .items())
                .isEmpty();
        assertThat(checked("compare-1", "compare", "one.png", "other.png", "-o", "both.png", "--json")
                        .at("picture")
                        .text())
                .isPresent();
        assertThat(checked("compare-1", "compare", "one.png", "nothing.png", "--json")
                        .at("likeness")
                        .isNull())
                .isTrue();
    }

    @Test
    void describesWhatTheLibraryHolds() throws IOException {
        var shelf = new Shelf(program);
        var lora = Safetensors.sdxlLora("evening_light_pony", 712345);
        shelf.put("loras/known.safetensors", lora);
        shelf.put("checkpoints/twice.safetensors", lora);
        shelf.put("loras/cut.safetensors", lora.slice(0, 200));
        shelf.put("loras/known.safetensors.sha256", Bytes.utf8("ab".repeat(32)));
        Files.createSymbolicLink(shelf.models().resolve("loras/nothing.safetensors"), folder.resolve("nothing"));
        checked("library-scan-1", "library", "scan", "--json");
        checked("library-identify-1", "library", "identify", "--json");
        assertThat(checked("library-1", "library", "list", "--json").at("files").items())
                .hasSize(3);
        checked("library-which-1", "library", "which", "--json", "0123456789");
        var known = shelf.models().resolve("loras/known.safetensors");
        checked("library-which-1", "library", "which", "--json", known.toString());
        var time = Files.getLastModifiedTime(known);
        Files.write(known, lora.flipped(lora.size() - 1).toArray());
        Files.setLastModifiedTime(known, time);
        checked("library-verify-1", "library", "verify", "--json", "--fix");
        Files.delete(shelf.models().resolve("checkpoints/twice.safetensors"));
        checked("library-verify-1", "library", "verify", "--json");
        checked("library-1", "library", "list", "--json");
    }

    @Test
    void wouldNoticeWhatTheSchemaDoesNotSay() throws Exception {
        var schema = schema("cache-1");
        var valid = Json.parse("{\"schema\":\"assay/cache/1\",\"answers\":[]}");
        assertThat(SchemaCheck.errors(schema, valid)).isEmpty();
        for (var wrong : List.of(
                "{\"schema\":\"assay/cache/1\"}",
                "{\"schema\":\"assay/cache/2\",\"answers\":[]}",
                "{\"schema\":\"assay/cache/1\",\"answers\":{}}",
                "{\"schema\":\"assay/cache/1\",\"answers\":[{}]}",
                "{\"schema\":\"assay/cache/1\",\"answers\":[],\"more\":1}")) {
            assertThat(SchemaCheck.errors(schema, Json.parse(wrong))).as(wrong).isNotEmpty();
        }
    }

    private Json report(String command, String... more) {
        var arguments = new String[more.length + 2];
        arguments[0] = command;
        arguments[1] = "--json";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return checked("report-1", arguments);
    }

    private Json checked(String schema, String... arguments) {
        var document = program.run(arguments).json();
        assertThat(SchemaCheck.errors(schema(schema), document))
                .as(document.writePretty())
                .isEmpty();
        return document;
    }

    private static List<String> states(Json report) {
        return kinds(report, "state");
    }

    private static List<String> resolutions(Json report) {
        return kinds(report, "resolution");
    }

    private static List<String> kinds(Json report, String of) {
        return report.at("ingredients").items().stream()
                .map(ingredient -> ingredient.at(of).at("kind").text().orElseThrow())
                .toList();
    }

    private static Optional<String> verdict(Json report) {
        return report.at("verdict").at("state").text();
    }

    static Json schema(String name) {
        try {
            return Json.parse(Files.readString(documents().resolve("schema/" + name + ".schema.json")));
        } catch (IOException | MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }

    /** The folder {@code docs} of this checkout; tests are started in their module. */
    private static Path documents() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("docs/schema"))) {
                return at.resolve("docs");
            }
        }
        throw new AssertionError("there is no docs/schema in this checkout");
    }
}
