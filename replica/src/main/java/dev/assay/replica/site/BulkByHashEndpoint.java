package dev.assay.replica.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Request;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;

/**
 * {@code POST /api/v1/model-versions/by-hash} (quirk 15): in no order, unknown ones dropped, a version repeated, a null
 * among them, and download URLs of the host {@code undefined}.
 */
final class BulkByHashEndpoint implements Endpoint {

    private static final int MOST = 100;
    private static final Pattern SHA256 = Pattern.compile("[0-9A-Fa-f]{64}");

    private final World world;
    private final HashLookup lookup;
    private final VersionJson json;
    private final Faults faults;

    BulkByHashEndpoint(World world, Faults faults) {
        this.world = world;
        this.lookup = new HashLookup(world);
        this.json = new VersionJson(world);
        this.faults = faults;
    }

    @Override
    public Answer answer(Request request, MatchResult path) {
        var strikes = new Strikes(faults, request.path());
        if (!request.method().equals("POST") || strikes.by(Fault.BULK_BY_HASH_405)) {
            return Answer.error(405, "Method not allowed");
        }
        var hashes = hashes(request.body());
        if (hashes.isEmpty()) {
            return Answer.error(400, "Request must include an array of SHA256 Hashes. Maximum of 100.");
        }
        List<Version> found =
                new ArrayList<>(hashes.get().stream().flatMap(lookup::ofSha256).toList());
        Collections.reverse(found);
        disturb(found, hashes.get(), strikes);
        var body = new ArrayList<>(
                found.stream().map(version -> json.of(version, strikes)).toList());
        if (!body.isEmpty()) {
            body.add(body.getFirst());
            body.add(Json.none());
        }
        return Answer.json(
                200,
                Json.of(body.stream().map(BulkByHashEndpoint::undefinedHost).toList()));
    }

    private void disturb(List<Version> found, List<String> asked, Strikes strikes) {
        strikes.order(Fault.BULK_BY_HASH_FEWER)
                .ifPresent(order -> found.subList((int) Math.min(found.size(), order.valueOr(1)), found.size())
                        .clear());
        if (strikes.by(Fault.BULK_BY_HASH_EMPTY) || strikes.by(Fault.BULK_BY_HASH_STRANGERS_ONLY)) {
            found.clear();
        }
        if (strikes.by(Fault.BULK_BY_HASH_STRANGER) || strikes.by(Fault.BULK_BY_HASH_STRANGERS_ONLY)) {
            world.versions()
                    .filter(version -> asked.stream().flatMap(lookup::ofSha256).noneMatch(version::equals))
                    .findFirst()
                    .ifPresent(found::addFirst);
        }
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
