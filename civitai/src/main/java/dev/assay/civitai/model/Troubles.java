package dev.assay.civitai.model;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.ErrorText;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.json.Json;

/** What it means for an ingredient that the site refused, was silent, or answered nonsense. */
final class Troubles {

    private Troubles() {}

    static Lookup refused(Answer.Told told, String subject) {
        var said = "the site answered " + told.status() + " to " + subject + ": " + error(told.body());
        return switch (told.status()) {
            case 404, 410 -> new Lookup.Absent(said);
            case 401, 403 -> new Lookup.Failed(new Resolution.Restricted(said));
            default -> new Lookup.Failed(new Resolution.Unreachable(said));
        };
    }

    static Lookup nonsense(String subject) {
        return new Lookup.Failed(
                new Resolution.Unreachable("what the site answered to " + subject + " is no model version"));
    }

    static Lookup silent(Answer.Kind kind, String subject, String message) {
        var said = subject + ": " + message;
        return new Lookup.Failed(
                switch (kind) {
                    case REGION_BLOCKED -> new Resolution.Restricted(said);
                    case UNREACHABLE, NOT_AN_ANSWER, BUSY, NOT_IN_JOURNAL -> new Resolution.Unreachable(said);
                });
    }

    private static String error(Json body) {
        var text = ErrorText.of(body);
        return text.isEmpty() ? "no reason given" : text;
    }
}
