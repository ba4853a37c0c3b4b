package dev.assay.replica.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.world.Image;

/** The payload of {@code image.getGenerationData} (§2.3). It has no id of the image but in its resource rows. */
final class GenerationJson {

    private GenerationJson() {}

    static Json of(Image image) {
        return image.captured().generation().orElseGet(() -> payload(image));
    }

    private static Json payload(Image image) {
        var payload = Json.object()
                .put("type", image.picture().type())
                .put("onSite", false)
                .put("process", image.meta().has("comfy") ? "comfy" : "txt2img");
        var meta = image.meta();
        if (!meta.isNull() && !image.posting().hideMeta()) {
            payload.put("meta", parsed(meta));
        }
        return payload.put("resources", image.resources())
                .put("tools", List.of())
                .put("techniques", List.of())
                .put("external", Json.none())
                .put("canRemix", meta.has("prompt"))
                .put("remixOfId", Json.none())
                .build();
    }

    /** Through the server's schema: {@code comfy} becomes an object, nulls and empty arrays go. */
    private static Json parsed(Json meta) {
        Map<String, Json> members = new LinkedHashMap<>();
        Members.withoutEmpty(meta).members().forEach((key, value) -> {
            switch (key) {
                case "comfy" -> members.put(key, comfy(value));
                case "Clip skip" ->
                    members.put("clipSkip", value.integer().map(Json::of).orElse(value));
                default -> members.put(key, value);
            }
        });
        return new Json.Obj(members);
    }

    private static Json comfy(Json value) {
        var repaired = value.text()
                .orElse("{}")
                .replace("\"workflow\": undefined", "\"workflow\": {}")
                .replace("[NaN]", "[]");
        try {
            return value.text().isPresent() ? Json.parse(repaired) : value;
        } catch (MalformedJsonException _) {
            return Json.object().build();
        }
    }
}
