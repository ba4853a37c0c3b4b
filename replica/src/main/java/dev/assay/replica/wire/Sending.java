package dev.assay.replica.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.assay.replica.bytes.Bytes;

/** Sends an answer the way its {@link Delivery} says. */
final class Sending {

    private static final int CHUNK = 16 << 10;

    private final Outlet outlet;
    private final Answer answer;

    private Sending(Outlet outlet, Answer answer) {
        this.outlet = outlet;
        this.answer = answer;
    }

    static void send(Outlet outlet, Answer answer) throws IOException, InterruptedException {
        new Sending(outlet, answer).deliver();
    }

    private void deliver() throws IOException, InterruptedException {
        int size = answer.body().size();
        switch (answer.delivery()) {
            case Delivery.Whole _ -> whole();
            case Delivery.CutAfter(long bytes) -> part(size, bytes);
            case Delivery.Declare(long length) -> part(length, length);
            case Delivery.StallAfter(long bytes) -> {
                part(size, bytes);
                stall();
            }
            case Delivery.StallHeaders _ -> stall();
            case Delivery.Drip(int bytes, Duration pause) -> drip(bytes, pause);
            case Delivery.Pad(long spaces) -> pad(spaces);
            // Without headers the connection is closed.
            case Delivery.Drop _ -> {}
        }
    }

    private void whole() throws IOException {
        var body = answer.body();
        boolean bodiless = body.size() == 0 || outlet.headersOnly();
        try (var out = outlet.begin(answer.status(), answer.headers(), bodiless ? Outlet.NO_BODY : body.size())) {
            if (!bodiless) {
                body.writeTo(out, 0, body.size());
            }
        }
    }

    /** Declares one length and sends so many bytes; ending the answer then closes the connection under the client. */
    private void part(long declared, long sent) throws IOException {
        var out = begin(declared);
        var body = answer.body();
        body.writeTo(out, 0, (int) Math.min(sent, body.size()));
        out.flush();
    }

    private void drip(int bytes, Duration pause) throws IOException, InterruptedException {
        Bytes body = answer.body();
        var out = begin(body.size());
        for (int at = 0; at < body.size(); at += bytes) {
            body.writeTo(out, at, Math.min(at + bytes, body.size()));
            out.flush();
            Thread.sleep(pause);
        }
    }

    private void pad(long spaces) throws IOException {
        try (var out = outlet.begin(answer.status(), answer.headers(), Outlet.UNKNOWN)) {
            var chunk = " ".repeat(CHUNK).getBytes(StandardCharsets.US_ASCII);
            for (long left = spaces; left > 0; left -= CHUNK) {
                out.write(chunk, 0, (int) Math.min(CHUNK, left));
            }
            answer.body().writeTo(out, 0, answer.body().size());
        }
    }

    private OutputStream begin(long length) throws IOException {
        return outlet.begin(answer.status(), answer.headers(), length == 0 ? Outlet.NO_BODY : length);
    }

    /** Until the replica closes, which interrupts this thread. */
    private static void stall() throws InterruptedException {
        TimeUnit.DAYS.sleep(1);
    }
}
