package dev.assay.core.workflow.ui;

import java.util.List;
import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.core.json.Json;
import dev.assay.core.workflow.EmbeddedModel;

/** An entry of {@code properties.models}; the front end's schema refuses one without a URL. */
final class ModelEntry {

    private ModelEntry() {}

    static Json write(EmbeddedModel model) {
        var entry = Json.object().put("name", model.name()).put("url", model.url());
        model.sha256().ifPresent(hash -> entry.put("hash", hash.hex()).put("hash_type", "SHA256"));
        return entry.put("directory", model.directory()).build();
    }

    static List<EmbeddedModel> read(Json node) {
        return node.at("properties").at("models").items().stream()
                .flatMap(entry -> readOne(entry).stream())
                .toList();
    }

    private static Optional<EmbeddedModel> readOne(Json entry) {
        var hash = entry.at("hash_type")
                .text()
                .filter("SHA256"::equalsIgnoreCase)
                .flatMap(_ -> entry.at("hash").text());
        return entry.at("name")
                .text()
                .map(name -> new EmbeddedModel(
                        name,
                        entry.at("url").text().orElse(""),
                        hash.flatMap(Sha256::parse),
                        entry.at("directory").text().orElse("")));
    }
}
