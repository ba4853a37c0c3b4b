package dev.assay.replica.site;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Request;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;

/** {@code GET /api/v1/models/:id} and {@code /api/v1/models?query=} (§4.1, §4.2). */
final class ModelsEndpoint {

    private static final int MOST = 100;

    private final World world;
    private final Faults faults;

    ModelsEndpoint(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
    }

    Answer one(Request request, MatchResult path) {
        var id = Ids.parse(path.group(1)).filter(number -> number > 0 && !Ids.beyondInt4(number));
        if (id.isEmpty()) {
            return Answer.error(400, "✖ Invalid input: expected number to be between 1 and 2147483647\n  → at id");
        }
        return world.model(id.get())
                .filter(Model::shown)
                .map(model -> Answer.json(200, json(model, new Strikes(faults, request.path()))))
                .orElseGet(() -> Answer.error(404, "No model with id " + id.get()));
    }

    Answer list(Request request, MatchResult path) {
        var parameters = new JsParameters(request.query());
        try {
            int limit = parameters.bounded("limit", MOST, MOST);
            if (parameters.single("query").isPresent()
                    && parameters.number("page").isPresent()) {
                return Answer.error(400, "Cannot use page param with query search. Use cursor-based pagination.");
            }
            var ids = parameters.single("ids").map(text -> List.of(text.split(",", -1)));
            var words = words(parameters.single("query").orElse(""));
            var strikes = new Strikes(faults, request.path());
            var items = world.models().stream()
                    .filter(Model::shown)
                    .filter(model -> ids.isEmpty() || ids.get().contains(Long.toString(model.id())))
                    .filter(model -> words(model.name()).containsAll(words))
                    .limit(limit)
                    .map(model -> json(model, strikes))
                    .toList();
            return Answer.json(
                    200,
                    Json.object()
                            .put("items", items)
                            .put("metadata", Json.object().build())
                            .build());
        } catch (BadQueryException e) {
            return Zod.refusal(e.issue());
        }
    }

    /** The search goes by words, whatever stands between them. */
    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Json json(Model model, Strikes strikes) {
        return model.captured()
                .orElseGet(() -> Json.object()
                        .put("id", model.id())
                        .put("name", model.name())
                        .put("type", model.type())
                        .put("poi", false)
                        .put("nsfw", false)
                        .put("nsfwLevel", 1)
                        .put("allowNoCredit", true)
                        .put("allowCommercialUse", "{Image,RentCivit}")
                        .put(
                                "creator",
                                Json.object().put("username", "somebody").build())
                        .put("tags", List.of(Json.of("base model")))
                        .put("modelVersions", versions(model, strikes))
                        .build());
    }

    private static List<Json> versions(Model model, Strikes strikes) {
        if (strikes.by(Fault.MODEL_LACKS_VERSION)) {
            return List.of();
        }
        return model.versions().stream()
                .filter(Version::listed)
                .map(version -> Members.withoutEmpty(Members.without(version.body(), "model")))
                .map(ModelsEndpoint::withoutFalsePrimary)
                .toList();
    }

    /** {@code primary} is left out here where it is false (§4.7). */
    private static Json withoutFalsePrimary(Json version) {
        var files = version.at("files").items().stream()
                .map(file -> file.at("primary").bool().orElse(true) ? file : Members.without(file, "primary"))
                .toList();
        return version.has("files") ? Members.with(version, "files", Json.of(files)) : version;
    }
}
