package dev.assay.app.scan.fix;

import java.util.Optional;
import java.util.OptionalLong;

import dev.assay.core.hash.Sha256;
import dev.assay.core.json.Json;
import dev.assay.core.workflow.needs.ModelNeed;
import dev.assay.core.workflow.needs.Naming;
import dev.assay.core.workflow.needs.Noted;

/**
 * A model to be had, as it can be written down and done elsewhere.
 *
 * @param folder the key of its folder, such as {@code loras}
 * @param name the name below that folder, with forward slashes
 * @param sha256 its content; empty where nobody states it
 * @param bytes about how large it is; 0 where nobody says
 * @param versionId the site's number of its version
 * @param url where it can be had, without a key
 */
public record Errand(
        String folder, String name, Optional<Sha256> sha256, long bytes, OptionalLong versionId, String url) {

    /** Where it goes, below the folder for models. */
    public String place() {
        return folder + "/" + name;
    }

    /** As it is written down. */
    public Json json() {
        return Json.object()
                .put("folder", folder)
                .put("name", name)
                .put("sha256", sha256.map(hash -> Json.of(hash.hex())).orElse(Json.none()))
                .put("bytes", bytes)
                .put("versionId", versionId.isPresent() ? Json.of(versionId.getAsLong()) : Json.none())
                .put("url", url)
                .build();
    }

    /** Reads one back; empty where it is none, or states a hash that is none. */
    public static Optional<Errand> read(Json json) {
        var folder = json.at("folder").text();
        var name = json.at("name").text();
        var hash = json.at("sha256").text().flatMap(Sha256::parse).filter(Sha256::identifies);
        if (folder.isEmpty()
                || name.isEmpty()
                || hash.isEmpty() != json.at("sha256").isNull()) {
            return Optional.empty();
        }
        var version = json.at("versionId").integer();
        return Optional.of(new Errand(
                folder.get(),
                name.get(),
                hash,
                Math.max(0, json.at("bytes").integer().orElse(0L)),
                version.isPresent() ? OptionalLong.of(version.get()) : OptionalLong.empty(),
                json.at("url").text().orElse("")));
    }

    /** The need that it answers, as a workflow would state it. */
    public ModelNeed need() {
        return new ModelNeed(
                name,
                folder,
                false,
                Naming.LISTED,
                true,
                java.util.List.of(),
                Optional.of(new Noted(url, sha256, folder, false)));
    }
}
