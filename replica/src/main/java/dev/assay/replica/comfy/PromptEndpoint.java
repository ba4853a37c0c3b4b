package dev.assay.replica.comfy;

import java.util.List;
import java.util.UUID;

import dev.assay.core.json.Json;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.wire.Answer;

/** {@code POST /prompt}: checks a workflow and puts it into the queue. */
final class PromptEndpoint {

    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final PromptQueue queue;
    private final ObjectInfo info;
    private final Faults faults;

    PromptEndpoint(PromptQueue queue, ObjectInfo info, Faults faults) {
        this.queue = queue;
        this.info = info;
        this.faults = faults;
    }

    Answer answer(Json body) {
        if (!body.has("prompt")) {
            return refusal(
                    NodeError.of("no_prompt", "No prompt provided", "No prompt provided"),
                    Json.object().build());
        }
        if (faults.strikes(Fault.COMFY_REFUSES, "/prompt")) {
            return refused(body.at("prompt"));
        }
        var wanted = body.at("prompt_id").text().filter(_ -> !faults.active().contains(Fault.COMFY_OLD));
        if (wanted.filter(id -> !id.matches(UUID_FORM)).isPresent()) {
            return refusal(
                    NodeError.of("invalid_prompt_id", "prompt_id must be a valid UUID", ""),
                    Json.object().build());
        }
        var checked = PromptCheck.of(info, body.at("prompt"));
        if (checked.error().isPresent()) {
            return refusal(checked.error().get(), checked.nodeErrors());
        }
        return accepted(body, wanted.orElseGet(() -> UUID.randomUUID().toString()), checked);
    }

    private Answer accepted(Json body, String id, PromptCheck.Result checked) {
        var extra = Json.object();
        body.at("extra_data").members().forEach(extra::put);
        body.at("client_id").text().ifPresent(client -> extra.put("client_id", client));
        var number = queue.nextNumber();
        queue.put(new QueueItem(number, id, body.at("prompt"), extra.build(), checked.outputs()));
        var leftOut = faults.strikes(Fault.COMFY_LEAVES_OUT, "/prompt");
        return Answer.json(
                200,
                Json.object()
                        .put("prompt_id", id)
                        .put("number", number)
                        .put("node_errors", leftOut ? someError(body.at("prompt")) : checked.nodeErrors())
                        .build());
    }

    private static Answer refused(Json prompt) {
        return refusal(
                NodeError.of(
                        "prompt_outputs_failed_validation",
                        "Prompt outputs failed validation",
                        "Custom validation failed for node: the day is not right"),
                someError(prompt));
    }

    private static Json someError(Json prompt) {
        var node = prompt.members().keySet().stream().findFirst().orElse("0");
        var error =
                NodeError.of("custom_validation_failed", "Custom validation failed for node", "the day is not right");
        return Json.object()
                .put(
                        node,
                        Json.object()
                                .put("errors", List.of(error))
                                .put("dependent_outputs", List.of(Json.of(node)))
                                .put("class_type", prompt.at(node).at("class_type"))
                                .build())
                .build();
    }

    private static Answer refusal(Json error, Json nodeErrors) {
        return Answer.json(
                400,
                Json.object().put("error", error).put("node_errors", nodeErrors).build());
    }
}
