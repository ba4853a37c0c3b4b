package dev.assay.core.metadata.graph;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.json.Json;

/**
 * One place of a node that loads LoRAs or the like: whether it is in use, and how strong what it loads is. Stacks of many
 * packs number their places.
 *
 * @param input the one that holds the name, such as {@code lora_name_2}
 */
record StackPlace(ApiNode node, String input, Literals literals) {

    /** Inputs that switch a whole node off. */
    private static final List<String> TOGGLES = List.of("toggle", "enabled", "enable", "active");

    /** Inputs that say how many of a stack's places are in use. */
    private static final List<String> COUNTS = List.of("lora_count", "num_loras");

    /** One strength for both, as a node's simple mode has it. {@code #} stands for the place's number. */
    private static final List<String> SHARED = List.of("lora_wt#", "lora_strength#", "lora#_strength", "strength#");

    private static final List<String> MODEL = List.of(
            "strength_model#",
            "model_weight#",
            "model_str#",
            "model_strength#",
            "lora_model_strength#",
            "lora#_model_strength");

    private static final List<String> CLIP = List.of(
            "strength_clip#",
            "clip_weight#",
            "clip_str#",
            "clip_strength#",
            "lora_clip_strength#",
            "lora#_clip_strength");

    /** Whether a name there is used at all. */
    static boolean counts(ApiNode node, String input) {
        if (isOff(node.input(flag(input)))) {
            return false;
        }
        var number = number(input);
        if (number.isEmpty()) {
            return true;
        }
        var isBeyond = COUNTS.stream()
                .flatMap(count -> node.input(count).integer().stream())
                .anyMatch(used -> Integer.parseInt(number) > used);
        return !isBeyond
                && !isOff(node.input("switch_" + number))
                && (!input.startsWith("lora")
                        || TOGGLES.stream().map(node::input).noneMatch(StackPlace::isOff));
    }

    /** Efficiency's script keeps the name of a ControlNet that it does not use. */
    private static String flag(String input) {
        return input.equals("control_net_name") ? "use_controlnet" : "";
    }

    private static boolean isOff(Json state) {
        return state.bool().filter(on -> !on).isPresent()
                || state.text().filter("Off"::equalsIgnoreCase).isPresent();
    }

    /** The number in an input's name, such as {@code lora_name_2}; empty where there is none. */
    private static String number(String input) {
        var digits = new StringBuilder();
        for (int i = 0; i < input.length(); i++) {
            if (Character.isDigit(input.charAt(i))) {
                digits.append(input.charAt(i));
            }
        }
        return digits.length() > 3 ? "" : digits.toString();
    }

    /** With the strengths that the node states, as far as it does. */
    Ingredient weigh(Ingredient one) {
        if (input.startsWith("#")) {
            return one.withStrength(unnamed(1), unnamed(2));
        }
        var shared = first(SHARED);
        if (isSimple() && shared.isPresent()) {
            return one.withStrength(shared, Optional.empty());
        }
        return one.withStrength(first(MODEL).or(() -> shared), first(CLIP));
    }

    /** The mode in which a node's separate strengths count for nothing. */
    private boolean isSimple() {
        return Stream.of("input_mode", "mode")
                .anyMatch(
                        mode -> node.input(mode).text().filter("simple"::equals).isPresent());
    }

    private Optional<BigDecimal> first(List<String> names) {
        var number = number(input);
        var tail = number.isEmpty() ? "" : "_" + number;
        return names.stream()
                .map(name -> name.replace("#", tail))
                .filter(node::has)
                .findFirst()
                .flatMap(name -> literals.of(node, name))
                .flatMap(Json::decimal);
    }

    /** An editor's graph has no names for the values of unknown nodes; weights follow on the name. */
    private Optional<BigDecimal> unnamed(int behind) {
        var place = Integer.parseInt(input.substring(1)) + behind;
        return node.input("#" + place) instanceof Json.Num number ? number.decimal() : Optional.empty();
    }
}
