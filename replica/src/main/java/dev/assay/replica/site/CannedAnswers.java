package dev.assay.replica.site;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Request;

/** Answers that come in place of the one expected, whatever was asked. */
final class CannedAnswers {

    private static final Map<Fault, Function<FaultOrder, Answer>> ANYWHERE = new EnumMap<>(Map.ofEntries(
            Map.entry(Fault.HTML_200, _ -> Answer.html(200, Pages.maintenance())),
            Map.entry(
                    Fault.CHALLENGE_403,
                    _ -> Answer.html(403, Pages.challenge()).with("cf-mitigated", "challenge")),
            Map.entry(Fault.LOGIN_PAGE, _ -> Answer.html(200, Pages.login())),
            Map.entry(Fault.NEXT_404, _ -> Answer.html(404, Pages.notFound())),
            Map.entry(Fault.BUSY_503, order -> busy(order.valueOr(2))),
            Map.entry(Fault.RETRY_AFTER_LONG, order -> busy(order.valueOr(3600))),
            Map.entry(Fault.CLOUDFLARE_429, _ -> Answer.html(429, Pages.rateLimited())),
            Map.entry(Fault.ERROR_500, _ -> coded(500, "An unexpected error occurred", "INTERNAL_SERVER_ERROR")),
            Map.entry(Fault.GATEWAY_52X, order -> gateway((int) order.valueOr(524))),
            Map.entry(Fault.REGION_451, _ -> blockedRegion()),
            Map.entry(Fault.ZOD_400, _ -> Zod.refusal(Zod.issue("limit", "Invalid input: expected number"))),
            Map.entry(Fault.ZOD_400_OLD, _ -> Zod.olderRefusal(Zod.issue("limit", "Expected number, received nan"))),
            Map.entry(Fault.DEEP_JSON, order -> deep((int) order.valueOr(100_000)))));

    private CannedAnswers() {}

    /** The answer that strikes this request, if any does. */
    static Optional<Answer> striking(Request request, Strikes strikes) {
        return ANYWHERE.entrySet().stream()
                .flatMap(entry -> strikes.order(entry.getKey()).map(entry.getValue()).stream())
                .findFirst()
                .or(() -> ofItsOwnPath(request, strikes));
    }

    private static Optional<Answer> ofItsOwnPath(Request request, Strikes strikes) {
        if (request.path().startsWith("/api/v1/images") && strikes.by(Fault.PAGING_429)) {
            return Optional.of(pagingCap());
        }
        return request.path().startsWith("/api/download/") && strikes.by(Fault.QUOTA_429)
                ? Optional.of(quota())
                : Optional.empty();
    }

    static Answer pagingCap() {
        return Answer.error(429, "You've requested too many pages, please use cursors instead");
    }

    private static Answer quota() {
        return Answer.error(429, "We've noticed an unusual amount of downloading from your account.");
    }

    private static Answer busy(long seconds) {
        return Answer.error(503, "Server busy, please retry shortly.")
                .with("Retry-After", Long.toString(seconds))
                .with("Cache-Control", "no-store");
    }

    private static Answer gateway(int status) {
        return Answer.html(status, Pages.gateway(status));
    }

    private static Answer blockedRegion() {
        var text = "Access to this service is not available in your region due to legal restrictions.";
        return coded(451, text, "REGION_BLOCKED");
    }

    private static Answer coded(int status, String error, String code) {
        return Answer.json(
                status, Json.object().put("error", error).put("code", code).build());
    }

    private static Answer deep(int levels) {
        var body = "{\"items\":" + "[".repeat(levels) + "]".repeat(levels) + ",\"metadata\":{}}";
        return Answer.of(200, "application/json; charset=utf-8", Bytes.utf8(body));
    }
}
