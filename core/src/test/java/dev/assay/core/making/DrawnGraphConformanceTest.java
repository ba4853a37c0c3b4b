package dev.assay.core.making;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Shared;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.check.GraphCheck;
import dev.assay.core.workflow.check.Problem;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelInputs;
import dev.assay.core.workflow.ui.UiFormat;
import dev.assay.core.workflow.ui.UiReading;
import dev.assay.core.workflow.ui.UiWriting;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is drawn, real servers accept, and the page opens and sends back as it was. */
class DrawnGraphConformanceTest {

    private static final List<String> SAMPLER_NAMES = List.of(
            "Euler",
            "Euler a",
            "LMS",
            "Heun",
            "DPM2",
            "DPM2 a",
            "DPM++ 2S a",
            "DPM++ 2M",
            "DPM++ 2M v2",
            "DPM++ SDE",
            "DPM++ 2M SDE",
            "DPM++ 2M SDE Heun",
            "DPM++ 3M SDE",
            "DPM fast",
            "DPM adaptive",
            "Restart",
            "DDIM",
            "DDIM CFG++",
            "PLMS",
            "UniPC",
            "LCM",
            "DDPM",
            "HeunPP2",
            "IPNDM",
            "IPNDM_V",
            "DEIS",
            "TCD",
            "Euler A2",
            "Euler Dy",
            "Res Multistep",
            "Res 2S",
            "ER SDE",
            "Euler FlowMatch",
            "DPM++ 2M Trailing",
            "dpmpp_2m_karras",
            "k_dpmpp_2s_a",
            "Undefined",
            "nobody's");

    private static final List<String> SCHEDULE_NAMES = List.of(
            "Automatic",
            "Uniform",
            "Karras",
            "Exponential",
            "Polyexponential",
            "SGM Uniform",
            "Normal",
            "Simple",
            "DDIM",
            "KL Optimal",
            "Beta",
            "Turbo",
            "Align Your Steps",
            "Align Your Steps 32",
            "Align Your Steps GITS",
            "Laplace",
            "Sinusoidal SF",
            "Cosine",
            "Phi",
            "Karras Dynamic",
            "Smoothstep",
            "Bong Tangent",
            "LCM",
            "discrete",
            "linear_quadratic",
            "nobody's");

    private static final ModelInputs MODELS = ModelInputs.load();
    private static final NodeDefinitions CORE = NodeDefinitions.core();
    private static final Map<String, NodeDefinitions> SERVERS = new HashMap<>();

    @BeforeAll
    static void readWhatServersSay() {
        for (var version : List.of("0.24.0", "0.8.0")) {
            var answer = Shared.json("comfyui/object_info-" + version + ".json");
            SERVERS.put(version, NodeDefinitions.fromObjectInfo(answer));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.assay.core.making.Samples#all")
    void realServersAcceptIt(Sample sample) {
        SERVERS.forEach((version, server) -> assertThat(
                        problems(server, sample.drawn(server).graph()))
                .as(version)
                .isEmpty());
        assertThat(problems(CORE, sample.drawn(CORE).graph())).as("own table").isEmpty();
    }

    private static List<String> problems(NodeDefinitions definitions, Graph graph) {
        return GraphCheck.against(definitions, MODELS, graph).stream()
                .map(Problem::sentence)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("dev.assay.core.making.Samples#all")
    void thePageSendsBackWhatWasDrawn(Sample sample) throws MalformedJsonException {
        var graph = sample.drawn(CORE).graph();
        var ui = new UiFormat(CORE);
        var written = ((UiWriting.Written) ui.write(graph, List.of())).workflow();
        var read = ((UiReading.Exact) ui.read(Json.parse(written.write()))).graph();
        assertThat(Wiring.of(read, Map.of())).isEqualTo(Wiring.of(graph, Map.of()));
        assertThat(read.nodes()).hasSameSizeAs(graph.nodes());
        assertThat(Json.parse(ApiFormat.write(graph).write())).isEqualTo(ApiFormat.write(graph));
    }

    /** All names of the table, as A1111, Forge, the site and others write them. */
    @ParameterizedTest
    @ValueSource(strings = {"sd1", "sdxl", "flux1-dev", "qwen-image", "ltxv"})
    void realServersTakeEverySamplerWithEverySchedule(String family) {
        var wrong = new ArrayList<String>();
        for (var sampler : SAMPLER_NAMES) {
            for (var schedule : SCHEDULE_NAMES) {
                var recipe = Recipes.a1111()
                        .with(Parameter.SAMPLER, sampler)
                        .with(Parameter.SCHEDULE_TYPE, schedule)
                        .with(Parameter.HIRES_UPSCALER, "Latent")
                        .with(Parameter.HIRES_UPSCALE, "1.5")
                        .with(Parameter.HIRES_STEPS, "7")
                        .with(Parameter.DENOISING_STRENGTH, "0.4");
                var graph = Sample.plain(sampler, family, recipe).drawn(CORE).graph();
                SERVERS.forEach((version, server) -> problems(server, graph)
                        .forEach(problem -> wrong.add(version + ": " + sampler + ", " + schedule + ": " + problem)));
            }
        }
        assertThat(wrong).isEmpty();
    }
}
