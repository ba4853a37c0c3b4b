package dev.assay.replica.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Request;
import dev.assay.replica.world.World;

/**
 * {@code POST /api/v1/model-versions/by-hash} (quirk 15): in no order, unknown ones dropped, a version repeated, a null
 * among them, and download URLs of the host {@code undefined}.
 */
final class BulkByHashEndpoint implements Endpoint {

    private static final int MOST = 100;
    private static final Pattern SHA256 = Pattern.compile("[0-9A-Fa-f]{64}");

    private final HashLookup lookup;

    BulkByHashEndpoint(World world) {
        this.lookup = new HashLookup(world);
    }

    @Override
    public Answer answer(Request request, MatchResult path) {
        var hashes = hashes(request.body());
        if (hashes.isEmpty()) {
            return Answer.error(400, "Request must include an array of SHA256 Hashes. Maximum of 100.");
        }
        List<Json> found = new ArrayList<>();
        hashes.get().forEach(hash -> lookup.find(hash).ifPresent(version -> found.add(version.body())));
        Collections.reverse(found);
        if (!found.isEmpty()) {
            found.add(found.getFirst());
            found.add(Json.none());
        }
        return Answer.json(
                200,
                Json.of(found.stream().map(BulkByHashEndpoint::undefinedHost).toList()));
    }

    private static Optional<List<String>> hashes(String body) {
        try {
            var items = Json.parse(body).items();
            var hashes = items.stream().flatMap(item -> item.text().stream()).toList();
            boolean fits = !items.isEmpty() && items.size() <= MOST && hashes.size() == items.size();
            return fits && hashes.stream().allMatch(SHA256.asMatchPredicate()) ? Optional.of(hashes) : Optional.empty();
        } catch (MalformedJsonException _) {
            return Optional.empty();
        }
    }

    private static Json undefinedHost(Json version) {
        return version.at("downloadUrl")
                .text()
                .map(url -> Members.with(version, "downloadUrl", Json.of(url.replace("civitai.com", "undefined"))))
                .orElse(version);
    }
}
