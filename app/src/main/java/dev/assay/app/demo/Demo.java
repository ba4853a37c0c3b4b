package dev.assay.app.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Png;
import dev.assay.replica.sample.IncidentWorld;

/** A replica of the site with the incident in it, and a ComfyUI folder to work in. */
public final class Demo implements AutoCloseable {

    /** The image that was asked for in the incident. */
    public static final long IMAGE = IncidentWorld.IMAGE;

    private final Replica replica;

    private Demo(Replica replica) {
        this.replica = replica;
    }

    /** Starts the replica on a free port of this computer, and makes an empty ComfyUI folder. */
    public static Demo start(Path comfy) throws IOException {
        for (var folder : new String[] {"checkpoints", "loras", "vae", "embeddings"}) {
            Files.createDirectories(comfy.resolve("models").resolve(folder));
        }
        return new Demo(Replica.start(IncidentWorld.world()));
    }

    /** A small PNG with these texts in it. */
    public static byte[] picture(Map<String, String> texts) {
        return Png.landscape(8, 8, texts).toArray();
    }

    /** Where the replica answers. */
    public URI site() {
        return replica.site();
    }

    /** A key that the replica knows. */
    public String key() {
        return IncidentWorld.KEY;
    }

    /** Asks as the incident did: by a parameter that the site does not know, believing the first item. */
    public String wrongAnswer() throws IOException, InterruptedException {
        var question = replica.site().resolve("/api/v1/images?ids=" + IMAGE + "&limit=1&withMeta=true");
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(question)
                    .header("User-Agent", "somebody/1.0")
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    @Override
    public void close() {
        replica.close();
    }
}
