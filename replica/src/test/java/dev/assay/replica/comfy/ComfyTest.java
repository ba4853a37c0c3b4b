package dev.assay.replica.comfy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.Workflows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ComfyTest {

    private static final String ID = "11111111-2222-4333-8444-555555555555";
    private static final String HANDSHAKE = """
            GET /ws?clientId=me HTTP/1.1\r
            Host: localhost\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
            \r
            """;
    private static final String CHECKPOINT = "sdxl/base.safetensors";

    @TempDir
    private Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Comfy comfy;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("models/checkpoints/sdxl"));
        Files.createFile(folder.resolve("models/checkpoints").resolve(CHECKPOINT));
        comfy = Comfy.start(folder);
    }

    @AfterEach
    void stop() {
        comfy.close();
        client.shutdownNow();
        client.close();
    }

    private Json get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(comfy.address() + path)).build();
        return Json.parse(client.send(request, BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> post(String path, Json body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(comfy.address() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body.write()))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static Json body(Json prompt) {
        return Json.object()
                .put("prompt", prompt)
                .put("prompt_id", ID)
                .put("client_id", "me")
                .build();
    }

    private Json queue(Json prompt) throws Exception {
        return Json.parse(post("/prompt", body(prompt)).body());
    }

    private String refusal(Json prompt) throws IOException, InterruptedException, MalformedJsonException {
        var response = post("/prompt", body(prompt));
        assertThat(response.statusCode()).isEqualTo(400);
        return Json.parse(response.body()).write();
    }

    private static Json with(Json prompt, String node, String input, Json value) {
        Map<String, Json> nodes = new LinkedHashMap<>(prompt.members());
        Map<String, Json> inputs =
                new LinkedHashMap<>(prompt.at(node).at("inputs").members());
        if (value.isNull()) {
            inputs.remove(input);
        } else {
            inputs.put(input, value);
        }
        nodes.put(
                node,
                Json.object()
                        .put("class_type", prompt.at(node).at("class_type"))
                        .put("inputs", new Json.Obj(inputs))
                        .build());
        return new Json.Obj(nodes);
    }

    @Test
    void runsAWorkflowAndTellsEachStep() throws Exception {
        var listener = Listener.of(client, comfy, "me");
        assertThat(queue(Workflows.textToImage(CHECKPOINT, 7)).at("prompt_id").text())
                .contains(ID);
        var events = listener.until("last");
        assertThat(events)
                .containsSubsequence(
                        "status",
                        "execution_start",
                        "execution_cached",
                        "executing",
                        "progress",
                        "executed",
                        "execution_success",
                        "last");
        assertThat(listener.previews()).isEqualTo(4);
        var image =
                get("/history/" + ID).at(ID).at("outputs").at("7").at("images").at(0);
        assertThat(image.at("filename").text()).contains("hills_00001_.png");
        var picture = Files.readAllBytes(folder.resolve("output/hills_00001_.png"));
        assertThat(new String(picture, StandardCharsets.ISO_8859_1)).contains("tEXtprompt\0{\"1\":{");
    }

    @Test
    void keepsWhatItMadeAndMakesItOnce() throws Exception {
        var listener = Listener.of(client, comfy, "me");
        queue(Workflows.textToImage(CHECKPOINT, 7));
        listener.until("last");
        queue(Workflows.textToImage(CHECKPOINT, 7));
        assertThat(listener.until("last")).contains("executed").doesNotContain("progress");
        try (var files = Files.list(folder.resolve("output"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void refusesWhatComfyRefuses() throws Exception {
        var good = Workflows.textToImage(CHECKPOINT, 7);
        assertThat(refusal(with(good, "1", "ckpt_name", Json.of("other.safetensors"))))
                .contains(
                        "value_not_in_list",
                        "\"class_type\":\"CheckpointLoaderSimple\"",
                        "\"dependent_outputs\":[\"7\"]");
        assertThat(refusal(with(good, "5", "steps", Json.none()))).contains("required_input_missing");
        assertThat(refusal(with(good, "5", "steps", Json.of(0)))).contains("value_smaller_than_min");
        assertThat(refusal(with(good, "5", "steps", Json.of("many")))).contains("invalid_input_type");
        assertThat(refusal(with(good, "5", "model", good.at("5").at("inputs").at("positive"))))
                .contains("return_type_mismatch", "CONDITIONING");
        comfy.faults().on(Fault.COMFY_MISSING_CLASS);
        assertThat(refusal(good)).contains("missing_node_type", "\"node_errors\":{}");
    }

    @Test
    void listsModelsAsItsSystemSpellsThem() throws Exception {
        var options = "/object_info/CheckpointLoaderSimple";
        assertThat(get(options).write()).contains("sdxl/base.safetensors");
        comfy.faults().on(Fault.COMFY_BACKSLASHES);
        assertThat(get(options).write()).contains("sdxl\\\\base.safetensors");
        assertThat(get("/models/checkpoints").items()).containsExactly(Json.of("sdxl\\base.safetensors"));
    }

    @Test
    void interruptsTheJobThatIsNamedUnlessItIsOld() throws Exception {
        comfy.faults().on(Fault.COMFY_NEVER_FINISHES);
        var listener = Listener.of(client, comfy, "me");
        queue(Workflows.textToImage(CHECKPOINT, 7));
        listener.until("executing");
        post("/interrupt", Json.object().put("prompt_id", Stranger.ID).build());
        assertThat(get("/queue").at("queue_running").items()).hasSize(1);
        comfy.faults().on(Fault.COMFY_OLD);
        post("/interrupt", Json.object().put("prompt_id", Stranger.ID).build());
        assertThat(listener.until("last")).contains("execution_interrupted");
        assertThat(get("/history/" + ID).at(ID).at("status").at("completed").bool())
                .contains(false);
    }

    @Test
    void forgetsItsQueueWhenItRestarts() throws Exception {
        comfy.faults().on(Fault.COMFY_RESTARTS, 1);
        // A plain connection: the JDK's WebSocket at times does not tell that its connection was cut (the socket stays
        // in CLOSE_WAIT), which is why Assay asks as well as listens.
        try (var line = new Socket(comfy.address().getHost(), comfy.address().getPort())) {
            line.setSoTimeout(20_000);
            line.getOutputStream().write(HANDSHAKE.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(upTo(line, "\"sid\"")).contains("101 Switching");
            queue(Workflows.textToImage(CHECKPOINT, 7));
            var rest = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(rest).contains("executing").doesNotContain("execution_success");
        }
        comfy.restart();
        assertThat(get("/queue").at("queue_running").items()).isEmpty();
        assertThat(get("/history/" + ID).members()).isEmpty();
    }

    private static String upTo(Socket line, String words) throws IOException {
        var heard = new StringBuilder();
        while (heard.indexOf(words) < 0) {
            int read = line.getInputStream().read();
            assertThat(read).as(heard.toString()).isNotNegative();
            heard.append((char) read);
        }
        return heard.toString();
    }
}
