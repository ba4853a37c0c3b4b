package dev.assay.replica.storage;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Delivery;
import dev.assay.replica.wire.Request;

/** What can be wrong with a file on its way from the storage. */
final class StorageFaults {

    private static final int DRIP = 1024;

    private StorageFaults() {}

    /** Something that is no file at all. */
    static Optional<Answer> instead(Request request, Faults faults) {
        var path = request.path();
        if (faults.strikes(Fault.STORAGE_503, path)) {
            return Optional.of(Storage.xml(503, "SlowDown", "Please reduce your request rate."));
        }
        if (faults.strikes(Fault.HTML_AS_FILE, path)) {
            return Optional.of(Answer.html(200, "<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>\n"));
        }
        return faults.strikes(Fault.JSON_AS_FILE, path)
                ? Optional.of(Answer.error(200, "Unauthorized"))
                : Optional.empty();
    }

    static Bytes spoiled(Bytes content, Request request, Faults faults) {
        if (faults.strikes(Fault.TRUNCATED_FILE, request.path())) {
            return content.slice(0, content.size() / 2);
        }
        return faults.strikes(Fault.CORRUPT_FILE, request.path()) ? content.flipped(content.size() / 2) : content;
    }

    static String etag(String id, Faults faults, Request request) {
        boolean changes = faults.strikes(Fault.ETAG_CHANGES, request.path());
        return "\"" + (changes ? UUID.randomUUID() : id) + "\"";
    }

    static Answer disturb(Answer answer, Request request, Faults faults) {
        var path = request.path();
        long half = answer.body().size() / 2;
        var cut = faults.strike(Fault.CUT_CONNECTION_AT, path);
        if (cut.isPresent()) {
            return answer.delivered(new Delivery.CutAfter(cut.get().valueOr(half)));
        }
        var stall = faults.strike(Fault.STALLED_FILE, path);
        if (stall.isPresent()) {
            return answer.delivered(new Delivery.StallAfter(stall.get().valueOr(half)));
        }
        if (faults.strikes(Fault.WRONG_LENGTH, path)) {
            return answer.delivered(new Delivery.Declare(answer.body().size() + 1L));
        }
        return faults.strike(Fault.SLOW_FILE, path)
                .map(order -> answer.delivered(new Delivery.Drip(DRIP, Duration.ofMillis(order.valueOr(5)))))
                .orElse(answer);
    }
}
