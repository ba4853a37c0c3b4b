package dev.assay.civitai.download;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import dev.assay.civitai.Site;
import dev.assay.civitai.ask.Time;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.wire.Body;
import dev.assay.wire.Response;

/** Tells what an answer to a download means, whichever host gave it. */
final class Verdicts {

    static final String NOT_FOUND_FOR_NOW = "The site does not find the file just now.";

    private static final int MAX_ERROR_BYTES = 64 << 10;

    private final Site site;
    private final Refusing refusals;
    private final Time time;

    Verdicts(Site site, Refusing refusals, Time time) {
        this.site = site;
        this.refusals = refusals;
        this.time = time;
    }

    OpenedFile of(Response response, Source source) {
        var status = response.status();
        if (status == 200 || status == 206) {
            return file(response, source);
        }
        var body = error(response.body());
        if (status == 416) {
            return new OpenedFile.RangeNotSatisfiable();
        }
        var retryAfter = Waiting.of(response.headers(), time.now());
        if (!site.isOwn(response.address())) {
            // A signature may have expired, or the storage be busy; the next opening has a new one.
            return new OpenedFile.Transient("The storage answered with status " + status + ".", retryAfter);
        }
        if (status == 404 && header(response.headers(), "Cache-Control").contains("no-store")) {
            return new OpenedFile.Transient(NOT_FOUND_FOR_NOW, retryAfter);
        }
        return refusals.of(status, body)
                .orElseGet(() -> new OpenedFile.Transient("The site answered with status " + status + ".", retryAfter));
    }

    /** Whether a part came, and not the one that was asked for. */
    static boolean isOtherPart(Response response, long from) {
        return response.status() == 206
                && range(response.headers())
                        .filter(range -> range.start() != from)
                        .isPresent();
    }

    private static Optional<ContentRange> range(HttpHeaders headers) {
        return headers.firstValue("Content-Range").flatMap(ContentRange::parse);
    }

    private OpenedFile file(Response response, Source source) {
        var headers = response.headers();
        var type = header(headers, "Content-Type");
        var trouble = trouble(response, type);
        if (trouble.isPresent()) {
            response.body().close();
            return trouble.get();
        }
        if (response.status() == 200) {
            return body(response, source, 0, headers.firstValueAsLong("Content-Length"));
        }
        var range = range(headers);
        if (range.isEmpty()) {
            response.body().close();
            return new OpenedFile.Transient("It answered with a part, and did not say which.", Optional.empty());
        }
        return body(response, source, range.get().start(), range.get().total());
    }

    private Optional<OpenedFile> trouble(Response response, String type) {
        var own = site.isOwn(response.address());
        if (type.startsWith("text/html")) {
            return Optional.of(own ? refusals.page() : unusable("The storage answered with a page."));
        }
        if (own && type.startsWith("application/json")) {
            return Optional.of(unusable("The site answered with data instead of a file."));
        }
        var encoding = header(response.headers(), "Content-Encoding");
        return encoding.isEmpty() || encoding.equals("identity")
                ? Optional.empty()
                : Optional.of(unusable("It came compressed, though nobody asked for that."));
    }

    private static OpenedFile body(Response response, Source source, long start, OptionalLong total) {
        var headers = response.headers();
        var etag = headers.firstValue("ETag").map(String::strip).filter(Verdicts::isStrong);
        var inParts =
                response.status() == 206 || header(headers, "Accept-Ranges").equals("bytes");
        var place = inParts ? Optional.of(new Located(source, response.address())) : Optional.<Located>empty();
        return new OpenedFile.Body(response.body(), start, total, etag, headers.firstValue("Content-Type"), place);
    }

    private static boolean isStrong(String etag) {
        return etag.length() > 2 && etag.length() < 500 && etag.startsWith("\"") && etag.endsWith("\"");
    }

    private static OpenedFile unusable(String message) {
        return new OpenedFile.Transient(message, Optional.empty());
    }

    private static String header(HttpHeaders headers, String name) {
        return headers.firstValue(name).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    /** What the answer says of itself; nothing where it is no data. */
    private static Json error(Body body) {
        try (body;
                var stream = Channels.newInputStream(body)) {
            return Json.parse(new String(stream.readNBytes(MAX_ERROR_BYTES), StandardCharsets.UTF_8));
        } catch (IOException | MalformedJsonException _) {
            return Json.none();
        }
    }
}
