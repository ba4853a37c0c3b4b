package dev.assay.comfyui.job;

import java.util.Optional;

import dev.assay.core.json.Json;

/**
 * A workflow to be run.
 *
 * @param id what it should be called, which is also how its client calls itself
 * @param prompt in API format
 * @param canvas in UI format, to be put into the pictures; empty where nobody has one
 */
public record Submission(JobId id, Json prompt, Optional<Json> canvas) {

    Json body() {
        var info = Json.object();
        canvas.ifPresent(workflow -> info.put("workflow", workflow));
        return Json.object()
                .put("prompt", prompt)
                .put("prompt_id", id.value())
                .put("client_id", id.value())
                .put(
                        "extra_data",
                        Json.object().put("extra_pnginfo", info.build()).build())
                .build();
    }
}
