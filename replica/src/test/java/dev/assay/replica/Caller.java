package dev.assay.replica;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.sample.IncidentWorld;

/** Asks a replica things, as an honest client would. */
final class Caller implements AutoCloseable {

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Replica replica;

    Caller(Replica replica) {
        this.replica = replica;
    }

    HttpResponse<String> get(String target, String... headers) throws IOException, InterruptedException {
        return client.send(request(replica.site().resolve(target), headers).build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(URI uri, String... headers) throws IOException, InterruptedException {
        return client.send(request(uri, headers).build(), BodyHandlers.ofByteArray());
    }

    InputStream stream(URI uri) throws IOException, InterruptedException {
        return client.send(request(uri).build(), BodyHandlers.ofInputStream()).body();
    }

    HttpResponse<String> post(String target, String body) throws IOException, InterruptedException {
        var request = request(replica.site().resolve(target)).POST(HttpRequest.BodyPublishers.ofString(body));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    Json json(String target, String... headers) throws IOException, InterruptedException, MalformedJsonException {
        return Json.parse(get(target, headers).body());
    }

    HttpResponse<String> trpc(String procedure, long id) throws IOException, InterruptedException {
        return trpc(procedure, "{\"json\":{\"id\":" + id + "}}");
    }

    HttpResponse<String> trpc(String procedure, String input) throws IOException, InterruptedException {
        var target = "/api/trpc/" + procedure + "?input=" + URLEncoder.encode(input, StandardCharsets.UTF_8);
        return get(target, "Authorization", "Bearer " + IncidentWorld.KEY);
    }

    /** The payload of a procedure that takes an id. */
    Json payload(String procedure, long id) throws IOException, InterruptedException, MalformedJsonException {
        return Json.parse(trpc(procedure, id).body()).at("result").at("data").at("json");
    }

    /** The signed URL that a download is sent to. */
    URI signed(String target) throws IOException, InterruptedException {
        return URI.create(get(target).headers().firstValue("Location").orElseThrow());
    }

    private static HttpRequest.Builder request(URI uri, String... headers) {
        var request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).header("User-Agent", "ReplicaTest/1");
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
