package dev.assay.civitai.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

import dev.assay.civitai.Secret;
import dev.assay.civitai.ask.UserAgent;

/** Makes one request. Redirects are never followed here, since the client would take the key along (quirk 52). */
final class Wire implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final UserAgent agent;
    private final Duration stall;
    private final HttpClient client;

    Wire(UserAgent agent, Duration stall) {
        this.agent = agent;
        this.stall = stall;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
    }

    HttpResponse<InputStream> get(Wish wish, Optional<Secret> key) throws IOException, InterruptedException {
        // A compressed body would be another file than the one whose size and hash are known.
        var request = HttpRequest.newBuilder(wish.address())
                .timeout(stall)
                .version(HttpClient.Version.HTTP_1_1)
                .header("User-Agent", agent.text())
                .header("Accept", "*/*")
                .header("Accept-Encoding", "identity");
        if (wish.from() > 0) {
            request.header("Range", "bytes=" + wish.from() + "-");
            wish.ifRange().ifPresent(etag -> request.header("If-Range", etag));
        }
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.reveal()));
        return client.send(request.build(), _ -> new WatchedBody(stall));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
