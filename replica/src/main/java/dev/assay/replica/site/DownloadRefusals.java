package dev.assay.replica.site;

import dev.assay.core.json.Json;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Request;

/** The table of refusals of §5: JSON for clients, text or a redirect for what looks like a browser (quirk 45). */
final class DownloadRefusals {

    private final boolean browser;

    DownloadRefusals(Request request) {
        this.browser = UserAgents.isBrowser(request.userAgent());
    }

    Answer badRequest() {
        return plain(400, "✖ Invalid input: expected number, received NaN\n  → at modelVersionId");
    }

    Answer notFound() {
        return plain(404, "File not found");
    }

    /** The storage resolver failed; it will pass (quirk 43). */
    Answer notFoundForNow() {
        return notFound().with("Cache-Control", "private, no-store");
    }

    Answer archived() {
        return plain(410, "Model archived, not available for download");
    }

    Answer earlyAccess() {
        if (browser) {
            return Answer.redirect("/model-versions/1");
        }
        return Answer.json(
                403,
                Json.object()
                        .put("error", "Early Access")
                        .put("deadline", "2027-01-01T00:00:00.000Z")
                        .put("message", "This asset is in Early Access. You can use Buzz to get access to it.")
                        .build());
    }

    Answer signInNeeded() {
        return browser
                ? loginRedirect()
                : unauthorized("The creator of this asset requires you to be logged in to download it");
    }

    /** The same for browsers: no sign-in helps (quirk 44). */
    Answer downloadsDisabled() {
        return unauthorized("The creator of this asset has disabled downloads on this file");
    }

    Answer loginRedirect() {
        return Answer.redirect("/login?returnUrl=%2F&reason=download-auth");
    }

    private static Answer unauthorized(String message) {
        return Answer.json(
                401,
                Json.object()
                        .put("error", "Unauthorized")
                        .put("message", message)
                        .build());
    }

    private Answer plain(int status, String text) {
        return browser ? Answer.text(status, text) : Answer.error(status, text);
    }
}
