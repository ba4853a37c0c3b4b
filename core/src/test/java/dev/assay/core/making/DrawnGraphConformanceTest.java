package dev.assay.core.making;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.assay.core.family.Distillation;
import dev.assay.core.family.Families;
import dev.assay.core.family.Prediction;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
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

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is drawn, real servers accept, and the page opens and sends back as it was. */
class DrawnGraphConformanceTest {

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

    /** A recipe, and of what make its checkpoint is. */
    record Sample(String name, Recipes recipe, String family, Distillation distillation, Prediction prediction) {
        @Override
        public String toString() {
            return name + " (" + family + ")";
        }
    }

    private static Sample plain(String name, String family, Recipes recipe) {
        return new Sample(name, recipe, family, Distillation.NONE, Prediction.EPSILON);
    }

    private static Sample plain(String name, Recipes recipe) {
        return plain(name, "pony", recipe);
    }

    private static Recipes with(Parameter parameter, String value) {
        return Recipes.a1111().with(parameter, value);
    }

    private static Recipes hires(String upscaler) {
        return with(Parameter.HIRES_UPSCALER, upscaler)
                .with(Parameter.HIRES_UPSCALE, "1.55")
                .with(Parameter.HIRES_STEPS, "12")
                .with(Parameter.DENOISING_STRENGTH, "0.37");
    }

    static Stream<Sample> samples() {
        var samples = new ArrayList<Sample>();
        for (var family : Families.all()) {
            for (var distillation : Distillation.values()) {
                samples.add(new Sample(
                        "nothing stated, " + distillation,
                        Recipes.empty(),
                        family.id(),
                        distillation,
                        Prediction.EPSILON));
            }
            samples.add(plain("all stated", family.id(), Recipes.a1111()));
            samples.add(plain("clip skip 2", family.id(), with(Parameter.CLIP_SKIP, "2")));
            samples.add(plain(
                    "clip skip 3, Forge",
                    family.id(),
                    with(Parameter.CLIP_SKIP, "3").with(Parameter.VERSION, "f2.0.1")));
        }
        samples.add(new Sample("v-prediction", Recipes.a1111(), "noobai", Distillation.NONE, Prediction.V_PREDICTION));
        samples.add(new Sample(
                "LCM sampler on v-prediction",
                with(Parameter.SAMPLER, "LCM"),
                "noobai",
                Distillation.NONE,
                Prediction.V_PREDICTION));
        prompts(samples);
        passes(samples);
        numbers(samples);
        return samples.stream();
    }

    private static void prompts(List<Sample> samples) {
        var prompts = List.of(
                "",
                "one BREAK two BREAK three, (weighty:1.3) [light]",
                "a cat AND a dog :0.7 AND a bird:1.2",
                "a AND b :20 AND c :-1",
                "[a cat:a dog:0.4], [fog::12], [late:20], [x|y]",
                "[a:b:10] BREAK c AND d",
                "{red|blue} //comment /* other */ \\(escaped\\) \\\\ backslash",
                "EasyNegative, (easynegative:0.8), photo by bad-hands-5",
                "tagged <lora:style:0.6:0.9> <hypernet:marble:0.4> <lora:gone:1>",
                "\uD83D\uDC31 \u732B, ".repeat(60));
        for (var prompt : prompts) {
            samples.add(plain(
                    "prompt " + prompt.substring(0, Math.min(20, prompt.length())), with(Parameter.PROMPT, prompt)));
            samples.add(plain(
                    "two passes of " + prompt.substring(0, Math.min(20, prompt.length())),
                    hires("Latent").with(Parameter.PROMPT, prompt)));
            samples.add(plain(
                    "second prompt " + prompt.substring(0, Math.min(20, prompt.length())),
                    hires("4x-UltraSharp")
                            .with(Parameter.HIRES_PROMPT, prompt)
                            .with(Parameter.HIRES_NEGATIVE_PROMPT, prompt)));
        }
        samples.add(plain(
                "prompt for ComfyUI",
                with(Parameter.PROMPT, "embedding:EasyNegative, {a|b}").with(Parameter.TOOL, "SwarmUI")));
        for (var emphasis : List.of("No norm", "Ignore", "None")) {
            samples.add(plain(
                    "emphasis " + emphasis,
                    with(Parameter.PROMPT, "(a:1.5) [b]").extra("Emphasis", emphasis)));
        }
    }

    private static void passes(List<Sample> samples) {
        var upscalers = List.of(
                "Latent",
                "Latent (antialiased)",
                "Latent (bicubic)",
                "Latent (bicubic antialiased)",
                "Latent (nearest)",
                "Latent (nearest-exact)",
                "None",
                "Lanczos",
                "Nearest",
                "4x-UltraSharp",
                "some other");
        upscalers.forEach(upscaler -> samples.add(plain("hires by " + upscaler, hires(upscaler))));
        for (var schedule : List.of(
                "Karras",
                "Exponential",
                "Polyexponential",
                "Turbo",
                "Align Your Steps",
                "Align Your Steps GITS",
                "Laplace",
                "Beta",
                "SGM Uniform",
                "KL Optimal",
                "DDIM",
                "Simple",
                "Unheard of")) {
            samples.add(plain("schedule " + schedule, with(Parameter.SCHEDULE_TYPE, schedule)));
            samples.add(
                    plain("hires schedule " + schedule, hires("Latent").with(Parameter.HIRES_SCHEDULE_TYPE, schedule)));
            samples.add(plain(
                    "few steps of " + schedule,
                    with(Parameter.SCHEDULE_TYPE, schedule).with(Parameter.STEPS, "1")));
        }
        samples.add(plain("bent Karras", with(Parameter.SCHEDULE_TYPE, "Karras").extra("Schedule rho", "5")));
        samples.add(plain("bent beta", with(Parameter.SCHEDULE_TYPE, "Beta").extra("Beta schedule alpha", "0.4")));
        for (var sampler :
                List.of("DPM++ 2M Karras", "LCM", "DDIM", "PLMS", "Restart", "UniPC", "DPM++ SDE", "nobody's")) {
            samples.add(plain("sampler " + sampler, with(Parameter.SAMPLER, sampler)));
            samples.add(plain("hires sampler " + sampler, hires("Latent").with(Parameter.HIRES_SAMPLER, sampler)));
        }
        samples.add(plain("hires to a size", hires("Latent").with(Parameter.HIRES_RESIZE, "1000x1000")));
        samples.add(plain("hires to a width", hires("Lanczos").with(Parameter.HIRES_RESIZE, "1111x0")));
        samples.add(plain("hires far too large", hires("Latent").with(Parameter.HIRES_RESIZE, "99999x1")));
        samples.add(plain("hires at denoise 0", hires("Latent").with(Parameter.DENOISING_STRENGTH, "0")));
        samples.add(plain("hires at denoise 1", hires("Latent").with(Parameter.DENOISING_STRENGTH, "1")));
        samples.add(plain(
                "hires of hardly anything",
                hires("Latent")
                        .with(Parameter.DENOISING_STRENGTH, "0.0001")
                        .with(Parameter.HIRES_SCHEDULE_TYPE, "Karras")));
        samples.add(
                plain("old hires", with(Parameter.FIRST_PASS_SIZE, "0x0").with(Parameter.DENOISING_STRENGTH, "0.7")));
        samples.add(plain("old hires of a size", with(Parameter.FIRST_PASS_SIZE, "512x640")));
        samples.add(plain("refiner", with(Parameter.REFINER_SWITCH_AT, "0.8").with(Parameter.SCHEDULE_TYPE, "Karras")));
        samples.add(plain(
                "refiner on a schedule of its own",
                with(Parameter.REFINER_SWITCH_AT, "0.8").with(Parameter.SCHEDULE_TYPE, "Polyexponential")));
        samples.add(plain("refiner and hires", hires("Latent").with(Parameter.REFINER_SWITCH_AT, "0.5")));
    }

    private static void numbers(List<Sample> samples) {
        samples.add(plain("largest seed", with(Parameter.SEED, "18446744073709551615")));
        samples.add(plain("rounded seed", with(Parameter.SEED, "18446744073709552000")));
        samples.add(plain("seed that is none", with(Parameter.SEED, "-1")));
        samples.add(plain("seed without end", with(Parameter.SEED, "1e300")));
        samples.add(plain("odd size", with(Parameter.WIDTH, "1001").with(Parameter.HEIGHT, "777")));
        samples.add(plain("tiny size", with(Parameter.WIDTH, "1").with(Parameter.HEIGHT, "1")));
        samples.add(plain("huge size", with(Parameter.WIDTH, "16384").with(Parameter.HEIGHT, "16384")));
        samples.add(plain("no steps", with(Parameter.STEPS, "0")));
        samples.add(plain("endless steps", with(Parameter.STEPS, "10000").with(Parameter.SCHEDULE_TYPE, "Turbo")));
        samples.add(plain("CFG 0", with(Parameter.CFG_SCALE, "0")));
        samples.add(plain("CFG with digits", with(Parameter.CFG_SCALE, "6.123456789")));
        samples.add(plain("CFG beyond all", with(Parameter.CFG_SCALE, "99").with(Parameter.PROMPT, "a AND b")));
    }

    private static List<Placed> placed(String family) {
        var base = Families.byId(family).orElseThrow().labels().getFirst();
        return List.of(
                Placements.place(Role.CHECKPOINT, "base", "sub/base.safetensors", base),
                Placements.place(Role.REFINER, "refiner", "refiner.safetensors", base),
                Placements.place(Role.VAE, "vae", "vae.safetensors", base),
                Placements.weighed(Placements.place(Role.LORA, "style", "style_v2.safetensors", base), "0.6", "0.9"),
                Placements.place(Role.LORA, "unweighed", "unweighed.safetensors", base),
                Placements.lora("strong", "-250"),
                Placements.weighed(Placements.place(Role.HYPERNETWORK, "marble", "marble.pt", base), "20", "20"),
                Placements.place(Role.EMBEDDING, "EasyNegative", "neg/easynegative.safetensors", base),
                Placements.place(Role.EMBEDDING, "bad-hands-5", "bad-hands-5.pt", base),
                Placements.place(Role.UPSCALER, "4x-UltraSharp", "4x-UltraSharp.pth", "Other"));
    }

    private static Graph draw(Sample sample, NodeDefinitions definitions) {
        var family = Families.byId(sample.family()).orElseThrow();
        var recipe = sample.recipe().build();
        var settled = Settler.settle(recipe, family, sample.distillation(), sample.prediction());
        var materials = Materials.of(placed(sample.family())).orElseThrow();
        return StableDiffusionGraph.draw(settled, materials, sample.prediction(), definitions, "assay")
                .graph();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void realServersAcceptIt(Sample sample) {
        SERVERS.forEach((version, server) ->
                assertThat(problems(server, draw(sample, server))).as(version).isEmpty());
        assertThat(problems(CORE, draw(sample, CORE))).as("own table").isEmpty();
    }

    private static List<String> problems(NodeDefinitions definitions, Graph graph) {
        return GraphCheck.against(definitions, MODELS, graph).stream()
                .map(Problem::sentence)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void thePageSendsBackWhatWasDrawn(Sample sample) throws MalformedJsonException {
        var graph = draw(sample, CORE);
        var ui = new UiFormat(CORE);
        var written = ((UiWriting.Written) ui.write(graph, List.of())).workflow();
        var read = ((UiReading.Exact) ui.read(Json.parse(written.write()))).graph();
        assertThat(Wiring.of(uncommented(read), Map.of())).isEqualTo(Wiring.of(uncommented(graph), Map.of()));
        assertThat(read.nodes()).hasSameSizeAs(graph.nodes());
        assertThat(Json.parse(ApiFormat.write(graph).write())).isEqualTo(ApiFormat.write(graph));
    }

    /** What the page takes for comments is written with a space in between, and said. */
    private static Graph uncommented(Graph graph) {
        return graph.map(node -> node.literal("text")
                .text()
                .map(text -> node.with(
                        "text",
                        new Input.Literal(Json.of(text.replace("/ /", "//").replace("/ *", "/*")))))
                .orElse(node));
    }
}
