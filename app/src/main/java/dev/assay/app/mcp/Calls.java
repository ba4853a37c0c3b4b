package dev.assay.app.mcp;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

import dev.assay.models.progress.Progress;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;

/** Answers calls of tools by running commands. */
final class Calls {

    private final Commands commands;

    /** One at a time of those that write: locks of files hold between programs, and not inside one. */
    private final ReentrantLock writing = new ReentrantLock(true);

    Calls(Commands commands) {
        this.commands = commands;
    }

    CallToolResult answer(Tool tool, McpSyncServerExchange exchange, CallToolRequest request) {
        var given = Objects.requireNonNullElse(request.arguments(), Map.<String, Object>of());
        return switch (Invocation.of(tool, given)) {
            case Invocation.Refused(var why) -> Results.refused(tool, why);
            case Invocation.Line line -> Results.of(run(tool, line, progress(exchange, request)));
        };
    }

    private Commands.Printed run(Tool tool, Invocation.Line line, Progress progress) {
        if (tool.effect().runsBeside()) {
            return run(line, progress);
        }
        try {
            writing.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("cancelled before it began", e);
        }
        try {
            return run(line, progress);
        } finally {
            writing.unlock();
        }
    }

    private Commands.Printed run(Invocation.Line line, Progress progress) {
        return commands.run(
                line.arguments(), new ByteArrayInputStream(line.input().getBytes(StandardCharsets.UTF_8)), progress);
    }

    /** Only whoever gave a token wants to hear of it. */
    private static Progress progress(McpSyncServerExchange exchange, CallToolRequest request) {
        var meta = Objects.requireNonNullElse(request.meta(), Map.<String, Object>of());
        var token = meta.get("progressToken");
        return token == null
                ? Progress.silent()
                : new CallProgress(
                        (done, message) -> exchange.progressNotification(ProgressNotification.builder(token, done)
                                .message(message)
                                .build()),
                        System::nanoTime);
    }
}
