package dev.assay.civitai.download;

import java.util.Locale;
import java.util.Optional;

import dev.assay.civitai.Site;
import dev.assay.civitai.ask.ErrorText;
import dev.assay.civitai.download.OpenedFile.Reason;
import dev.assay.civitai.download.OpenedFile.Refused;
import dev.assay.core.json.Json;

/** The site's refusals of a download, told apart (§5; quirks 41, 43–46). */
final class Refusals {

    private Refusals() {}

    /** The refusal; empty where the trouble may pass. */
    static Optional<OpenedFile> of(int status, Json body, Site site) {
        return switch (status) {
            case 400 -> refused(Reason.BAD_REQUEST, "The site did not understand the question", body);
            case 401 -> unauthorized(body, site);
            case 403 -> forbidden(body);
            case 404 -> refused(Reason.NOT_FOUND, "The site has no such file, or shows it to nobody", body);
            case 410 -> refused(Reason.ARCHIVED, "The model is archived", body);
            case 429 ->
                says(body, "unusual amount of downloading")
                        ? refused(Reason.QUOTA, "The site's quota of downloads is used up; it may take hours", body)
                        : Optional.empty();
            case 451 -> refused(Reason.FORBIDDEN, "The site is blocked in this region", body);
            default ->
                status >= 500
                        ? Optional.empty()
                        : refused(Reason.FORBIDDEN, "The site answered with status " + status, body);
        };
    }

    /** The site shows its login page. */
    static OpenedFile login(Site site) {
        return new Refused(Reason.LOGIN_PAGE, "A page came instead of the file. " + signIn(site) + ".");
    }

    private static Optional<OpenedFile> unauthorized(Json body, Site site) {
        return says(body, "disabled downloads")
                ? refused(Reason.DISABLED, "The author has disabled downloads, and no key helps", body)
                : refused(Reason.SIGN_IN, signIn(site), body);
    }

    private static Optional<OpenedFile> forbidden(Json body) {
        if (says(body, "early access")) {
            var until = body.at("deadline")
                    .text()
                    .map(deadline -> " until " + deadline)
                    .orElse("");
            return refused(Reason.EARLY_ACCESS, "The file is in early access" + until, body);
        }
        return says(body, "do not have access")
                ? refused(Reason.NO_ACCESS, "The key's owner has no access to this file", body)
                : refused(Reason.FORBIDDEN, "The site refuses the file to this caller", body);
    }

    private static String signIn(Site site) {
        return site.key().isPresent()
                ? "The site wants a sign-in, and does not accept the key that is set"
                : "The site wants a sign-in: an API key in CIVITAI_API_KEY";
    }

    private static boolean says(Json body, String words) {
        return ErrorText.of(body).toLowerCase(Locale.ROOT).contains(words);
    }

    private static Optional<OpenedFile> refused(Reason reason, String meaning, Json body) {
        var said = ErrorText.of(body);
        return Optional.of(new Refused(reason, said.isEmpty() ? meaning + "." : meaning + " (it said: " + said + ")."));
    }
}
