package dev.assay.comfyui;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/** A ComfyUI server, as far as Assay asks it anything: what it is, and which nodes it knows. */
public final class ComfyServer {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration NODE_PATIENCE = Duration.ofSeconds(30);

    private final URI address;

    /**
     * @param address such as {@code http://127.0.0.1:8188}
     */
    public ComfyServer(URI address) {
        this.address = address;
    }

    /** What a look at the server showed. */
    public sealed interface Look {

        /**
         * It runs.
         *
         * @param version of ComfyUI; empty where an old server does not say
         * @param device its first device, such as the graphics card's name; may be empty
         */
        record Running(String version, String device) implements Look {}

        /** Nothing that is a ComfyUI answers there. */
        record NotThere(String why) implements Look {}
    }

    /** Asks the server what it is; gives up after three seconds. */
    public Look look() {
        return switch (get("/system_stats", PATIENCE)) {
            case Reply.Said(var json)
            when json.has("system") ->
                new Look.Running(
                        json.at("system").at("comfyui_version").text().orElse(""),
                        json.at("devices").at(0).at("name").text().orElse(""));
            case Reply.Said _ -> new Look.NotThere("something answers there, but not as ComfyUI does");
            case Reply.Nothing(var why) -> new Look.NotThere(why);
        };
    }

    /** The definitions of all its nodes ({@code /object_info}), where it gives them. */
    public Optional<Json> objectInfo() {
        return switch (get("/object_info", NODE_PATIENCE)) {
            case Reply.Said(var json) when json.has("KSampler") -> Optional.of(json);
            case Reply.Said _, Reply.Nothing _ -> Optional.empty();
        };
    }

    private sealed interface Reply {
        record Said(Json json) implements Reply {}

        record Nothing(String why) implements Reply {}
    }

    private Reply get(String path, Duration patience) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(address.resolve(path))
                    .timeout(patience)
                    .build();
            var response = client.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), 64L << 20));
            if (response.statusCode() != 200) {
                return new Reply.Nothing("HTTP " + response.statusCode());
            }
            return new Reply.Said(Json.parse(response.body()));
        } catch (IllegalArgumentException e) {
            return new Reply.Nothing("\"" + address + "\" is no web address");
        } catch (MalformedJsonException e) {
            return new Reply.Nothing("it did not answer in JSON");
        } catch (IOException e) {
            return new Reply.Nothing("no connection");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Nothing("interrupted");
        }
    }
}
