package dev.assay.replica.site;

import java.util.Optional;
import java.util.regex.MatchResult;

import dev.assay.replica.fault.Faults;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Request;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;

/** {@code GET /api/v1/model-versions/:id} (§4.3). The status of the parent model is not looked at (quirk 16). */
final class VersionsEndpoint implements Endpoint {

    private final World world;
    private final Faults faults;
    private final VersionJson json;

    VersionsEndpoint(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
        this.json = new VersionJson(world);
    }

    @Override
    public Answer answer(Request request, MatchResult path) {
        var id = Ids.parse(path.group(1));
        if (id.isEmpty() || id.get() == 0) {
            return Answer.error(400, "Invalid id");
        }
        if (Ids.beyondInt4(id.get())) {
            // Unlike /models, which refuses it with 400 (quirk 58).
            return Answer.error(500, "Failed to fetch model version details");
        }
        Optional<Version> version = world.version(id.get());
        return version.map(found -> Answer.json(200, json.of(found, new Strikes(faults, request.path()))))
                .orElseGet(() -> Answer.error(404, "Model not found"));
    }
}
