package dev.assay.replica.site;

import java.util.List;
import java.util.regex.MatchResult;

import dev.assay.core.json.Json;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Request;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;

/** {@code GET /api/v1/model-versions/by-hash/:hash} (§4.4). */
final class ByHashEndpoint implements Endpoint {

    private static final String HOUR = "public, s-maxage=3600, stale-while-revalidate=1800";
    private static final long DUPLICATE_ID = 101;
    private static final long DUPLICATE_MODEL_ID = 100;

    private final HashLookup lookup;
    private final VersionJson json;
    private final Faults faults;

    ByHashEndpoint(World world, Faults faults) {
        this.lookup = new HashLookup(world);
        this.json = new VersionJson(world);
        this.faults = faults;
    }

    @Override
    public Answer answer(Request request, MatchResult path) {
        var strikes = new Strikes(faults, request.path());
        if (strikes.by(Fault.STALE_BY_HASH_404)) {
            return notFound().with("Age", "3540");
        }
        return lookup.find(path.group(1))
                .map(version -> Answer.json(200, disturbed(version, strikes)).with("Cache-Control", HOUR))
                .orElseGet(ByHashEndpoint::notFound);
    }

    private static Answer notFound() {
        return Answer.error(404, "Model not found").with("Cache-Control", HOUR);
    }

    private Json disturbed(Version version, Strikes strikes) {
        var body = json.of(version, strikes);
        if (strikes.by(Fault.BY_HASH_DUPLICATE)) {
            body = Members.with(body, "id", Json.of(DUPLICATE_ID));
            body = Members.with(body, "modelId", Json.of(DUPLICATE_MODEL_ID));
            body = Members.with(body, "air", Json.of("urn:air:sdxl:lora:civitai:100@101"));
            body = Members.with(body, "publishedAt", Json.of("2022-11-01T00:00:00.000Z"));
        }
        if (strikes.by(Fault.BY_HASH_ABSENT)) {
            body = Members.with(body, "files", withoutHashes(body.at("files")));
        }
        if (strikes.by(Fault.BY_HASH_ARCHIVED)) {
            body = Members.with(body, "files", Json.of(List.of()));
            body = Members.with(body, "model", Members.with(body.at("model"), "mode", Json.of("Archived")));
            body = Members.without(body, "downloadUrl");
        }
        return body;
    }

    private static Json withoutHashes(Json files) {
        return Json.of(files.items().stream()
                .map(file -> Members.with(file, "hashes", Json.object().build()))
                .toList());
    }
}
