package dev.assay.core.workflow.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import dev.assay.core.json.Json;

/** Reads inputs in every form servers have written them in. */
final class InputReader {

    /** Widgets that the front end knows besides the plain ones. */
    private static final Set<String> WIDGETS =
            Set.of("COLOR", "IMAGECOMPARE", "MARKDOWN", "LOAD_3D", "WEBCAM", "AUDIO_RECORD", "CURVE", "BOUNDING_BOX");

    /** Integers of these names get a control widget even where the server says nothing of one. */
    private static final Set<String> SEEDS = Set.of("seed", "noise_seed");

    private static final int MAX_INPUTS = 1000;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_GROWTH = 100;

    private InputReader() {}

    /** Required inputs first; hidden ones are filled in by the server and are none of ours. */
    static List<InputDefinition> inputs(Json sections, Json order, int depth) {
        List<InputDefinition> inputs = new ArrayList<>();
        for (var section : List.of("required", "optional")) {
            var members = sections.at(section).members();
            names(members, order.at(section)).stream()
                    .limit(MAX_INPUTS)
                    .forEach(name -> inputs.add(
                            input(name, members.getOrDefault(name, Json.none()), section.equals("required"), depth)));
        }
        return inputs;
    }

    private static Set<String> names(Map<String, Json> members, Json order) {
        Set<String> names = new LinkedHashSet<>();
        order.items().forEach(name -> name.text().filter(members::containsKey).ifPresent(names::add));
        names.addAll(members.keySet());
        return names;
    }

    private static InputDefinition input(String name, Json form, boolean required, int depth) {
        var options = form.at(1);
        var type = type(form.at(0), options, depth);
        return new InputDefinition(
                name, type, required, options.at("default"), controlled(name, type, options), since(options));
    }

    private static String since(Json options) {
        return options.at("since").text().orElse("");
    }

    private static boolean controlled(String name, InputType type, Json options) {
        var stated = options.at("control_after_generate");
        return switch (stated) {
            case Json.Bool(var value) -> value;
            case Json.Str _ -> true;
            case Json.Null _, Json.Num _, Json.Arr _, Json.Obj _ ->
                type instanceof InputType.Whole && SEEDS.contains(name);
        };
    }

    private static InputType type(Json head, Json options, int depth) {
        if (head instanceof Json.Arr(var values)) {
            return choice(values, options);
        }
        var type = options.at("widgetType").text().or(head::text).orElse("*");
        if (options.at("forceInput").bool().orElse(false)) {
            return new InputType.Socket(type);
        }
        return switch (type) {
            case "STRING" -> new InputType.Text(flag(options, "multiline"), flag(options, "dynamicPrompts"));
            case "INT" -> new InputType.Whole(Range.of(options));
            case "FLOAT" -> new InputType.Decimal(Range.of(options));
            case "BOOLEAN" -> new InputType.Flag();
            case "COMBO" -> choice(options.at("options").items(), options);
            case "COMFY_DYNAMICCOMBO_V3" -> variant(options.at("options"), depth);
            case "COMFY_AUTOGROW_V3" -> growing(options.at("template"), depth);
            case "COMFY_MATCHTYPE_V3" ->
                new InputType.Socket(
                        options.at("template").at("allowed_types").text().orElse("*"));
            default -> other(type, options);
        };
    }

    private static InputType other(String type, Json options) {
        return WIDGETS.contains(type) || flag(options, "socketless")
                ? new InputType.Other(type)
                : new InputType.Socket(type);
    }

    private static boolean flag(Json options, String name) {
        return options.at(name).bool().orElse(false);
    }

    private static InputType choice(List<Json> values, Json options) {
        if (flag(options, "multiselect")) {
            return new InputType.Other("COMBO");
        }
        var texts = values.stream().flatMap(value -> value.scalar().stream()).toList();
        return new InputType.Choice(texts, FileChoice.is(texts, options));
    }

    private static InputType variant(Json options, int depth) {
        Map<String, List<InputDefinition>> inner = new LinkedHashMap<>();
        for (var option : options.items()) {
            option.at("key")
                    .text()
                    .ifPresent(key -> inner.put(
                            key, depth < MAX_DEPTH ? inputs(option.at("inputs"), Json.none(), depth + 1) : List.of()));
        }
        return new InputType.Variant(inner);
    }

    private static InputType growing(Json template, int depth) {
        var members =
                depth < MAX_DEPTH ? inputs(template.at("input"), Json.none(), depth + 1) : List.<InputDefinition>of();
        var member = members.isEmpty()
                ? new InputType.Socket("*")
                : members.getFirst().type();
        var least = Math.clamp(template.at("min").integer().orElse(0L), 0, MAX_GROWTH);
        return new InputType.Growing(member, names(template), least);
    }

    private static List<String> names(Json template) {
        var listed = template.at("names").items().stream()
                .flatMap(name -> name.text().stream())
                .limit(MAX_GROWTH)
                .toList();
        if (!listed.isEmpty()) {
            return listed;
        }
        var prefix = template.at("prefix").text().orElse("");
        var most = Math.clamp(template.at("max").integer().orElse((long) MAX_GROWTH), 0, MAX_GROWTH);
        return IntStream.range(0, most).mapToObj(i -> prefix + i).toList();
    }
}
