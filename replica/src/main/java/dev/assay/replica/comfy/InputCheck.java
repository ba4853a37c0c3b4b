package dev.assay.replica.comfy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;

/** Checks the inputs of one node. Inputs whose members depend on other values are taken as they come. */
final class InputCheck {

    private static final String WRAPPER = "__value__";

    private final ObjectInfo info;
    private final Json prompt;
    private final List<Json> errors = new ArrayList<>();

    private InputCheck(ObjectInfo info, Json prompt) {
        this.info = info;
        this.prompt = prompt;
    }

    static List<Json> of(ObjectInfo info, Json prompt, String id) {
        var check = new InputCheck(info, prompt);
        var node = prompt.at(id);
        var definition = node.at("class_type").text().flatMap(info::find).orElse(Json.none());
        for (var section : List.of("required", "optional")) {
            definition.at("input").at(section).members().forEach((name, form) -> {
                if (node.at("inputs").has(name)) {
                    check.value(name, form, node.at("inputs").at(name));
                } else if (section.equals("required") && !isDynamic(form)) {
                    check.errors.add(NodeError.missingInput(name));
                }
            });
        }
        return check.errors;
    }

    private static boolean isDynamic(Json form) {
        return form.at(0).text().filter(type -> type.startsWith("COMFY_")).isPresent();
    }

    /** A list is a link to the engine, whatever is in it. */
    static boolean isLink(Json value) {
        return value instanceof Json.Arr;
    }

    private void value(String name, Json form, Json value) {
        if (isLink(value)) {
            link(name, form, value);
        } else {
            literal(name, form, value.has(WRAPPER) ? value.at(WRAPPER) : value);
        }
    }

    private void link(String name, Json form, Json value) {
        var slot = value.at(1).integer();
        var source = value.at(0).text().map(prompt::at).orElse(Json.none());
        var given = source.at("class_type")
                .text()
                .flatMap(info::find)
                .flatMap(node -> slot.map(at -> node.at("output").at(Math.toIntExact(at))));
        if (value.items().size() != 2 || given.isEmpty() || given.get().isNull()) {
            errors.add(NodeError.badLink(name, value));
            return;
        }
        var received = given.get().text().orElse("COMBO");
        var wanted = Combo.is(form) ? "COMBO" : form.at(0).text().orElse("*");
        if (!joins(received, wanted)) {
            errors.add(NodeError.mismatch(name, received, wanted, value));
        }
    }

    private static boolean joins(String received, String wanted) {
        return received.equals("*")
                || received.startsWith("COMFY_")
                || wanted.startsWith("COMFY_")
                || Arrays.asList(wanted.split(",", -1)).contains("*")
                || Arrays.stream(received.split(",", -1)).anyMatch(Arrays.asList(wanted.split(",", -1))::contains);
    }

    private void literal(String name, Json form, Json value) {
        if (Combo.is(form)) {
            combo(name, form, value);
            return;
        }
        switch (form.at(0).text().orElse("")) {
            case "INT" ->
                number(name, form, value, value.decimal().map(number -> number.setScale(0, RoundingMode.DOWN)));
            case "FLOAT" -> number(name, form, value, value.decimal());
            default -> {}
        }
    }

    private void number(String name, Json form, Json value, Optional<BigDecimal> number) {
        var type = form.at(0).text().orElse("");
        if (number.isEmpty()) {
            errors.add(NodeError.notConverted(name, type, value));
            return;
        }
        var least = form.at(1).at("min").decimal();
        var most = form.at(1).at("max").decimal();
        if (least.filter(limit -> number.get().compareTo(limit) < 0).isPresent()) {
            errors.add(NodeError.beyond(name, value, true, least.get().toPlainString()));
        } else if (most.filter(limit -> number.get().compareTo(limit) > 0).isPresent()) {
            errors.add(NodeError.beyond(name, value, false, most.get().toPlainString()));
        }
    }

    private void combo(String name, Json form, Json value) {
        var options = Combo.options(form);
        if (options.contains(value)) {
            return;
        }
        var uploaded = form.at(1).at("image_upload").bool().orElse(false);
        errors.add(uploaded ? NodeError.noSuchImage(name, value) : NodeError.notInList(name, value, options.size()));
    }
}
