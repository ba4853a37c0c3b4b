package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import org.junit.jupiter.api.Test;

import static dev.assay.app.cli.Reports.findings;
import static org.assertj.core.api.Assertions.assertThat;

/** Pictures that were made larger when they were finished, as A1111's Extras state it. */
class EnlargedTest extends AgainstTheReplica {

    private static final long UPSCALER = 8201;

    private Program.Ended make(String upscaler, String key, String size) throws IOException {
        var model = Model.of(8200, "Sharp", "Upscaler")
                .version(Version.of(UPSCALER, "v1", "Other")
                        .file(ModelFile.of(8202, "4x-Sharp.safetensors", Safetensors.sdxlVae(UPSCALER))
                                .primary()));
        var meta = Pony.settings()
                .put("Postprocess upscaler", upscaler)
                .put(key, size)
                .put(
                        "civitaiResources",
                        List.of(
                                Pony.checkpoint(),
                                Json.object()
                                        .put("type", "upscaler")
                                        .put("modelVersionId", UPSCALER)
                                        .build()));
        serve(QuirksWorld.builder()
                .model(model.build())
                .image(plain().meta(meta.build()).build())
                .build());
        var ended = program.run("make", IMAGE, "--no-download", "-o", WORKFLOW, "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        return ended;
    }

    private Graph written() throws IOException, MalformedJsonException {
        return ((ApiReading.Read) ApiFormat.read(Json.parse(Files.readString(folder.resolve(WORKFLOW))))).graph();
    }

    private static Node behind(Graph graph, Node node, String input) {
        var link = (Input.Link) Objects.requireNonNull(node.inputs().get(input));
        return graph.find(link.source()).orElseThrow();
    }

    private static String size(Node node) {
        return node.literal("width").write() + "x" + node.literal("height").write();
    }

    @Test
    void enlargesByTheModelThatDidIt() throws Exception {
        var ended = make("4x-Sharp", "Postprocess upscale by", "2");
        assertThat(findings(ended.json())).doesNotContain("EXT_POST", "MODEL_LEFT_OUT");
        var graph = written();
        var scale = behind(graph, graph.ofType("SaveImage").getFirst(), "images");
        assertThat(size(scale)).isEqualTo("1664x2432");
        var enlarged = behind(graph, scale, "image");
        assertThat(enlarged.type()).isEqualTo("ImageUpscaleWithModel");
        assertThat(behind(graph, enlarged, "upscale_model")
                        .literal("model_name")
                        .text())
                .contains("4x-Sharp.safetensors");
        assertThat(behind(graph, enlarged, "image").type()).isEqualTo("VAEDecode");
    }

    @Test
    void enlargesWithoutAModelToASize() throws Exception {
        make("Lanczos", "Postprocess upscale to", "1000x2432");
        var graph = written();
        var scale = behind(graph, graph.ofType("SaveImage").getFirst(), "images");
        assertThat(scale.type()).isEqualTo("ImageScale");
        assertThat(size(scale)).isEqualTo("1664x2432");
    }

    @Test
    void saysThatNobodyKnowsTheModel() throws Exception {
        var ended = make("R-ESRGAN 4x+", "Postprocess upscale by", "4");
        assertThat(findings(ended.json())).contains("EXT_POST");
        assertThat(ended.json().at("fidelity").text()).contains("partial");
        assertThat(written().ofType("ImageUpscaleWithModel")).isEmpty();
    }
}
