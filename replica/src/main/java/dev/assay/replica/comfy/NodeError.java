package dev.assay.replica.comfy;

import dev.assay.core.json.Json;

/** What is wrong with a node or a prompt, in ComfyUI's own form. */
final class NodeError {

    private NodeError() {}

    static Json of(String type, String message, String details, Json extra) {
        return Json.object()
                .put("type", type)
                .put("message", message)
                .put("details", details)
                .put("extra_info", extra)
                .build();
    }

    static Json of(String type, String message, String details) {
        return of(type, message, details, Json.object().build());
    }

    static Json missingInput(String name) {
        return of("required_input_missing", "Required input is missing", name, extra(name));
    }

    static Json badLink(String name, Json value) {
        return of(
                "bad_linked_input",
                "Bad linked input, must be a length-2 list of [node_id, slot_index]",
                name,
                received(name, value));
    }

    static Json mismatch(String name, String received, String wanted, Json link) {
        return of(
                "return_type_mismatch",
                "Return type mismatch between linked nodes",
                name + ", received_type(" + received + ") mismatch input_type(" + wanted + ")",
                Json.object()
                        .put("input_name", name)
                        .put("received_type", received)
                        .put("linked_node", link)
                        .build());
    }

    static Json notConverted(String name, String type, Json value) {
        return of(
                "invalid_input_type",
                "Failed to convert an input value to a " + type + " value",
                name + ", " + value.write(),
                received(name, value));
    }

    static Json beyond(String name, Json value, boolean small, String limit) {
        return small
                ? of(
                        "value_smaller_than_min",
                        "Value " + value.write() + " smaller than min of " + limit,
                        name,
                        received(name, value))
                : of(
                        "value_bigger_than_max",
                        "Value " + value.write() + " bigger than max of " + limit,
                        name,
                        received(name, value));
    }

    static Json notInList(String name, Json value, int length) {
        return of(
                "value_not_in_list",
                "Value not in list",
                name + ": " + value.write() + " not in (list of length " + length + ")",
                received(name, value));
    }

    static Json noSuchImage(String name, Json value) {
        return of(
                "custom_validation_failed",
                "Custom validation failed for node",
                name + " - Invalid image file: " + value.scalar().orElse(""),
                extra(name));
    }

    private static Json extra(String name) {
        return Json.object().put("input_name", name).build();
    }

    private static Json received(String name, Json value) {
        return Json.object()
                .put("input_name", name)
                .put("received_value", value)
                .build();
    }
}
