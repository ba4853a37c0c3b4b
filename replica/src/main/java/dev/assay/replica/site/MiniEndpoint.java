package dev.assay.replica.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;

import dev.assay.core.json.Json;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Request;
import dev.assay.replica.world.Access;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;

/** {@code GET /api/v1/model-versions/mini/:id} (§4.5): its only identity is the AIR (quirk 12). */
final class MiniEndpoint implements Endpoint {

    private final World world;

    MiniEndpoint(World world) {
        this.world = world;
    }

    @Override
    public Answer answer(Request request, MatchResult path) {
        var id = Ids.parse(path.group(1)).filter(number -> number > 0 && !Ids.beyondInt4(number));
        if (id.isEmpty()) {
            return Answer.error(400, "✖ Invalid input: expected number, received NaN\n  → at id");
        }
        var version = world.version(id.get());
        if (version.isEmpty()) {
            return Answer.error(404, "Model not found");
        }
        var fileId = request.query().first("modelFileId").flatMap(Ids::parse);
        var file = file(version.get(), fileId);
        if (file.isEmpty()) {
            return Answer.error(
                    404,
                    fileId.map(f -> "Model file " + f + " not found in version " + id.get())
                            .orElse("Missing model file"));
        }
        return Answer.json(200, mini(version.get(), file.get()));
    }

    private static Optional<ModelFile> file(Version version, Optional<Long> id) {
        return version.files().stream()
                .filter(file -> id.map(asked -> asked == file.id()).orElse(file.primary()))
                .findFirst();
    }

    private static Json mini(Version version, ModelFile file) {
        return Json.object()
                .put("air", version.at("air"))
                .put("versionName", version.at("name"))
                .put("modelName", version.at("model").at("name"))
                .put("baseModel", version.at("baseModel"))
                .put("availability", version.at("availability"))
                .put("publishedAt", version.at("publishedAt"))
                .put("size", file.body().at("sizeKB"))
                .put("fileType", file.body().at("type"))
                .put("fileName", uploaderName(file))
                .put("hashes", file.body().at("hashes"))
                .put("downloadUrls", List.of(file.body().at("downloadUrl")))
                .put("format", file.body().at("metadata").at("format"))
                .put("canGenerate", true)
                .put("isFeatured", false)
                .put("requireAuth", version.access() == Access.SIGN_IN)
                .put("checkPermission", version.access() == Access.EARLY_ACCESS)
                .put("earlyAccessEndsAt", version.at("earlyAccessEndsAt"))
                .put("freeTrialLimit", Json.none())
                .put("additionalResourceCharge", false)
                .put("minor", false)
                .put("sfwOnly", false)
                .put("fees", List.of())
                .put("payoutEnabled", false)
                .build();
    }

    /** The raw name the uploader gave, which is not the name in {@code files[]} (quirk 36). */
    private static String uploaderName(ModelFile file) {
        return "upload_" + file.name().toLowerCase(Locale.ROOT);
    }
}
