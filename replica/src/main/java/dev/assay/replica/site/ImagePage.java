package dev.assay.replica.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;

import dev.assay.core.json.Json;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Request;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.World;

/** The page {@code /images/<id>}: its data hold other images' queries too, and those first (quirk 11). */
final class ImagePage implements Endpoint {

    private static final int DECOYS = 2;

    private final World world;

    ImagePage(World world) {
        this.world = world;
    }

    @Override
    public Answer answer(Request request, MatchResult path) {
        return Ids.parse(path.group(1))
                .flatMap(world::image)
                .filter(TrpcProcedures::visibleByLink)
                .map(image -> Answer.html(200, page(image)))
                .orElseGet(() -> Answer.html(404, Pages.notFound()));
    }

    private String page(Image image) {
        List<Json> queries = new ArrayList<>();
        world.images().stream()
                .filter(other -> other.id() != image.id() && TrpcProcedures.visibleByLink(other))
                .limit(DECOYS)
                .forEach(decoy -> queries.add(query(decoy)));
        queries.add(query(image));
        var state = Json.object()
                .put("json", Json.object().put("queries", queries).build())
                .build();
        var props = Json.object()
                .put("pageProps", Json.object().put("trpcState", state).build())
                .build();
        var data = Json.object()
                .put("props", props)
                .put("page", "/images/[imageId]")
                .build();
        // As the framework does it, so that no text of a prompt can end the script.
        var script = data.write().replace("<", "\\u003c");
        return Pages.page("Image", "<script id=\"__NEXT_DATA__\" type=\"application/json\">" + script + "</script>");
    }

    private static Json query(Image image) {
        var input = Json.object()
                .put("input", Json.object().put("id", image.id()).build())
                .put("type", "query")
                .build();
        var procedure = Json.of(List.of(Json.of("image"), Json.of("getGenerationData")));
        return Json.object()
                .put(
                        "state",
                        Json.object()
                                .put("data", GenerationJson.of(image))
                                .put("status", "success")
                                .build())
                .put("queryKey", List.of(procedure, input))
                .build();
    }
}
