package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.replica.comfy.Comfy;
import dev.assay.replica.sample.Workflows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A workflow in the other form is the same workflow, or none is written. */
class ConvertTest {

    private static final Json HILLS = Workflows.textToImage("base.safetensors", 7);
    private static final String CUSTOM = "Pear Maker (fruit)";

    @TempDir
    private Path folder;

    private Program program;

    @BeforeEach
    void start() throws IOException {
        program = Program.in(folder);
        Files.writeString(folder.resolve("hills.json"), HILLS.write());
    }

    @Test
    void givesTheSameGraphThereAndBack() {
        var ui = program.run("convert", "hills.json", "--to", "ui", "-o", "canvas.json");
        assertThat(ui.code()).as(ui.printed()).isZero();
        assertThat(ui.out()).contains("Workflow: ");
        var api = program.run("convert", "canvas.json", "--to", "api");
        assertThat(api.code()).isZero();
        assertThat(api.err()).isEmpty();
        assertThat(Meaning.of(api.json())).isEqualTo(Meaning.of(HILLS));
    }

    @Test
    void keepsWhatHasThatFormAlready() {
        var ended = program.run("convert", "hills.json", "--to", "api");
        assertThat(ended.json()).isEqualTo(HILLS);
        assertThat(ended.err()).contains("FORM_KEPT");
    }

    @Test
    void replacesNoFileUnlessToldTo() throws IOException {
        Files.writeString(folder.resolve("canvas.json"), "mine");
        assertThat(program.run("convert", "hills.json", "--to", "ui", "-o", "canvas.json")
                        .code())
                .isEqualTo(10);
        assertThat(folder.resolve("canvas.json")).hasContent("mine");
        assertThat(program.run("convert", "hills.json", "--to", "ui", "-o", "canvas.json", "--force")
                        .code())
                .isZero();
        assertThat(folder.resolve("canvas.json")).content().contains("last_node_id");
    }

    @Test
    void guessesNothingAboutNodesThatNobodyKnowsAndAsksTheServerThatDoes() throws IOException {
        Map<String, Json> nodes = new LinkedHashMap<>(HILLS.members());
        nodes.put(
                "9",
                Json.object()
                        .put("class_type", CUSTOM)
                        .put("inputs", Json.object().put("ripeness", 3).build())
                        .build());
        Files.writeString(folder.resolve("pears.json"), new Json.Obj(nodes).write());
        var alone = program.run("convert", "pears.json", "--to", "ui", "-o", "canvas.json");
        assertThat(alone.code()).isEqualTo(7);
        assertThat(alone.out()).contains(CUSTOM, "--comfy-url");
        assertThat(folder.resolve("canvas.json")).doesNotExist();
        try (var comfy = Comfy.start(program.comfy(), definitions(), 0)) {
            var url = comfy.address().toString();
            var asked = program.run("convert", "pears.json", "--to", "ui", "-o", "canvas.json", "--comfy-url", url);
            assertThat(asked.code()).as(asked.printed()).isZero();
            var back = program.run("convert", "canvas.json", "--to", "api", "--comfy-url", url);
            assertThat(back.json().at("9").at("inputs").at("ripeness").integer())
                    .contains(3L);
        }
        var gone = program.run("convert", "hills.json", "--to", "ui", "--comfy-url", "http://127.0.0.1:9");
        assertThat(gone.code()).isZero();
        assertThat(gone.err()).contains("SERVER_NOT_THERE");
    }

    private static Json definitions() {
        var ripeness =
                Json.of(List.of(Json.of("INT"), Json.object().put("default", 1).build()));
        var input = Json.object()
                .put("required", Json.object().put("ripeness", ripeness).build())
                .build();
        Map<String, Json> all =
                new LinkedHashMap<>(NodeDefinitions.coreAsObjectInfo().members());
        all.put(
                CUSTOM,
                Json.object()
                        .put("input", input)
                        .put("output", List.of(Json.of("IMAGE")))
                        .put("output_name", List.of(Json.of("IMAGE")))
                        .put("python_module", "custom_nodes.fruit")
                        .build());
        return new Json.Obj(all);
    }

    @Test
    void saysWhatTheCanvasSaysOtherwise() throws IOException {
        Map<String, Json> nodes = new LinkedHashMap<>(HILLS.members());
        nodes.put("57:3", nodes.remove("2"));
        Map<String, Json> sampler =
                new LinkedHashMap<>(HILLS.at("5").at("inputs").members());
        sampler.put("positive", Json.of(List.of(Json.of("57:3"), Json.of(0))));
        sampler.put("mood", Json.of("calm"));
        nodes.put(
                "5",
                Json.object()
                        .put("class_type", "KSampler")
                        .put("inputs", new Json.Obj(sampler))
                        .build());
        Files.writeString(folder.resolve("odd.json"), new Json.Obj(nodes).write());
        var ended = program.run("convert", "odd.json", "--to", "ui", "-o", "canvas.json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("NODE_RENUMBERED", "57:3", "INPUT_IGNORED", "mood");
    }

    @Test
    void refusesAFormThatThereIsNot() {
        assertThat(program.run("convert", "hills.json", "--to", "xml").code()).isEqualTo(2);
        assertThat(program.run("convert", "hills.json").code()).isEqualTo(2);
        assertThat(program.run("convert", "nothing.json", "--to", "ui").code()).isEqualTo(10);
    }
}
