package dev.assay.civitai.ask;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

import dev.assay.civitai.Site;
import dev.assay.core.json.Json;

/** Fetches small files from the media host: with the same manners as questions, but never with the key. */
public final class FileAsker {

    private static final Duration IN_ALL = Duration.ofMinutes(10);

    private final Site site;
    private final Http http;
    private final RequestLog log;

    public FileAsker(Site site, Http http, RequestLog log) {
        this.site = site;
        this.http = http;
        this.log = log;
    }

    /**
     * Fetches into an existing file.
     *
     * @param most bytes that may come
     */
    public FileReply fetch(URI address, Path into, long most) {
        try (var sink = new FileSink(into, most)) {
            return http.patience()
                    .persist(
                            IN_ALL,
                            budget -> attempt(address, sink, budget),
                            why -> new FileReply.Silent(Answer.Kind.BUSY, why));
        } catch (IOException e) {
            return new FileReply.NotKept("The file cannot be written: " + e.getMessage());
        }
    }

    private Attempt<FileReply> attempt(URI address, FileSink sink, Budget budget) {
        var start = http.time().nanos();
        var reply = http.get(Errand.file(site, address), sink, budget);
        var status = reply instanceof Reply.Arrived arrived ? arrived.status() : 0;
        var took = Duration.ofNanos(http.time().nanos() - start).toMillis();
        log.told(new RequestLog.Line(
                "GET", Scrub.address(address), OptionalLong.empty(), OptionalLong.empty(), status, took, ""));
        return switch (reply) {
            case Reply.Arrived arrived -> arrived(arrived, sink);
            case Reply.Broken(var message) ->
                new Attempt.Passing<>(
                        new FileReply.Silent(Answer.Kind.UNREACHABLE, message), Optional.empty(), Patience.ATTEMPTS);
            case Reply.Refused(var message) ->
                new Attempt.Settled<>(new FileReply.Silent(Answer.Kind.NOT_AN_ANSWER, message));
            case Reply.NotKept(var message) -> new Attempt.Settled<>(new FileReply.NotKept(message));
        };
    }

    private Attempt<FileReply> arrived(Reply.Arrived reply, FileSink sink) {
        var status = reply.status();
        if (status == 200) {
            return new Attempt.Settled<>(
                    new FileReply.Whole(Content.type(reply.headers()), sink.bytes(), sink.digest()));
        }
        if (Judge.isPassing(status, Json.none()) || status == 500) {
            return new Attempt.Passing<>(
                    new FileReply.Silent(Answer.Kind.BUSY, "It answered with status " + status + "."),
                    RetryAfter.of(reply.headers(), http.time().now()),
                    Patience.ATTEMPTS);
        }
        return new Attempt.Settled<>(new FileReply.Denied(status));
    }
}
