package dev.assay.core.metadata.graph;

import java.util.Locale;
import java.util.Optional;

import dev.assay.core.json.Json;

/** One run of a sampler, whichever nodes it is made of. */
final class SamplingPass {

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
        return node.inputs().containsKey("latent_image") && (node.inputs().containsKey("sigmas") || isWhole(node));
    }

    /** Passes that are no sampler of the picture: face fixes, tiled upscaling. */
    static boolean isAnother(ApiNode node) {
        return !node.inputs().containsKey("latent_image") && isWhole(node);
    }

    private static boolean isWhole(ApiNode node) {
        return node.inputs().containsKey("sampler_name") && node.inputs().containsKey("steps");
    }

    ApiNode node() {
        return node;
    }

    /** Whether it runs a part of the steps only. */
    boolean isAdvanced() {
        return node.inputs().containsKey("start_at_step");
    }

    Optional<Json> seed() {
        return literals.of(node, "seed")
                .or(() -> literals.of(node, "noise_seed"))
                .or(() -> part("noise").flatMap(noise -> literals.of(noise, "noise_seed")));
    }

    Optional<Json> steps() {
        return own("steps").or(() -> sigmas("steps"));
    }

    Optional<Json> cfg() {
        return own("cfg").or(() -> part("guider").flatMap(guider -> literals.of(guider, "cfg")));
    }

    Optional<Json> sampler() {
        return own("sampler_name")
                .or(() -> part("sampler")
                        .map(part -> literals.of(part, "sampler_name").orElseGet(() -> Json.of(part.type()))));
    }

    /** A scheduler's own node has no name but its class: {@code KarrasScheduler} is karras. */
    Optional<Json> schedule() {
        return own("scheduler")
                .or(() -> sigmas("scheduler"))
                .or(() -> scheduler()
                        .map(part ->
                                Json.of(part.type().replace("Scheduler", "").toLowerCase(Locale.ROOT))));
    }

    Optional<Json> denoise() {
        return own("denoise").or(() -> sigmas("denoise"));
    }

    Optional<Json> own(String input) {
        return node.inputs().containsKey(input) ? literals.of(node, input) : Optional.empty();
    }

    Json latent() {
        return node.input("latent_image");
    }

    /** Where the conditioning of that side comes from. */
    Json conditioning(String side) {
        if (node.inputs().containsKey(side)) {
            return node.input(side);
        }
        var guider = part("guider");
        var sided = guider.map(part -> part.input(side)).orElse(Json.none());
        return sided.isNull() && side.equals("positive")
                ? guider.map(part -> part.input("conditioning")).orElse(Json.none())
                : sided;
    }

    private Optional<ApiNode> part(String input) {
        return graph.source(node.input(input));
    }

    private Optional<Json> sigmas(String input) {
        return scheduler().flatMap(part -> literals.of(part, input));
    }

    /** The scheduler, behind whatever splits or bends its sigmas. */
    private Optional<ApiNode> scheduler() {
        return graph.nearest(node.input("sigmas"), part -> part.inputs().containsKey("steps")).stream()
                .findFirst();
    }
}
