package dev.assay.replica.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.replica.wire.Query.Parameter;
import dev.assay.replica.wire.Request;
import dev.assay.replica.world.Image;

/** Pages of {@code /images}: two kinds of cursor, and a {@code nextPage} made of what the caller sent (§1.4). */
final class Paging {

    private static final String NEWER = "feed:";

    private final ImagesQuery query;
    private final Request request;
    private final boolean newer;
    private Optional<Json> nextCursor = Optional.empty();

    /** @param newer whether cursors are those of newer servers (quirk 65) */
    Paging(ImagesQuery query, Request request, boolean newer) {
        this.query = query;
        this.request = request;
        this.newer = newer;
    }

    /** Newer servers refuse a cursor that they did not give. */
    void check() throws BadQueryException {
        if (newer && query.cursor().filter(cursor -> !cursor.startsWith(NEWER)).isPresent()) {
            throw new BadQueryException("cursor", "Invalid cursor");
        }
    }

    /** The page asked for; {@code page} itself is not read on the search backends (quirk 55). */
    List<Image> cut(List<Image> found) {
        int from = Math.min(query.legacy() && !newer ? after(found) : offset(), found.size());
        int to = Math.min(from + query.limit(), found.size());
        var page = found.subList(from, to);
        if (to < found.size() && !page.isEmpty()) {
            nextCursor = Optional.of(cursor(to, page));
        }
        return page;
    }

    private Json cursor(int to, List<Image> page) {
        if (newer) {
            return Json.of(NEWER + to + ":" + unix(page));
        }
        return query.legacy() ? Json.of(page.getLast().id()) : Json.of(to + "|" + unix(page));
    }

    Json metadata() {
        var metadata = Json.object();
        nextCursor.ifPresent(cursor -> metadata.put("nextCursor", cursor).put("nextPage", nextPage(cursor)));
        query.page().filter(_ -> query.cursor().isEmpty()).ifPresent(page -> {
            metadata.put("currentPage", page).put("pageSize", query.limit());
        });
        return metadata.build();
    }

    /** A cursor that cannot be read starts again at the beginning, without a word. */
    private int offset() {
        var head = query.cursor()
                .map(cursor -> newer ? cursor.replace(NEWER, "") : cursor)
                .map(cursor -> cursor.split("[|:]", 2)[0])
                .orElse("0");
        return head.matches("\\d{1,6}") ? Integer.parseInt(head) : 0;
    }

    /** The older backend's cursor is the id of the last item. */
    private int after(List<Image> found) {
        var ids = found.stream().map(image -> Long.toString(image.id())).toList();
        return query.cursor().map(ids::indexOf).orElse(-1) + 1;
    }

    private static long unix(List<Image> page) {
        return Instant.parse(page.getLast().posting().createdAt()).toEpochMilli();
    }

    /** Host and parameters are the caller's own, {@code token} included (quirk 54). */
    private String nextPage(Json cursor) {
        var url = new StringBuilder("https://")
                .append(request.header("Host").orElse("civitai.com"))
                .append(request.path())
                .append('?');
        for (Parameter parameter : request.query().parameters()) {
            if (!parameter.name().equals("cursor")) {
                url.append(parameter.name())
                        .append('=')
                        .append(encoded(parameter.value()))
                        .append('&');
            }
        }
        return url.append("cursor=").append(encoded(cursor.scalar().orElse(""))).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
