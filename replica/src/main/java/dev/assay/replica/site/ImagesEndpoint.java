package dev.assay.replica.site;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;

import dev.assay.core.json.Json;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Request;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.World;

/** {@code GET /api/v1/images} (§1). */
final class ImagesEndpoint implements Endpoint {

    private static final BigDecimal INT4_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final int PAGING_CAP = 1000;

    private final World world;
    private final Faults faults;
    private final Feed feed;
    private final ItemJson items;

    ImagesEndpoint(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
        this.feed = new Feed(world);
        this.items = new ItemJson(world);
    }

    @Override
    public Answer answer(Request request, MatchResult path) {
        var answer = answer(request);
        return answer.headers().containsKey("Cache-Control")
                ? answer
                : answer.with("Cache-Control", "public, s-maxage=300, stale-while-revalidate=150");
    }

    private Answer answer(Request request) {
        ImagesQuery query;
        try {
            query = ImagesQuery.read(request.query());
        } catch (BadQueryException e) {
            return refusal(e);
        }
        if (query.cursor().isEmpty()
                && query.page().map(page -> (long) page * query.limit()).orElse(0L) > PAGING_CAP) {
            return CannedAnswers.pagingCap();
        }
        var image = query.filters().image();
        if (image.isPresent() && image.get().compareTo(INT4_MAX) > 0) {
            return Answer.error(500, "value out of range for type integer");
        }
        if (query.sort().equals("Random") && query.legacy()) {
            return Answer.json(
                    400,
                    Json.object()
                            .put("error", "Random sort requires a collectionId")
                            .put("code", "BAD_REQUEST")
                            .build());
        }
        return page(request, query);
    }

    private Answer page(Request request, ImagesQuery query) {
        var strikes = new Strikes(faults, request.path());
        if (strikes.by(Fault.EMPTY_ALWAYS) || strikes.by(Fault.ONE_SHOT_EMPTY)) {
            return Answer.json(200, body(List.of(), Json.object().build()));
        }
        var paging = new Paging(query, request, world.newerServer());
        try {
            paging.check();
        } catch (BadQueryException e) {
            return refusal(e);
        }
        var page = disturbed(paging.cut(feed.find(query, strikes)), strikes);
        var shape = new MetaShape(world, strikes);
        var rendered = page.stream()
                .map(image -> items.of(image, query, shape))
                .map(item -> world.newerServer() ? Members.with(item, "thumbnail", Json.none()) : item)
                .toList();
        return Answer.json(200, body(rendered, paging.metadata()));
    }

    private Answer refusal(BadQueryException e) {
        return world.newerServer() ? Zod.newerRefusal(e.issue()) : Zod.refusal(e.issue());
    }

    private List<Image> disturbed(List<Image> page, Strikes strikes) {
        var images = new ArrayList<>(page);
        if (!page.isEmpty() && strikes.by(Fault.WRONG_ITEM_FIRST)) {
            world.anotherImage(page.getFirst().id()).ifPresent(images::addFirst);
        }
        if (strikes.by(Fault.DUPLICATE_ITEMS)) {
            images.addAll(List.copyOf(images));
        }
        return images;
    }

    private static Json body(List<Json> items, Json metadata) {
        return Json.object().put("items", items).put("metadata", metadata).build();
    }
}
