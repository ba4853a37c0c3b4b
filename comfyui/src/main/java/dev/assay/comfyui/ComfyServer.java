package dev.assay.comfyui;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import dev.assay.comfyui.ask.Caller;
import dev.assay.comfyui.ask.Heard;
import dev.assay.comfyui.ask.Reply;
import dev.assay.comfyui.job.JobId;
import dev.assay.comfyui.job.JobQueue;
import dev.assay.comfyui.watch.Pace;
import dev.assay.comfyui.watch.Watch;
import dev.assay.core.json.Json;

/** A ComfyUI server: what it is, what it knows, and its queue. Nothing is connected before something is asked. */
public final class ComfyServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration NODE_PATIENCE = Duration.ofSeconds(60);
    private static final Duration LIST_PATIENCE = Duration.ofSeconds(20);

    private final Caller caller;

    /**
     * A server.
     *
     * @param address such as {@code http://127.0.0.1:8188}
     * @param log hears of each request
     * @throws IllegalArgumentException where that is no address of the web
     */
    public ComfyServer(URI address, Consumer<Heard> log) {
        this.caller = new Caller(address, log);
    }

    /** A server whose requests nobody wants to hear of. */
    public ComfyServer(URI address) {
        this(address, _ -> {});
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

    /** The server's address, without a slash at the end. */
    public String address() {
        return caller.base();
    }

    /** Asks the server what it is; gives up after three seconds. */
    public Look look() {
        return switch (caller.get("/system_stats", PATIENCE)) {
            case Reply.Told told
            when told.ok() && told.body().has("system") ->
                new Look.Running(
                        told.body().at("system").at("comfyui_version").text().orElse(""),
                        told.body().at("devices").at(0).at("name").text().orElse(""));
            case Reply.Told told
            when told.ok() -> new Look.NotThere("something answers there, but not as ComfyUI does");
            case Reply.Told told -> new Look.NotThere("HTTP " + told.status());
            case Reply.Nonsense(var _, var _) -> new Look.NotThere("it did not answer in JSON");
            case Reply.Silence(var why) -> new Look.NotThere(why);
        };
    }

    /** The definitions of all its nodes ({@code /object_info}), where it gives them. */
    public Optional<Json> objectInfo() {
        return caller.get("/object_info", NODE_PATIENCE) instanceof Reply.Told told
                        && told.ok()
                        && told.body().members().values().stream().anyMatch(node -> node.has("input"))
                ? Optional.of(told.body())
                : Optional.empty();
    }

    /** The models of a folder such as {@code loras}, as it spells them; empty where it does not list that folder. */
    public Optional<List<String>> models(String folder) {
        return names("/models/" + encoded(folder));
    }

    /** The embeddings, without extensions; empty where it does not list them. */
    public Optional<List<String>> embeddings() {
        return names("/embeddings");
    }

    private Optional<List<String>> names(String path) {
        return caller.get(path, LIST_PATIENCE) instanceof Reply.Told told
                        && told.ok()
                        && told.body() instanceof Json.Arr(var items)
                ? Optional.of(
                        items.stream().flatMap(item -> item.text().stream()).toList())
                : Optional.empty();
    }

    /**
     * Whether a file is in its input folder; empty where that cannot be told.
     *
     * @param name perhaps with a subfolder, and with its folder in brackets, as {@code LoadImage} takes it
     */
    public Optional<Boolean> hasInput(String name) {
        var type = name.endsWith(" [output]") ? "output" : name.endsWith(" [temp]") ? "temp" : "input";
        var plain = name.replaceFirst(" \\[(output|temp|input)]$", "").replace('\\', '/');
        var slash = plain.lastIndexOf('/');
        var path = "/view?filename=" + encoded(plain.substring(slash + 1)) + "&subfolder="
                + encoded(slash < 0 ? "" : plain.substring(0, slash)) + "&type=" + type;
        var status = caller.head(path, LIST_PATIENCE);
        return status.isEmpty() || (status.getAsInt() != 200 && status.getAsInt() != 404)
                ? Optional.empty()
                : Optional.of(status.getAsInt() == 200);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Its queue. */
    public JobQueue jobs() {
        return new JobQueue(caller);
    }

    /**
     * Begins to listen to what it says.
     *
     * @param nanos a count of nanoseconds that only ever grows
     * @param client how Assay calls itself
     */
    public Watch listen(JobId client, Pace pace, LongSupplier nanos) {
        return Watch.open(caller, pace, nanos, client);
    }

    @Override
    public void close() {
        caller.close();
    }
}
