package dev.assay.core.metadata.graph;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.assay.core.json.Json;

/** What an input of a node holds, told by its name: only a value of that kind can be what a node passes on to it. */
enum ValueKind {
    NUMBER,
    /** One of a list: a sampler, a file. */
    NAME,
    TEXT;

    private static final List<String> OF_NUMBERS =
            List.of("value", "Value", "int", "float", "number", "Number", "any", "anything", "input");

    /** Under which nothing else than a seed is kept. */
    private static final List<String> OF_SEEDS = List.of("seed", "noise_seed");

    private static final List<String> OF_NAMES =
            List.of("value", "Value", "text", "Text", "string", "String", "any", "anything", "input", "sampler");

    private static final List<String> OF_TEXTS = List.of(
            "populated_text",
            "value",
            "Value",
            "text",
            "Text",
            "string",
            "String",
            "any",
            "anything",
            "input",
            "positive",
            "prompt");

    private static final Pattern NUMBERS = Pattern.compile(
            "(?:noise_)?seed(?:_value)?|steps|cfg(?:_conds)?|\\w*denoise\\w*"
                    + "|\\w*width\\w*|\\w*height\\w*|\\w*guidance\\w*|scale_by|fps|frame_rate|\\w+_step|\\w*strength\\w*"
                    + "|\\w*weight\\w*|\\w+_str(?:_\\d+)?|lora_wt\\w*|\\w*clip_skip|stop_at_clip_layer|length|\\w*frames");

    private static final Pattern NAMES = Pattern.compile(
            "sampler_name|scheduler|(?:\\w+_)?name(?:_?\\w{1,3})?|\\w+_name_\\w+|upscale_method|model|model_path");

    static ValueKind of(String input) {
        return NUMBERS.matcher(input).matches() ? NUMBER : NAMES.matcher(input).matches() ? NAME : TEXT;
    }

    /** Inputs in which primitive and string nodes of all packs keep such a value, for an input of that name. */
    Stream<String> places(String input) {
        return switch (this) {
            case NUMBER -> Stream.concat(OF_NUMBERS.stream(), OF_SEEDS.stream().filter(_ -> input.contains("seed")));
            case NAME -> OF_NAMES.stream();
            case TEXT -> OF_TEXTS.stream();
        };
    }

    boolean fits(Json value) {
        return switch (this) {
            case NUMBER -> value.decimal().isPresent();
            case NAME -> value instanceof Json.Str && value.decimal().isEmpty();
            case TEXT -> value.scalar().isPresent();
        };
    }
}
