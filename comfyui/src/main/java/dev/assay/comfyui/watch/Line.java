package dev.assay.comfyui.watch;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** One WebSocket: what it says comes into a queue; pictures of unfinished work are passed over. */
final class Line implements WebSocket.Listener {

    private static final int MOST_MESSAGES = 10_000;
    private static final int LONGEST = 16 << 20;

    private final BlockingQueue<Json> messages = new LinkedBlockingQueue<>(MOST_MESSAGES);
    private final StringBuilder text = new StringBuilder();
    private volatile boolean open = true;

    boolean isOpen() {
        return open;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        if (text.length() + part.length() > LONGEST) {
            end();
            socket.abort();
            return null;
        }
        text.append(part);
        if (last) {
            take(text.toString());
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    private void take(String message) {
        try {
            // Where nobody keeps up, messages are lost: they only tell what a question would tell as well.
            messages.offer(Json.parse(message));
        } catch (MalformedJsonException _) {
            // Some extensions send texts of their own.
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end();
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        end();
    }

    private void end() {
        open = false;
        messages.offer(Json.none());
    }

    /** The next message; empty where none comes in time, or where there will be none. */
    Optional<Json> next(Duration wait) throws InterruptedException {
        return Optional.ofNullable(messages.poll(wait.toNanos(), TimeUnit.NANOSECONDS))
                .filter(message -> !message.isNull());
    }
}
