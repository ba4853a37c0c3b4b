package dev.assay.replica.site;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.assay.replica.wire.Query;

/**
 * What {@code GET /api/v1/images} was asked, as the site's schema understands it (§1.1). Unknown names are dropped
 * without a word (quirk 1): there is no {@code ids} here.
 *
 * @param filters ids to filter by; absent, empty and 0 do not filter
 * @param mask browsing levels asked for
 */
record ImagesQuery(
        int limit,
        Optional<Integer> page,
        Optional<String> cursor,
        Filters filters,
        int mask,
        Optional<String> type,
        String sort,
        boolean withMeta,
        Optional<Boolean> flatMeta) {

    private static final int PG = 1;
    private static final int RATED = 31;
    private static final Set<String> PERIODS = Set.of("Day", "Week", "Month", "Year", "AllTime");
    private static final Set<String> SORTS =
            Set.of("Most Reactions", "Most Comments", "Most Collected", "Newest", "Oldest", "Random");
    private static final Set<String> TYPES = Set.of("image", "video", "audio");
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_]*");

    /** Filters by id. */
    record Filters(
            Optional<BigDecimal> image,
            Optional<BigDecimal> post,
            Optional<BigDecimal> model,
            Optional<BigDecimal> version,
            Optional<String> username) {}

    static ImagesQuery read(Query query) throws BadQueryException {
        var parameters = new JsParameters(query);
        parameters.oneOf("period", PERIODS);
        parameters.integers("tags");
        return new ImagesQuery(
                parameters.bounded("limit", 100, 200),
                parameters.number("page").map(BigDecimal::intValue),
                parameters.single("cursor"),
                filters(parameters),
                mask(parameters),
                parameters.oneOf("type", TYPES),
                parameters.oneOf("sort", SORTS).orElse("Most Reactions"),
                parameters.bool("withMeta").orElse(false),
                parameters.bool("flatMeta"));
    }

    private static Filters filters(JsParameters parameters) throws BadQueryException {
        parameters.number("userId");
        var username = parameters.single("username").map(String::strip);
        if (username.isPresent() && !USERNAME.matcher(username.get()).matches()) {
            throw new BadQueryException("username", "Invalid string: must match pattern");
        }
        return new Filters(
                parameters.filter("imageId"),
                parameters.filter("postId"),
                parameters.filter("modelId"),
                parameters.filter("modelVersionId"),
                username.filter(name -> !name.isEmpty()));
    }

    /** {@code browsingLevel}, else {@code nsfw}, else PG; nothing sensible is PG as well (quirks 8, 9). */
    private static int mask(JsParameters parameters) throws BadQueryException {
        var nsfw = nsfw(parameters);
        int level = parameters
                .number("browsingLevel")
                .map(BigDecimal::intValue)
                .or(() -> nsfw)
                .orElse(PG);
        return (level & RATED) == 0 ? PG : level & RATED;
    }

    private static Optional<Integer> nsfw(JsParameters parameters) throws BadQueryException {
        var text = parameters.single("nsfw");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (text.get()) {
            case "None" -> Optional.of(1);
            case "Soft" -> Optional.of(3);
            case "Mature" -> Optional.of(7);
            case "X" -> Optional.of(31);
            case "Blocked" -> Optional.of(32);
            // True means the mature levels alone; false counts as absent.
            default -> parameters.bool("nsfw").filter(yes -> yes).map(_ -> 28);
        };
    }

    /** Whether the older backend answers, which has nested metadata and cursors of its own (§1.2). */
    boolean legacy() {
        return filters.image().isPresent()
                || (filters.model().isPresent() && filters.version().isEmpty());
    }
}
