package dev.assay.app.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.assay.app.config.BadConfigException;
import dev.assay.app.config.Environment;
import dev.assay.app.config.Settings;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.Replica;
import dev.assay.replica.comfy.Comfy;
import dev.assay.replica.world.World;

/** A user's desk: a replica of the site, an empty ComfyUI that runs, and the page open on it. */
final class Desk implements AutoCloseable {

    private final Path folder;
    private final Replica replica;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Comfy engine;
    private final Map<String, String> more;
    private PageServer page;

    private Desk(Path folder, Replica replica, Comfy engine, Map<String, String> more) {
        this.more = more;
        this.folder = folder;
        this.replica = replica;
        this.engine = engine;
        this.page = opened();
    }

    static Desk in(Path folder, World world) throws IOException {
        return in(folder, world, Map.of());
    }

    /**
     * A desk.
     *
     * @param more of the user's environment, such as a key
     */
    static Desk in(Path folder, World world, Map<String, String> more) throws IOException {
        for (var kind : List.of("checkpoints", "loras", "vae", "embeddings")) {
            Files.createDirectories(folder.resolve("ComfyUI/models").resolve(kind));
        }
        return new Desk(folder, Replica.start(world), Comfy.start(folder.resolve("ComfyUI")), more);
    }

    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        variables.put("ASSAY_HOME", folder.resolve("home").toString());
        variables.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        variables.put("COMFYUI_ROOT", comfy().toString());
        variables.put("ASSAY_CIVITAI_URL", replica.site().toString());
        variables.put("COMFYUI_URL", engine.address().toString());
        variables.putAll(more);
        return variables;
    }

    private PageServer opened() {
        try {
            var settings = Settings.collect(Map.of(), new Environment(variables(), folder, folder));
            if (PageServer.open(settings, 0) instanceof PageServer.Opening.Open(var server)) {
                return server;
            }
            throw new AssertionError("the page cannot be opened");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadConfigException e) {
            throw new AssertionError(e);
        }
    }

    Replica replica() {
        return replica;
    }

    /** The ComfyUI that runs what is made. */
    Comfy engine() {
        return engine;
    }

    Path comfy() {
        return folder.resolve("ComfyUI");
    }

    PageServer page() {
        return page;
    }

    /** Ends the page, which then leaves the data to another. */
    void closePage() {
        try {
            page.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void reopenPage() {
        closePage();
        page = opened();
    }

    String secret() {
        return page.address().replaceFirst(".*secret=", "");
    }

    Json get(String path) {
        return json(send(request(path).GET()));
    }

    Json post(String path, Json body) {
        return json(send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.write()))));
    }

    /** Waits until a job is over, as its listeners do. */
    Json over(String job) {
        send(request("/api/jobs/" + job + "/events").GET());
        return get("/api/jobs/" + job);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page.port() + path))
                .header("Authorization", "Bearer " + secret());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Json json(HttpResponse<String> answer) {
        try {
            return Json.parse(answer.body());
        } catch (MalformedJsonException e) {
            throw new AssertionError("no JSON: " + answer.body(), e);
        }
    }

    @Override
    public void close() {
        closePage();
        client.close();
        engine.close();
        replica.close();
    }
}
