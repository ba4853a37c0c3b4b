package dev.assay.civitai.model;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.UnaryOperator;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;

/** Makes the JSON of a file. Its SHA-256 is the given digit 64 times over, unless hashes are given. */
record MadeFile(long id, String name, String type, Json hashes, UnaryOperator<JsonObjectBuilder> more) {

    static MadeFile of(long id, String name, char digit) {
        var sha = sha(digit).toUpperCase(Locale.ROOT);
        var hashes = Json.object().put("SHA256", sha).put("AutoV2", sha.substring(0, 10));
        return new MadeFile(id, name, "Model", hashes.build(), UnaryOperator.identity());
    }

    static String sha(char digit) {
        return String.valueOf(digit).repeat(64);
    }

    MadeFile type(String kind) {
        return new MadeFile(id, name, kind, hashes, more);
    }

    MadeFile hashes(Json stated) {
        return new MadeFile(id, name, type, stated, more);
    }

    MadeFile autoV3(String value) {
        var sha = hashes.at("SHA256");
        return hashes(Json.object().put("SHA256", sha).put("AutoV3", value).build());
    }

    MadeFile primary() {
        return and("primary", Json.of(true));
    }

    MadeFile and(String key, Json value) {
        return new MadeFile(id, name, type, hashes, object -> more.apply(object).put(key, value));
    }

    Json json() {
        var file = Json.object()
                .put("id", id)
                .put("name", name)
                .put("type", type)
                .put("sizeKB", new BigDecimal("1024.5"))
                .put("metadata", Json.object().put("format", "SafeTensor").build())
                .put("pickleScanResult", "Success")
                .put("virusScanResult", "Success")
                .put("hashes", hashes);
        return more.apply(file).build();
    }
}
