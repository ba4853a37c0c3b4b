package dev.assay.replica.site;

import java.util.ArrayList;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;

/** A version as it is answered, with whatever is wrong with it at the time. */
final class VersionJson {

    private final World world;

    VersionJson(World world) {
        this.world = world;
    }

    Json of(Version asked, Strikes strikes) {
        var version = strikes.by(Fault.VERSION_ID_MISMATCH) ? another(asked).orElse(asked) : asked;
        var body = version.body();
        if (strikes.by(Fault.VERSION_OF_ANOTHER_MODEL)) {
            body = Members.with(body, "modelId", Json.of(version.modelId() + 1));
        }
        if (strikes.by(Fault.FILE_LIST_DIFFERS)) {
            body = withFile(body, linkedVae());
        }
        return strikes.by(Fault.SHARED_AUTO_V3) ? Members.with(body, "files", sharing(body.at("files"))) : body;
    }

    Optional<Version> another(Version version) {
        return world.versions().filter(other -> other.id() != version.id()).findFirst();
    }

    private static Json withFile(Json body, Json file) {
        var files = new ArrayList<>(body.at("files").items());
        files.add(file);
        return Members.with(body, "files", Json.of(files));
    }

    /** A component of another version that the author linked. */
    private static Json linkedVae() {
        return Json.object()
                .put("id", 77777777)
                .put("sizeKB", 326798)
                .put("name", "linked_vae.safetensors")
                .put("type", "VAE")
                .put("pickleScanResult", "Success")
                .put("virusScanResult", "Success")
                .put("metadata", Json.object().put("format", "SafeTensor").build())
                .put(
                        "hashes",
                        Json.object()
                                .put("SHA256", "63AEECB90FF7BC1C115395962D3E803571385B61938377BC7089B36E81E92E2E")
                                .build())
                .put("primary", false)
                .put("downloadUrl", "https://civitai.com/api/download/models/77777776?type=VAE")
                .build();
    }

    private static Json sharing(Json files) {
        return Json.of(files.items().stream()
                .map(file -> {
                    var hashes = Members.with(file.at("hashes"), "AutoV3", Json.of("5A5A5A5A5A5A"));
                    hashes = Members.with(hashes, "SSHS_12", Json.of("5A5A5A5A5A5A"));
                    return Members.with(file, "hashes", Members.with(hashes, "QUUX9", Json.of("not hex at all")));
                })
                .toList());
    }
}
