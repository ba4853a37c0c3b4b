package dev.assay.replica.sample;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.assay.core.json.Json;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.ImageBuilder;

/** Images from captured answers of four kinds. */
final class CapturedImages {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ID = Pattern.compile("(?<![0-9A-Za-z])\\d{4,}(?![0-9A-Za-z])");

    private static final String ITEM = "captured-image-";
    private static final String LIST = "docs-images-list";
    private static final String EXCERPT = "incident-";
    private static final String SUMMARY = "captured-rest+trpc-summary-";
    private static final String PAYLOADS = "captured-trpc-image+generationdata-";
    private static final String META = "parsed-meta-";

    private CapturedImages() {}

    static boolean reads(String name) {
        return List.of(ITEM, LIST, EXCERPT, SUMMARY, PAYLOADS, META).stream().anyMatch(name::startsWith);
    }

    static List<Image> read(String name, Json json) {
        if (name.startsWith(ITEM) || name.startsWith(LIST) || name.startsWith(EXCERPT)) {
            return json.has("items")
                    ? json.at("items").items().stream()
                            .map(CapturedImages::item)
                            .toList()
                    : List.of(item(json));
        }
        if (name.startsWith(SUMMARY)) {
            return List.of(summary(json));
        }
        return List.of(name.startsWith(PAYLOADS) ? payloads(json) : meta(name, json));
    }

    /** An item of {@code /images}. */
    private static Image item(Json item) {
        return facts(item, "browsingLevel")
                .meta(unwrapped(item.at("meta")))
                .captured(new Image.Captured(Optional.of(item), Optional.empty(), Optional.empty()))
                .build();
    }

    private static ImageBuilder facts(Json json, String level) {
        long id = json.at("id").integer().orElseThrow();
        var builder = Image.of(id)
                .post(json.at("postId").integer().orElse(id))
                .size(whole(json, "width", 1024), whole(json, "height", 1024))
                .level(whole(json, level, 1))
                .type(json.at("type").text().orElse("image"));
        json.at("createdAt").text().ifPresent(builder::createdAt);
        json.at("baseModel").text().ifPresent(builder::baseModel);
        json.at("hash").text().ifPresent(builder::blurHash);
        json.at("username")
                .text()
                .or(() -> json.at("user").at("username").text())
                .ifPresent(builder::username);
        json.at("name").text().ifPresent(builder::name);
        json.at("url")
                .text()
                .map(UUID::matcher)
                .filter(matcher -> matcher.find())
                .ifPresent(matcher -> builder.uuid(matcher.group()));
        return builder;
    }

    private static int whole(Json json, String key, int usual) {
        return json.at(key).integer().map(Math::toIntExact).orElse(usual);
    }

    private static Json unwrapped(Json meta) {
        return meta.has("id") && meta.has("meta") ? unwrapped(meta.at("meta")) : meta;
    }

    /** Fields taken from a REST item, and the resource rows of tRPC word for word. */
    private static Image summary(Json json) {
        var builder = Image.of(json.at("image_id").integer().orElseThrow()).meta(summaryMeta(json.at("rest")));
        json.at("trpc").at("resources").items().forEach(builder::row);
        return builder.build();
    }

    private static Json summaryMeta(Json rest) {
        var meta = Json.object();
        put(meta::put, "resources", rest.at("meta_resources"));
        put(meta::put, "hashes", rest.at("meta_hashes"));
        put(meta::put, "civitaiResources", rest.at("civitai_resources"));
        put(meta::put, "Model", rest.at("model_name"));
        put(meta::put, "Model hash", rest.at("model_hash"));
        put(meta::put, "VAE", rest.at("vae"));
        var loras = rest.at("prompt_loras").items();
        if (!loras.isEmpty()) {
            meta.put("prompt", loras.stream().map(CapturedImages::tag).collect(Collectors.joining(" ")));
        }
        return meta.build();
    }

    private interface Put {
        Object put(String key, Json value);
    }

    private static void put(Put meta, String key, Json value) {
        if (!value.isNull()
                && !(value instanceof Json.Arr(var items) && items.isEmpty())
                && !(value instanceof Json.Obj(var members) && members.isEmpty())) {
            meta.put(key, value);
        }
    }

    private static String tag(Json lora) {
        return "<lora:" + lora.at("name").text().orElse("") + ":"
                + lora.at("weight").scalar().orElse("1") + ">";
    }

    /** Payloads of {@code image.get} and {@code image.getGenerationData}. */
    private static Image payloads(Json json) {
        var get = json.at("image.get");
        var generation = json.at("image.getGenerationData");
        return facts(get, "nsfwLevel")
                .meta(generation.at("meta"))
                .captured(new Image.Captured(Optional.empty(), Optional.of(get), Optional.of(generation)))
                .build();
    }

    /** Metadata as the site's parser stores them, of the image whose id the file name holds. */
    private static Image meta(String name, Json meta) {
        var id = ID.matcher(name);
        if (!id.find()) {
            throw new IllegalArgumentException("no image id in the name " + name);
        }
        return Image.of(Long.parseLong(id.group())).meta(meta).build();
    }
}
