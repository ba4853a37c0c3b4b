package dev.assay.replica.comfy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.json.Json;

/**
 * Checks a prompt as ComfyUI's {@code validate_prompt} does: an unknown class or no output at all ends it at once; each
 * output is good or not by itself, and the prompt is taken if one is good.
 */
final class PromptCheck {

    private final ObjectInfo info;
    private final Json prompt;
    private final Map<String, List<Json>> errors = new LinkedHashMap<>();

    private PromptCheck(ObjectInfo info, Json prompt) {
        this.info = info;
        this.prompt = prompt;
    }

    /**
     * What came of it.
     *
     * @param error why nothing of it runs
     * @param nodeErrors by node; they may be there although something runs
     * @param outputs the output nodes that will run
     */
    record Result(Optional<Json> error, Json nodeErrors, List<String> outputs) {}

    static Result of(ObjectInfo info, Json prompt) {
        return new PromptCheck(info, prompt).check();
    }

    private Result check() {
        List<String> outputs = new ArrayList<>();
        for (var node : prompt.members().entrySet()) {
            var type = node.getValue().at("class_type").text();
            var definition = type.flatMap(info::find);
            if (definition.isEmpty()) {
                return failed(missingClass(node.getKey(), node.getValue()));
            }
            if (definition.get().at("output_node").bool().orElse(false)) {
                outputs.add(node.getKey());
            }
        }
        if (outputs.isEmpty()) {
            return failed(NodeError.of("prompt_no_outputs", "Prompt has no outputs", ""));
        }
        var good = outputs.stream().filter(output -> isGood(output, Set.of())).toList();
        var nodeErrors = nodeErrors(
                outputs.stream().filter(output -> !good.contains(output)).toList());
        return good.isEmpty()
                ? new Result(Optional.of(allFailed()), nodeErrors, good)
                : new Result(Optional.empty(), nodeErrors, good);
    }

    private static Result failed(Json error) {
        return new Result(Optional.of(error), Json.object().build(), List.of());
    }

    private static Json missingClass(String id, Json node) {
        var type = node.at("class_type").text().orElse("");
        var title = node.at("_meta").at("title").text().orElse(type);
        return NodeError.of(
                "missing_node_type",
                "Node '" + title + "' not found. The custom node may not be installed.",
                "Node ID '#" + id + "'",
                Json.object()
                        .put("node_id", id)
                        .put("class_type", node.at("class_type"))
                        .put("node_title", title)
                        .build());
    }

    private Json allFailed() {
        var lines = errors.values().stream()
                .flatMap(List::stream)
                .map(error -> error.at("message").text().orElse("") + ": "
                        + error.at("details").text().orElse(""))
                .toList();
        return NodeError.of(
                "prompt_outputs_failed_validation", "Prompt outputs failed validation", String.join("\n", lines));
    }

    private Json nodeErrors(List<String> bad) {
        var all = Json.object();
        errors.forEach((node, wrong) -> {
            if (!wrong.isEmpty()) {
                all.put(
                        node,
                        Json.object()
                                .put("errors", wrong)
                                .put(
                                        "dependent_outputs",
                                        bad.stream().map(Json::of).toList())
                                .put("class_type", prompt.at(node).at("class_type"))
                                .build());
            }
        });
        return all.build();
    }

    /** Whether a node, and all that it gets something from, can run. */
    private boolean isGood(String id, Set<String> path) {
        if (path.contains(id)) {
            errors.computeIfAbsent(id, _ -> new ArrayList<>())
                    .add(NodeError.of("dependency_cycle", "Dependency cycle detected", id));
            return false;
        }
        var inputs = prompt.at(id).at("inputs");
        var known = errors.get(id);
        if (known == null) {
            known = InputCheck.of(info, prompt, id);
            errors.put(id, known);
        }
        var deeper = new HashSet<>(path);
        deeper.add(id);
        var good = known.isEmpty();
        for (var value : inputs.members().values()) {
            if (InputCheck.isLink(value) && prompt.has(value.at(0).text().orElse(""))) {
                good &= isGood(value.at(0).text().orElse(""), deeper);
            }
        }
        return good;
    }
}
