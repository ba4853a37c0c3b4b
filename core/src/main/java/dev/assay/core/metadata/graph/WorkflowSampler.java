package dev.assay.core.metadata.graph;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.PromptTags;

/** Reads the widgets of an editor's graph that has one plain sampler. A widget that is fed by a link is not read. */
final class WorkflowSampler {

    /** The place of each value among the widgets; a seed is followed by what becomes of it after the run. */
    private static final Map<String, Map<Parameter, Integer>> PLACES = Map.of(
            "KSampler",
            Map.of(
                    Parameter.SEED, 0,
                    Parameter.STEPS, 2,
                    Parameter.CFG_SCALE, 3,
                    Parameter.SAMPLER, 4,
                    Parameter.SCHEDULE_TYPE, 5,
                    Parameter.DENOISING_STRENGTH, 6),
            "KSamplerAdvanced",
            Map.of(
                    Parameter.SEED, 1,
                    Parameter.STEPS, 3,
                    Parameter.CFG_SCALE, 4,
                    Parameter.SAMPLER, 5,
                    Parameter.SCHEDULE_TYPE, 6));

    private static final Map<Parameter, List<String>> INPUTS = Map.of(
            Parameter.SEED, List.of("seed", "noise_seed"),
            Parameter.STEPS, List.of("steps"),
            Parameter.CFG_SCALE, List.of("cfg"),
            Parameter.SAMPLER, List.of("sampler_name"),
            Parameter.SCHEDULE_TYPE, List.of("scheduler"),
            Parameter.DENOISING_STRENGTH, List.of("denoise"));

    private final List<Json> nodes;
    private final Json workflow;
    private final Draft draft;

    WorkflowSampler(List<Json> nodes, Json workflow, Draft draft) {
        this.nodes = nodes;
        this.workflow = workflow;
        this.draft = draft;
    }

    /** Whether the node is a sampler of any pack: all of them take a latent under that name. */
    static boolean samples(Json node) {
        return node.at("inputs").items().stream()
                .anyMatch(socket -> socket.at("name").text().equals(Optional.of("latent_image")));
    }

    static boolean canRead(Json node) {
        return PLACES.containsKey(node.at("type").text().orElse(""));
    }

    void read(Json sampler) {
        PLACES.getOrDefault(sampler.at("type").text().orElse(""), Map.of()).forEach((parameter, place) -> {
            var value = sampler.at("widgets_values").at(place);
            var linked = INPUTS.getOrDefault(parameter, List.of()).stream()
                    .anyMatch(input -> link(sampler, input).isPresent());
            if (!linked && !isFull(parameter, value)) {
                draft.state(parameter, parameter.label(), value);
            }
        });
        prompt(Parameter.PROMPT, sampler, "positive");
        prompt(Parameter.NEGATIVE_PROMPT, sampler, "negative");
        size(sampler);
    }

    /** Denoising from pure noise is no statement. */
    private static boolean isFull(Parameter parameter, Json value) {
        return parameter == Parameter.DENOISING_STRENGTH
                && value.decimal()
                        .filter(number -> number.compareTo(BigDecimal.ONE) >= 0)
                        .isPresent();
    }

    private void prompt(Parameter parameter, Json sampler, String side) {
        source(sampler, side)
                .filter(node -> node.at("type").text().orElse("").equals("CLIPTextEncode"))
                .filter(node -> link(node, "text").isEmpty())
                .flatMap(node -> node.at("widgets_values").at(0).text())
                .ifPresent(text -> {
                    draft.state(parameter, Optional.of(text));
                    PromptTags.embeddings(text, draft);
                });
    }

    private void size(Json sampler) {
        source(sampler, "latent_image")
                .filter(node -> node.at("type").text().orElse("").matches("Empty\\w*Latent\\w*"))
                .ifPresent(node -> {
                    side(Parameter.WIDTH, node, "width", 0);
                    side(Parameter.HEIGHT, node, "height", 1);
                });
    }

    private void side(Parameter parameter, Json node, String input, int place) {
        if (link(node, input).isEmpty()) {
            draft.state(parameter, parameter.label(), node.at("widgets_values").at(place));
        }
    }

    private Optional<Json> source(Json node, String input) {
        return link(node, input)
                .flatMap(this::origin)
                .flatMap(id -> nodes.stream()
                        .filter(other -> other.at("id").scalar().equals(Optional.of(id)))
                        .findFirst());
    }

    private static Optional<String> link(Json node, String input) {
        return node.at("inputs").items().stream()
                .filter(socket -> socket.at("name").text().equals(Optional.of(input)))
                .flatMap(socket -> socket.at("link").scalar().stream())
                .findFirst();
    }

    /** Links are arrays in one version of the format, objects in another. */
    private Optional<String> origin(String link) {
        return workflow.at("links").items().stream()
                .filter(row ->
                        row.at(0).scalar().or(() -> row.at("id").scalar()).equals(Optional.of(link)))
                .flatMap(row -> row.at(1).scalar().or(() -> row.at("origin_id").scalar()).stream())
                .findFirst();
    }
}
