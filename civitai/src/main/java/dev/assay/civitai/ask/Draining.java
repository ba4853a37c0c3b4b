package dev.assay.civitai.ask;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/** Lets a body flow into a sink, piece by piece, and counts it, so that a stall can be seen from outside. */
final class Draining implements HttpResponse.BodySubscriber<Long> {

    private final Sink sink;
    private final int status;
    private final AtomicLong progress;
    private final CompletableFuture<Long> whole = new CompletableFuture<>();
    private long bytes;
    private Flow.@Nullable Subscription subscription;

    /** @param progress grows with every sign of life */
    Draining(Sink sink, int status, AtomicLong progress) {
        this.sink = sink;
        this.status = status;
        this.progress = progress;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        progress.incrementAndGet();
        try {
            sink.open(status);
            given.request(1);
        } catch (IOException e) {
            end(given, e);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        var flow = subscription;
        if (flow == null || whole.isDone()) {
            return;
        }
        try {
            for (var piece : pieces) {
                bytes += piece.remaining();
                progress.addAndGet(piece.remaining());
                sink.take(piece);
            }
            flow.request(1);
        } catch (IOException e) {
            end(flow, e);
        }
    }

    private void end(Flow.Subscription flow, IOException why) {
        whole.completeExceptionally(why);
        flow.cancel();
    }

    @Override
    public void onError(Throwable why) {
        whole.completeExceptionally(why);
    }

    @Override
    public void onComplete() {
        whole.complete(bytes);
    }
}
