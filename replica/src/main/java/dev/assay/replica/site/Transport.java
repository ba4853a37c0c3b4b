package dev.assay.replica.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Delivery;

/** What can happen to a good answer on its way. */
final class Transport {

    private static final long HUGE = 80L << 20;

    private Transport() {}

    static Answer disturb(Answer answer, Strikes strikes) {
        var packed = strikes.by(Fault.GZIP_BODY)
                ? answer.with(gzip(answer.body())).with("Content-Encoding", "gzip")
                : answer;
        return packed.delivered(delivery(packed, strikes));
    }

    private static Delivery delivery(Answer answer, Strikes strikes) {
        int half = answer.body().size() / 2;
        if (strikes.by(Fault.CONNECTION_RESET)) {
            return new Delivery.Drop();
        }
        if (strikes.by(Fault.STALLED_HEADERS)) {
            return new Delivery.StallHeaders();
        }
        if (strikes.by(Fault.STALLED_BODY)) {
            return new Delivery.StallAfter(half);
        }
        if (strikes.by(Fault.TRUNCATED_BODY)) {
            return new Delivery.CutAfter(half);
        }
        if (strikes.by(Fault.WRONG_CONTENT_LENGTH)) {
            return new Delivery.Declare(half);
        }
        var drip = strikes.order(Fault.SLOW_DRIP);
        if (drip.isPresent()) {
            return new Delivery.Drip(16, Duration.ofMillis(drip.get().valueOr(20)));
        }
        return strikes.order(Fault.HUGE_BODY)
                .<Delivery>map(order -> new Delivery.Pad(order.valueOr(HUGE)))
                .orElse(answer.delivery());
    }

    private static Bytes gzip(Bytes body) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            body.writeTo(gzip, 0, body.size());
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return Bytes.of(out.toByteArray());
    }
}
