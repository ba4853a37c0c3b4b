package dev.assay.civitai.ask;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import dev.assay.civitai.ask.Answer.Kind;
import dev.assay.core.json.Json;

/** Tells an answer from a passing trouble and from nonsense (quirks 41, 42, 47, 57, 60). */
final class Judge {

    private static final int TRIES_OF_A_SERVER_ERROR = 2;

    private Judge() {}

    static Attempt<Answer> of(Reply.Arrived reply, Content content, Answer.Received received) {
        var status = reply.status();
        var after = RetryAfter.of(reply.headers(), received.at());
        if (status == 451) {
            return silent(Kind.REGION_BLOCKED, words(status, content));
        }
        if (isChallenge(reply.headers())) {
            return silent(
                    Kind.NOT_AN_ANSWER, "The site's guard wants a browser to prove itself (status " + status + ").");
        }
        if (isPassing(status, content.json())) {
            return passing(Kind.BUSY, words(status, content) + waiting(after), after, Patience.ATTEMPTS);
        }
        if (status == 500) {
            return passing(Kind.BUSY, words(status, content), after, TRIES_OF_A_SERVER_ERROR);
        }
        return whole(status, content, received);
    }

    private static Attempt<Answer> whole(int status, Content content, Answer.Received received) {
        return switch (content.flaw()) {
            case NONE -> new Attempt.Settled<>(new Answer.Told(status, content.json(), received));
            case CUT -> passing(Kind.UNREACHABLE, "Its answer ends too soon.", Optional.empty(), Patience.ATTEMPTS);
            case TOO_LARGE -> silent(Kind.NOT_AN_ANSWER, "Its answer unpacks to more than " + Content.MOST + " bytes.");
            case NOT_JSON ->
                silent(Kind.NOT_AN_ANSWER, "It answered with a page or text instead of data (status " + status + ").");
        };
    }

    static Attempt<Answer> of(Reply.Broken reply) {
        return passing(Kind.UNREACHABLE, reply.message(), Optional.empty(), Patience.ATTEMPTS);
    }

    static Attempt<Answer> of(Reply.Refused reply) {
        return silent(Kind.NOT_AN_ANSWER, reply.message());
    }

    private static boolean isChallenge(HttpHeaders headers) {
        return headers.firstValue("cf-mitigated")
                .filter(value -> value.toLowerCase(Locale.ROOT).contains("challenge"))
                .isPresent();
    }

    static boolean isPassing(int status, Json body) {
        return switch (status) {
            case 429 -> !isLasting(ErrorText.of(body).toLowerCase(Locale.ROOT));
            case 502, 503, 504, 520, 521, 522, 523, 524 -> true;
            default -> false;
        };
    }

    /** The cap on pages and the quota of downloads also come as 429, but do not pass while one waits (quirk 41). */
    private static boolean isLasting(String text) {
        return text.contains("too many pages")
                || text.contains("use cursors")
                || text.contains("unusual amount of downloading");
    }

    private static String words(int status, Content content) {
        var text = ErrorText.of(content.json());
        var end = text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? "" : ".";
        return "It answered with status " + status + (text.isEmpty() ? "" : ": " + text) + end;
    }

    private static String waiting(Optional<Duration> after) {
        return after.map(wait -> " It asks to wait " + wait.toSeconds() + " s.").orElse("");
    }

    private static Attempt<Answer> silent(Kind kind, String message) {
        return new Attempt.Settled<>(new Answer.Silent(kind, message));
    }

    private static Attempt<Answer> passing(Kind kind, String message, Optional<Duration> after, int most) {
        return new Attempt.Passing<>(new Answer.Silent(kind, message), after, most);
    }
}
