package dev.assay.app.mcp;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A session that heeds {@code notifications/cancelled}, of which the SDK knows nothing: the call's thread is interrupted,
 * upon which downloads and readers end as they do for any user who changes their mind, and no answer is sent.
 */
final class CancellableSession extends McpServerSession {

    private static final String CANCELLED = "notifications/cancelled";

    private final McpServerSession inner;
    private final Runnable whenClosed;
    private final Map<Object, Sinks.Empty<Void>> calls = new ConcurrentHashMap<>();

    /** @param whenClosed is run when nothing more can come or go */
    CancellableSession(McpServerSession inner, McpServerTransport transport, Runnable whenClosed) {
        // What the super class would need to answer by itself is not needed: the inner session answers.
        super(inner.getId(), Duration.ofHours(1), transport, _ -> Mono.empty(), Map.of(), Map.of());
        this.inner = inner;
        this.whenClosed = whenClosed;
    }

    @Override
    public Mono<Void> handle(McpSchema.JSONRPCMessage message) {
        if (message instanceof McpSchema.JSONRPCNotification notification
                && notification.method().equals(CANCELLED)) {
            return Mono.fromRunnable(() -> requested(notification).ifPresent(this::cancel));
        }
        if (message instanceof McpSchema.JSONRPCRequest request
                && request.method().equals(McpSchema.METHOD_TOOLS_CALL)) {
            Sinks.Empty<Void> end = Sinks.empty();
            calls.put(request.id(), end);
            return inner.handle(message).takeUntilOther(end.asMono()).doFinally(_ -> calls.remove(request.id(), end));
        }
        return inner.handle(message);
    }

    private static Optional<Object> requested(McpSchema.JSONRPCNotification notification) {
        return notification.params() instanceof Map<?, ?> params
                ? Optional.ofNullable(params.get("requestId"))
                : Optional.empty();
    }

    private void cancel(Object request) {
        Optional.ofNullable(calls.get(request)).ifPresent(Sinks.Empty::tryEmitEmpty);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return inner.closeGracefully().doFinally(_ -> ended());
    }

    @Override
    public void close() {
        inner.close();
        ended();
    }

    private void ended() {
        calls.values().forEach(Sinks.Empty::tryEmitEmpty);
        whenClosed.run();
    }
}
