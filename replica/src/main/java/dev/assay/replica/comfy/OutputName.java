package dev.assay.replica.comfy;

import dev.assay.core.json.Json;

/** A file that a node put out, as messages and history name it. */
record OutputName(String filename, String subfolder, String type) {

    Json json() {
        return Json.object()
                .put("filename", filename)
                .put("subfolder", subfolder)
                .put("type", type)
                .build();
    }
}
