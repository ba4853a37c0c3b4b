package dev.assay.app.serve.http;

import java.util.Optional;
import java.util.Set;

import com.sun.net.httpserver.Headers;
import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;

/**
 * Decides who is heard. A page of somebody else's that is open in the same browser can send requests here too, under a
 * name of its own that was made to lead here (DNS rebinding): then it shows in {@code Host} or {@code Origin}.
 */
final class Guard {

    /** The only path of the interface that is open to whoever has no secret yet. */
    static final String EXCHANGE = "/api/session";

    private final Set<String> hosts;
    private final Session session;

    Guard(int port, Session session) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        this.session = session;
    }

    /** Why the request is not heard; empty where it is. */
    Optional<Answer> refusal(Headers headers, String path) {
        var host = Optional.ofNullable(headers.getFirst("Host")).orElse("");
        if (!hosts.contains(host)) {
            return refused("The request is meant for another host.");
        }
        var origin = Optional.ofNullable(headers.getFirst("Origin"));
        if (origin.filter(from -> !from.equals("http://" + host)).isPresent()) {
            return refused("The request comes from another page.");
        }
        if (!path.startsWith("/api/")) {
            return Optional.empty();
        }
        var site = Optional.ofNullable(headers.getFirst("Sec-Fetch-Site"));
        if (site.filter(from -> !Set.of("same-origin", "none").contains(from)).isPresent()) {
            return refused("The request comes from another page.");
        }
        var shown = Optional.ofNullable(headers.getFirst("Authorization")).orElse("");
        return path.equals(EXCHANGE) || session.isShown(shown) ? Optional.empty() : Optional.of(unknown());
    }

    private static Optional<Answer> refused(String what) {
        return Optional.of(Answer.failed(
                403,
                new Problem(
                        ExitCode.NO_ACCESS,
                        "request",
                        what,
                        "It was not heard: only Assay's own page may ask.",
                        "Open the address that assay serve prints.")));
    }

    private static Answer unknown() {
        return Answer.failed(
                401,
                new Problem(
                        ExitCode.NO_ACCESS,
                        "request",
                        "It does not carry the secret of this start of assay serve.",
                        "It was not heard.",
                        "Open the address that assay serve prints; each start has another one."));
    }
}
