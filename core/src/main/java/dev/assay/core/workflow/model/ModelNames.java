package dev.assay.core.workflow.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.assay.core.json.Json;

/** Names of models inside the value of an input, in each of the forms that packs give them. */
final class ModelNames {

    private static final Set<String> NOTHING =
            Set.of("", "none", "[none]", "baked vae", "automatic", "default", "undefined", "esam", "pixel_space");

    private static final Set<String> EXTENSIONS =
            Set.of("safetensors", "sft", "ckpt", "pt", "pt2", "pth", "bin", "pkl", "gguf", "onnx");

    /** Small decoders that {@code VAELoader} puts together itself. */
    private static final Set<String> TINY = Set.of("taesd", "taesdxl", "taesd3", "taef1");

    private static final int LONGEST_NAME = 400;
    private static final int LONGEST_EXTENSION = 12;

    private ModelNames() {}

    /**
     * The names in a value: a text; {@code {on, lora, …}} of rgthree; {@code {content, image}} of pysssss; the
     * {@code [{name, active, …}]} of LoRA Manager. What is switched off counts for nothing.
     */
    static List<String> in(Json value) {
        return stream(value).filter(ModelNames::isName).toList();
    }

    private static Stream<String> stream(Json value) {
        return switch (value) {
            case Json.Str(var text) -> Stream.of(text);
            case Json.Arr(var items) ->
                items.stream()
                        .filter(item -> item.at("active").bool().orElse(true))
                        .flatMap(item -> item.at("name").text().stream());
            case Json.Obj _ ->
                value.at("on").bool().orElse(true)
                        ? Stream.of("lora", "content").flatMap(key -> value.at(key).text().stream())
                        : Stream.empty();
            case Json.Num _, Json.Bool _, Json.Null _ -> Stream.empty();
        };
    }

    private static boolean isName(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT);
        return !NOTHING.contains(plain) && !TINY.contains(plain);
    }

    /** Whether it ends like a file that holds a model. */
    static boolean isFile(String text) {
        var dot = text.lastIndexOf('.');
        return dot > 0
                && text.length() - dot <= LONGEST_EXTENSION
                && text.indexOf('\n') < 0
                && EXTENSIONS.contains(text.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Inputs that hold words, in which a name at the end loads nothing. */
    private static final Set<String> WORDS = Set.of(
            "text",
            "prompt",
            "positive",
            "negative",
            "caption",
            "string",
            "note",
            "notes",
            "filename_prefix",
            "filename",
            "title",
            "wildcard",
            "wildcard_text",
            "populated_text",
            "metadata",
            "comment");

    /** Whether a text that ends like a model's file may name one: neither an address nor a sentence. */
    static boolean isLikely(String input, String text) {
        return text.length() <= LONGEST_NAME
                && !text.contains("://")
                && !WORDS.contains(input.toLowerCase(Locale.ROOT));
    }

    /** The value with these names changed at once, wherever in it they stand. */
    static Json rename(Json value, Map<String, String> names) {
        return switch (value) {
            case Json.Str(var text) -> Json.of(names.getOrDefault(text, PromptTokens.rename(text, names)));
            case Json.Arr(var items) ->
                Json.of(items.stream().map(item -> rename(item, names)).toList());
            case Json.Obj(var members) -> {
                Map<String, Json> renamed = new LinkedHashMap<>();
                members.forEach((key, member) -> renamed.put(key, rename(member, names)));
                yield new Json.Obj(renamed);
            }
            case Json.Num _, Json.Bool _, Json.Null _ -> value;
        };
    }
}
