package dev.assay.civitai.download;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import dev.assay.civitai.Secret;
import dev.assay.civitai.Site;
import dev.assay.civitai.ask.NetworkTrouble;
import dev.assay.civitai.ask.RequestLog;
import dev.assay.civitai.ask.Time;
import dev.assay.civitai.ask.UserAgent;
import dev.assay.wire.Request;
import dev.assay.wire.Response;
import dev.assay.wire.Wire;

/**
 * Follows a download from the site to its storage, by hand: the key goes to the site's own origin only, and never again
 * once it was left; the storage refuses whoever brings one along (quirk 52).
 */
final class Hops {

    private static final int MOST = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Site site;
    private final Wire wire;
    private final UserAgent agent;
    private final Time time;
    private final RequestLog log;

    Hops(Site site, Wire wire, UserAgent agent, Time time, RequestLog log) {
        this.agent = agent;
        this.site = site;
        this.wire = wire;
        this.time = time;
        this.log = log;
    }

    /** Where it ended. */
    sealed interface Arrival {

        /** At an answer that is no redirect. */
        record Reached(Response response) implements Arrival {}

        /** Before any. */
        record Ended(OpenedFile end) implements Arrival {}
    }

    Arrival follow(URI first, Wish wish) throws InterruptedException {
        var address = first;
        var key = site.key();
        try {
            for (int hop = 0; hop <= MOST; hop++) {
                if (!site.permits(address)) {
                    return misled("It leads to " + place(address) + ", where Assay does not follow.");
                }
                key = site.mayCarryKey(address) ? key : Optional.empty();
                var response = ask(address, wish, key);
                if (!REDIRECTS.contains(response.status())) {
                    return new Arrival.Reached(response);
                }
                var next = next(response);
                if (next.isEmpty()) {
                    return misled("It is redirected to nowhere.");
                }
                if (isLogin(next.get())) {
                    return new Arrival.Ended(Refusals.login(site));
                }
                address = next.get();
            }
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return new Arrival.Ended(
                    new OpenedFile.Transient(place(address) + ": " + NetworkTrouble.words(e), Optional.empty()));
        }
        return misled("It is redirected more than " + MOST + " times.");
    }

    private Response ask(URI address, Wish wish, Optional<Secret> key) throws IOException {
        var start = time.nanos();
        var status = 0;
        try {
            var response = wire.get(request(address, wish, key));
            status = response.status();
            return response;
        } finally {
            var took = Duration.ofNanos(time.nanos() - start).toMillis();
            var none = OptionalLong.empty();
            log.told(new RequestLog.Line("GET", shown(address), none, none, status, took, ""));
        }
    }

    private Request request(URI address, Wish wish, Optional<Secret> key) {
        // A compressed body would be another file than the one whose size and hash are known.
        var request = Request.get(address)
                .with("User-Agent", agent.text())
                .with("Accept", "*/*")
                .with("Accept-Encoding", "identity");
        if (wish.range().isPresent()) {
            request = request.with("Range", wish.range().get());
            request = wish.ifRange().isPresent()
                    ? request.with("If-Range", wish.ifRange().get())
                    : request;
        }
        return key.isPresent()
                ? request.with("Authorization", "Bearer " + key.get().reveal())
                : request;
    }

    private Optional<URI> next(Response response) {
        response.body().close();
        try {
            return response.headers()
                    .firstValue("Location")
                    .map(target -> site.map(response.address().resolve(target)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private boolean isLogin(URI next) {
        return site.isOwn(next)
                && next.getPath() != null
                && (next.getPath().equals("/login") || next.getPath().startsWith("/login/"));
    }

    private static Arrival misled(String message) {
        return new Arrival.Ended(new OpenedFile.Refused(OpenedFile.Reason.MISLED, message));
    }

    /** Queries of other hosts are signatures. */
    private String shown(URI address) {
        var query = site.mayCarryKey(address) && address.getRawQuery() != null ? "?" + address.getRawQuery() : "";
        return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath() + query;
    }

    private static String place(URI address) {
        return address.getScheme() + "://" + address.getHost();
    }
}
