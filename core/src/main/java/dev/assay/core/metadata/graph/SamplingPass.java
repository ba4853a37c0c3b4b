package dev.assay.core.metadata.graph;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;

/** One run of a sampler, whichever nodes it is made of. */
final class SamplingPass {

    /** Packs whose sampler takes no latent, but a bundle with all of it, or pictures and texts that were made ready. */
    private static final Pattern BUNDLED = Pattern.compile(
            "easy (?:full)?k?Sampler\\w*|KSampler SDXL \\(Eff\\.\\)|ImpactKSampler\\w*BasicPipe|KSamplerPipe //Inspire"
                    + "|ttN \\w*[kK]Sampler\\w*|WanVideoSampler|HyVideoSampler|CogVideoSampler|MochiSampler");

    private static final List<String> LATENTS =
            List.of("latent_image", "latent", "samples", "image_embeds", "optional_latent");
    private static final List<String> SEEDS = List.of("seed", "noise_seed", "seed_value");

    private static final int MAX_WRAPPERS = 20;

    private final ApiGraph graph;
    private final Literals literals;
    private final ApiNode node;

    SamplingPass(ApiGraph graph, ApiNode node) {
        this.graph = graph;
        this.literals = new Literals(graph);
        this.node = node;
    }

    /** Told by its inputs, since every pack has its own: KSampler and its like, or the custom sampler's parts. */
    static boolean is(ApiNode node) {
        return (node.has("latent_image") && (node.has("sigmas") || isWhole(node)))
                || (node.type().contains("ampler")
                        && BUNDLED.matcher(node.type()).matches());
    }

    /** Passes that are no sampler of the picture: face fixes, tiled upscaling. A saver only notes what was set. */
    static boolean isAnother(ApiNode node) {
        return !is(node) && !node.has("latent_image") && isWhole(node) && (node.has("model") || node.has("basic_pipe"));
    }

    private static boolean isWhole(ApiNode node) {
        return node.has("sampler_name") && node.has("steps");
    }

    ApiNode node() {
        return node;
    }

    /** Whether it runs a part of the steps only. */
    boolean isAdvanced() {
        return node.has("start_at_step");
    }

    Optional<Json> seed() {
        return SEEDS.stream()
                .flatMap(name -> own(name).stream())
                .findFirst()
                .or(() -> part("noise").flatMap(noise -> literals.of(noise, "noise_seed")));
    }

    Optional<Json> steps() {
        return own("steps").or(() -> sigmas("steps"));
    }

    Optional<Json> cfg() {
        return own("cfg")
                .or(() -> part("guider").flatMap(guider -> literals.of(guider, "cfg")))
                .or(() -> part("guider").flatMap(guider -> literals.of(guider, "cfg_conds")));
    }

    Optional<Json> sampler() {
        return own("sampler_name")
                .or(() -> samplerPart()
                        .flatMap(part -> part.has("sampler_name")
                                ? literals.of(part, "sampler_name")
                                : Optional.of(Json.of(part.type()))))
                .or(() -> isWrapped() ? own("scheduler") : Optional.empty());
    }

    /** A scheduler's own node has no name but its class: {@code KarrasScheduler} is karras. */
    Optional<Json> schedule() {
        if (isWrapped()) {
            return Optional.empty();
        }
        return own("scheduler")
                .or(() -> sigmas("scheduler"))
                .or(() -> scheduler()
                        .filter(part -> !part.has("scheduler"))
                        .map(part ->
                                Json.of(part.type().replace("Scheduler", "").toLowerCase(Locale.ROOT))));
    }

    /** Wrappers of whole programs for videos call their samplers schedulers, as diffusers does. */
    private boolean isWrapped() {
        return node.type().endsWith("VideoSampler") || node.type().equals("MochiSampler");
    }

    /** The node that a value comes from which the graph does not state itself. */
    Optional<ApiNode> maker(Parameter parameter) {
        return places(parameter).flatMap(input -> graph.source(input).stream()).findFirst();
    }

    private Stream<Json> places(Parameter parameter) {
        var own = Optional.of(node);
        var places = Map.of(
                Parameter.SEED, Stream.concat(SEEDS.stream().map(node::input), inputs(part("noise"), "noise_seed")),
                Parameter.STEPS, Stream.concat(inputs(own, "steps"), inputs(scheduler(), "steps")),
                Parameter.CFG_SCALE, Stream.concat(inputs(own, "cfg"), inputs(part("guider"), "cfg")),
                Parameter.SAMPLER, Stream.concat(inputs(own, "sampler_name"), inputs(samplerPart(), "sampler_name")),
                Parameter.SCHEDULE_TYPE, Stream.concat(inputs(own, "scheduler"), inputs(scheduler(), "scheduler")));
        return places.getOrDefault(parameter, Stream.empty());
    }

    private static Stream<Json> inputs(Optional<ApiNode> node, String input) {
        return node.stream().map(found -> found.input(input));
    }

    Optional<Json> denoise() {
        return own("denoise").or(() -> own("denoise_strength")).or(() -> sigmas("denoise"));
    }

    /** Guidance that is no CFG, where the sampler itself takes it. */
    Optional<Json> guidance() {
        return own("embedded_guidance_scale");
    }

    /** A value of its own, or of the bundle that it works with. */
    Optional<Json> own(String input) {
        return literals.of(node, input);
    }

    /** Where the picture comes from that it starts with. */
    Json latent() {
        return LATENTS.stream()
                .map(name -> graph.value(node, name))
                .filter(input -> !input.isNull())
                .findFirst()
                .orElse(Json.none());
    }

    /** Where the conditioning of that side comes from. */
    Json conditioning(String side) {
        var own = graph.value(node, side);
        if (!own.isNull()) {
            return own;
        }
        if (node.has("text_embeds")) {
            return node.input("text_embeds");
        }
        var guider = part("guider");
        var sided = guider.map(part -> part.input(side)).orElse(Json.none());
        return sided.isNull() && side.equals("positive")
                ? guider.map(SamplingPass::single).orElse(Json.none())
                : sided;
    }

    /** Guiders with no sides, or with two positive ones. */
    private static Json single(ApiNode guider) {
        return guider.has("conditioning") ? guider.input("conditioning") : guider.input("cond1");
    }

    /** The sampler itself, behind whatever is wrapped around it. */
    private Optional<ApiNode> samplerPart() {
        return samplerParts().reduce((_, inner) -> inner);
    }

    /** What is wrapped around the sampler, from the outside in. */
    List<ApiNode> wrappers() {
        var parts = samplerParts().toList();
        return parts.isEmpty() ? parts : parts.subList(0, parts.size() - 1);
    }

    private Stream<ApiNode> samplerParts() {
        return Stream.iterate(
                        part("sampler"),
                        Optional::isPresent,
                        part -> graph.source(part.get().input("sampler")))
                .limit(MAX_WRAPPERS)
                .flatMap(Optional::stream);
    }

    private Optional<ApiNode> part(String input) {
        return graph.source(graph.value(node, input));
    }

    private Optional<Json> sigmas(String input) {
        return scheduler().flatMap(part -> literals.of(part, input));
    }

    /** The scheduler, behind whatever splits or bends its sigmas. */
    private Optional<ApiNode> scheduler() {
        return graph.nearest(node.input("sigmas"), part -> part.has("steps")).stream()
                .findFirst();
    }
}
