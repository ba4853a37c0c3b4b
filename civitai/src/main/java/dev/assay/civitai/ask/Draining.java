package dev.assay.civitai.ask;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Lets a body flow into a sink, piece by piece. */
final class Draining implements HttpResponse.BodySubscriber<Boolean> {

    private final Sink sink;
    private final int status;
    private final Life life;
    private final CompletableFuture<Boolean> whole = new CompletableFuture<>();
    private Optional<Flow.Subscription> flow = Optional.empty();

    Draining(Sink sink, int status, Life life) {
        this.sink = sink;
        this.status = status;
        this.life = life;
    }

    @Override
    public CompletionStage<Boolean> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        flow = Optional.of(subscription);
        try {
            life.begin(sink, status);
            subscription.request(1);
        } catch (IOException e) {
            end(e);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        if (whole.isDone()) {
            return;
        }
        try {
            life.pour(pieces, sink);
            flow.ifPresent(subscription -> subscription.request(1));
        } catch (IOException e) {
            end(e);
        }
    }

    private void end(IOException why) {
        whole.completeExceptionally(why);
        flow.ifPresent(Flow.Subscription::cancel);
    }

    @Override
    public void onError(Throwable why) {
        whole.completeExceptionally(why);
    }

    @Override
    public void onComplete() {
        whole.complete(true);
    }
}
