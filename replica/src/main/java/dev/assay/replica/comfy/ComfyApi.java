package dev.assay.replica.comfy;

import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Answering;
import dev.assay.replica.wire.Request;

/** ComfyUI's API, with and without {@code /api} before it. */
final class ComfyApi implements Answering {

    private static final String VERSION = "0.24.0";

    private final PromptQueue queue;
    private final ObjectInfo info;
    private final ComfyFolder folder;
    private final Faults faults;
    private final PromptEndpoint prompts;
    private final ViewEndpoint views;

    ComfyApi(PromptQueue queue, ObjectInfo info, ComfyFolder folder, Faults faults) {
        this.queue = queue;
        this.info = info;
        this.folder = folder;
        this.faults = faults;
        this.prompts = new PromptEndpoint(queue, info, faults);
        this.views = new ViewEndpoint(folder, faults);
    }

    @Override
    public Answer answer(Request request) {
        if (faults.strikes(Fault.COMFY_HTML, request.path())) {
            return Answer.html(200, "<html><body>Sign in to your workspace</body></html>");
        }
        if (faults.strikes(Fault.COMFY_ERROR_500, request.path())) {
            return Answer.text(500, "500 Internal Server Error");
        }
        var path = request.path().startsWith("/api/") ? request.path().substring(4) : request.path();
        return request.method().equals("POST") ? post(path, body(request)) : get(path, request);
    }

    /** A job starts when its client knows of it, so that what happens in it finds the client at its post. */
    @Override
    public void answered(Request request) {
        queue.release();
    }

    private static Json body(Request request) {
        try {
            return Json.parse(request.body());
        } catch (MalformedJsonException _) {
            return Json.none();
        }
    }

    private Answer get(String path, Request request) {
        return switch (path) {
            case "/system_stats" -> Answer.json(200, stats());
            case "/object_info" -> Answer.json(200, info.all());
            case "/prompt" -> Answer.json(200, Engine.status(queue.remaining()));
            case "/queue" -> Answer.json(200, queue.json());
            case "/history" -> Answer.json(200, queue.history());
            case "/view" -> views.answer(request);
            case "/embeddings" ->
                Answer.json(
                        200,
                        list(info.listed("embeddings").stream()
                                .map(ComfyApi::stem)
                                .toList()));
            case "/ws" ->
                faults.active().contains(Fault.COMFY_NO_WEBSOCKET)
                        ? Answer.text(403, "403: Forbidden")
                        : Answer.text(101, "");
            default -> below(path);
        };
    }

    private Answer below(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/object_info/")) {
            var one = Json.object();
            info.find(name).ifPresent(node -> one.put(name, node));
            return Answer.json(200, one.build());
        }
        if (path.startsWith("/history/")) {
            return Answer.json(200, history(name));
        }
        if (path.startsWith("/models/")
                && folder.hasKind(name)
                && !faults.active().contains(Fault.COMFY_OLD)) {
            return Answer.json(200, list(info.listed(name)));
        }
        return Answer.text(404, "404: Not Found");
    }

    private static String stem(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static Json list(List<String> names) {
        return Json.of(names.stream().map(Json::of).toList());
    }

    private static Json stats() {
        var system =
                Json.object().put("os", "posix").put("comfyui_version", VERSION).build();
        var device = Json.object()
                .put("name", "cpu")
                .put("type", "cpu")
                .put("index", 0)
                .build();
        return Json.object()
                .put("system", system)
                .put("devices", List.of(device))
                .build();
    }

    private Json history(String id) {
        var answer = Json.object();
        if (faults.strikes(Fault.COMFY_FOREIGN_HISTORY, "/history/" + id)) {
            return answer.put(Stranger.ID, strangersEntry()).build();
        }
        if (queue.history(id).isPresent() && faults.strikes(Fault.COMFY_LYING_HISTORY, "/history/" + id)) {
            return answer.put(id, strangersEntry()).build();
        }
        queue.history(id).ifPresent(entry -> answer.put(id, entry));
        return answer.build();
    }

    private Json strangersEntry() {
        var images = Json.object()
                .put("images", List.of(views.strangersPicture().json()))
                .build();
        return Json.object()
                .put("prompt", Stranger.job().json())
                .put("outputs", Json.object().put("3", images).build())
                .put(
                        "status",
                        Json.object()
                                .put("status_str", "success")
                                .put("completed", true)
                                .build())
                .build();
    }

    private Answer post(String path, Json body) {
        return switch (path) {
            case "/prompt" -> prompts.answer(body);
            case "/queue" -> {
                body.at("delete").items().forEach(id -> id.text().ifPresent(queue::delete));
                yield Answer.text(200, "");
            }
            case "/interrupt" -> {
                var old = faults.active().contains(Fault.COMFY_OLD);
                queue.interrupt(old ? Optional.empty() : body.at("prompt_id").text());
                yield Answer.text(200, "");
            }
            default -> Answer.text(405, "405: Method Not Allowed");
        };
    }
}
