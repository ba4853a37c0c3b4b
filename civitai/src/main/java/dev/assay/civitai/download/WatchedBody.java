package dev.assay.civitai.download;

import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Hands a body on as a stream that ends when nothing comes any more; the client's own waits for ever. */
final class WatchedBody implements BodySubscriber<InputStream> {

    private final WatchedStream stream;
    private final CompletableFuture<InputStream> body;

    WatchedBody(Duration stall) {
        this.stream = new WatchedStream(stall);
        this.body = CompletableFuture.completedFuture(stream);
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        stream.begin(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        stream.offer(new WatchedStream.Piece.Some(List.copyOf(buffers)));
    }

    @Override
    public void onError(Throwable failure) {
        stream.offer(new WatchedStream.Piece.Broken(failure));
    }

    @Override
    public void onComplete() {
        stream.offer(new WatchedStream.Piece.End());
    }
}
