package dev.assay.civitai.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import dev.assay.civitai.Secret;
import dev.assay.civitai.Site;
import dev.assay.civitai.ask.RequestLog;
import dev.assay.civitai.ask.Time;

/**
 * Follows a download from the site to its storage, by hand: the key goes to the site's own origin only, and never again
 * once it was left; the storage refuses whoever brings one along (quirk 52).
 */
final class Hops implements AutoCloseable {

    private static final int MOST = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Site site;
    private final Wire wire;
    private final Time time;
    private final RequestLog log;

    Hops(Site site, Wire wire, Time time, RequestLog log) {
        this.site = site;
        this.wire = wire;
        this.time = time;
        this.log = log;
    }

    /** Where it ended. */
    sealed interface Arrival {

        /** At an answer that is no redirect. */
        record Reached(HttpResponse<InputStream> response) implements Arrival {}

        /** Before any. */
        record Ended(OpenedFile end) implements Arrival {}
    }

    Arrival follow(Wish first) throws InterruptedException {
        var wish = first;
        var key = site.key();
        try {
            for (int hop = 0; hop <= MOST; hop++) {
                if (!site.permits(wish.address())) {
                    return misled("It leads to " + place(wish.address()) + ", where Assay does not follow.");
                }
                key = site.mayCarryKey(wish.address()) ? key : Optional.empty();
                var response = ask(wish, key);
                if (!REDIRECTS.contains(response.statusCode())) {
                    return new Arrival.Reached(response);
                }
                var next = next(response);
                if (next.isEmpty()) {
                    return misled("It is redirected to nowhere.");
                }
                if (isLogin(next.get())) {
                    return new Arrival.Ended(Refusals.login(site));
                }
                wish = wish.at(next.get());
            }
        } catch (IOException _) {
            // The client's own words may quote addresses with their signatures.
            return new Arrival.Ended(new OpenedFile.Transient(
                    "The connection to " + place(wish.address()) + " failed.", Optional.empty()));
        }
        return misled("It is redirected more than " + MOST + " times.");
    }

    private HttpResponse<InputStream> ask(Wish wish, Optional<Secret> key) throws IOException, InterruptedException {
        var start = time.nanos();
        var status = 0;
        try {
            var response = wire.get(wish, key);
            status = response.statusCode();
            return response;
        } finally {
            var took = Duration.ofNanos(time.nanos() - start).toMillis();
            var none = OptionalLong.empty();
            log.told(new RequestLog.Line("GET", shown(wish.address()), none, none, status, took, ""));
        }
    }

    private Optional<URI> next(HttpResponse<InputStream> response) throws IOException {
        response.body().close();
        try {
            return response.headers()
                    .firstValue("Location")
                    .map(target -> site.map(response.uri().resolve(target)));
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

    @Override
    public void close() {
        wire.close();
    }
}
