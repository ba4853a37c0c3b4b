package dev.assay.replica.site;

import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.assay.core.json.Json;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.storage.Signatures;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Answering;
import dev.assay.replica.wire.Request;
import dev.assay.replica.world.World;

/** The site: every path it knows, and the framework's HTML 404 for all others. */
public final class Site implements Answering {

    private static final String MEDIA = "/[A-Za-z0-9]{20,24}/([0-9a-f-]{36})/([^/]*)/([^/]*)";

    private final World world;
    private final Faults faults;
    private final Callers callers;
    private final List<Route> api;
    private final Route media;

    private record Route(Pattern path, Endpoint endpoint) {}

    public Site(World world, Faults faults, Signatures signatures, URI origin) {
        this.world = world;
        this.faults = faults;
        this.callers = new Callers(world.keys(), origin);
        var models = new ModelsEndpoint(world, faults);
        var trpc = new TrpcEndpoint(new TrpcProcedures(world), callers, faults);
        this.media = route(MEDIA, new MediaEndpoint(world, faults));
        this.api = List.of(
                route("/api/v1/images", new ImagesEndpoint(world, faults)),
                route("/api/v1/me", this::me),
                route("/api/v1/posts/(\\d+)", this::post),
                route("/api/v1/models", models::list),
                route("/api/v1/models/([^/]+)", models::one),
                route("/api/v1/model-versions/by-hash", new BulkByHashEndpoint(world, faults)),
                route("/api/v1/model-versions/by-hash/([^/]+)", new ByHashEndpoint(world, faults)),
                route("/api/v1/model-versions/mini/([^/]+)", new MiniEndpoint(world)),
                route("/api/v1/model-versions/([^/]+)", new VersionsEndpoint(world, faults)),
                route("/api/trpc/([^/]+)", trpc),
                route("/api/download/models/([^/]+)", new DownloadEndpoint(world, faults, callers, signatures)),
                route("/images/(\\d+)", new ImagePage(world)),
                route("/login", (_, _) -> Answer.html(200, Pages.login())));
    }

    private static Route route(String path, Endpoint endpoint) {
        return new Route(Pattern.compile(path), endpoint);
    }

    @Override
    public Answer answer(Request request) {
        var file = media.path().matcher(request.path());
        if (file.matches()) {
            return media.endpoint().answer(request, file);
        }
        if (UserAgents.isTurnedAway(request.userAgent())) {
            return Answer.html(403, Pages.blocked());
        }
        var strikes = new Strikes(faults, request.path());
        var answer = CannedAnswers.striking(request, strikes).orElseGet(() -> routed(request));
        return Transport.disturb(answer, strikes);
    }

    private Answer routed(Request request) {
        for (var route : api) {
            var matcher = route.path().matcher(request.path());
            if (matcher.matches()) {
                return route.endpoint().answer(request, matcher);
            }
        }
        return Answer.html(404, Pages.notFound());
    }

    /** The one place where an invalid key is refused (quirk 40). */
    private Answer me(Request request, MatchResult path) {
        return callers.signedIn(request)
                ? Answer.json(
                        200,
                        Json.object()
                                .put("id", 4242)
                                .put("username", "replica-user")
                                .build())
                : Answer.error(401, "Unauthorized");
    }

    /** Only newer servers have this (quirk 65). */
    private Answer post(Request request, MatchResult path) {
        if (!world.newerServer()) {
            return Answer.html(404, Pages.notFound());
        }
        var images = Ids.parse(path.group(1)).map(world::imagesOfPost).stream()
                .flatMap(found -> found)
                .filter(TrpcProcedures::visibleByLink)
                .toList();
        return images.isEmpty()
                ? Answer.error(404, "Post not found")
                : Answer.json(200, PostJson.rest(Long.parseLong(path.group(1)), images));
    }
}
