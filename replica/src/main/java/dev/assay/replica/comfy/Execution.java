package dev.assay.replica.comfy;

import java.util.ArrayList;
import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;
import dev.assay.replica.fault.Fault;

/** One job, from its start to its entry in the history. */
final class Execution {

    /** How a node ended. */
    private enum End {
        WELL,
        FAILED,
        INTERRUPTED
    }

    private final QueueItem item;
    private final Engine engine;
    private final Lineage lineage;
    private final List<Json> messages = new ArrayList<>();
    private final List<Json> executed = new ArrayList<>();
    private final JsonObjectBuilder outputs = Json.object();

    Execution(QueueItem item, Engine engine) {
        this.item = item;
        this.engine = engine;
        this.lineage = new Lineage(item.prompt());
    }

    Json run() throws InterruptedException {
        keep("execution_start", Json.object());
        var order = lineage.order(item.outputs());
        var cached = order.stream()
                .filter(node -> engine.cache().containsKey(lineage.key(node)))
                .toList();
        keep(
                "execution_cached",
                Json.object().put("nodes", cached.stream().map(Json::of).toList()));
        var end = End.WELL;
        for (var node : order) {
            end = cached.contains(node) ? reuse(node) : node(node);
            if (end != End.WELL) {
                break;
            }
            executed.add(Json.of(node));
        }
        if (end == End.WELL && !isOld()) {
            keep("execution_success", Json.object());
        }
        return entry(end);
    }

    private boolean isOld() {
        return engine.faults().active().contains(Fault.COMFY_OLD);
    }

    private Json entry(End end) {
        var status = Json.object()
                .put("status_str", end == End.WELL ? "success" : "error")
                .put("completed", end == End.WELL)
                .put("messages", messages)
                .build();
        return Json.object()
                .put("prompt", item.json())
                .put("outputs", outputs.build())
                .put("status", status)
                .build();
    }

    private End reuse(String node) {
        if (item.outputs().contains(node)) {
            put(node, engine.cache().getOrDefault(lineage.key(node), List.of()));
        }
        return End.WELL;
    }

    private End node(String node) throws InterruptedException {
        send("executing", Json.object().put("node", node).put("display_node", node));
        var inputs = item.prompt().at(node).at("inputs");
        var end = isSampler(node)
                ? sample(node, Math.clamp(inputs.at("steps").integer().orElse(4L), 1, 1000))
                : End.WELL;
        if (end == End.WELL) {
            engine.cache().put(lineage.key(node), List.of());
            if (item.outputs().contains(node)) {
                save(node, inputs);
            }
        }
        return end;
    }

    private boolean isSampler(String node) {
        return item.prompt().at(node).at("class_type").text().orElse("").matches("KSampler.*|SamplerCustom.*");
    }

    private End sample(String node, int steps) throws InterruptedException {
        var fate = firstStep(node);
        for (int step = 1; step <= steps && fate == End.WELL; step++) {
            pause();
            if (engine.queue().isInterrupted()) {
                return interrupted(node);
            }
            send("progress", Json.object().put("value", step).put("max", steps).put("node", node));
            item.client().ifPresent(client -> engine.sockets().send(client, Preview.frame()));
        }
        return fate;
    }

    private End firstStep(String node) throws InterruptedException {
        var faults = engine.faults();
        if (faults.strikes(Fault.COMFY_FOREIGN_MESSAGES, "")) {
            item.client().ifPresent(client -> Interference.send(engine.sockets(), client));
        }
        if (faults.strikes(Fault.COMFY_WEBSOCKET_DROPS, "")) {
            engine.sockets().drop();
        }
        if (faults.strikes(Fault.COMFY_RESTARTS, "")) {
            engine.fate().restart();
            throw new InterruptedException("restarted");
        }
        if (faults.strikes(Fault.COMFY_DIES, "")) {
            engine.fate().die();
            throw new InterruptedException("dead");
        }
        if (faults.strikes(Fault.COMFY_INTERRUPTED_BY_OTHERS, "")) {
            return interrupted(node);
        }
        if (faults.strikes(Fault.COMFY_NEVER_FINISHES, "")) {
            while (!engine.queue().isInterrupted()) {
                Thread.sleep(5);
            }
            return interrupted(node);
        }
        return faults.strikes(Fault.COMFY_EXECUTION_ERROR, "") ? failed(node) : End.WELL;
    }

    private void pause() throws InterruptedException {
        var slow = engine.faults().strike(Fault.COMFY_SLOW, "");
        if (slow.isPresent()) {
            Thread.sleep(slow.get().valueOr(50));
        }
    }

    private End interrupted(String node) {
        keep("execution_interrupted", about(node));
        return End.INTERRUPTED;
    }

    private End failed(String node) {
        keep(
                "execution_error",
                about(node)
                        .put(
                                "exception_message",
                                "Allocation on device 0 would exceed allowed memory. (out of memory)\n")
                        .put("exception_type", "torch.OutOfMemoryError")
                        .put("traceback", List.of(Json.of("  File \"execution.py\", line 515, in execute\n"))));
        return End.FAILED;
    }

    private JsonObjectBuilder about(String node) {
        return Json.object()
                .put("node_id", node)
                .put("node_type", item.prompt().at(node).at("class_type"))
                .put("executed", executed);
    }

    private void save(String node, Json inputs) {
        var type = item.prompt().at(node).at("class_type").text().orElse("").contains("Preview") ? "temp" : "output";
        var prefix = inputs.at("filename_prefix").text().orElse("ComfyUI");
        var metadata = !engine.faults().active().contains(Fault.COMFY_NO_METADATA);
        var names = Painter.paint(item, lineage, node, metadata).stream()
                .map(picture -> engine.folder().save(type, prefix, picture))
                .toList();
        engine.cache().put(lineage.key(node), names);
        put(node, names);
    }

    private void put(String node, List<OutputName> names) {
        var told = engine.faults().active().contains(Fault.COMFY_EVIL_NAMES) ? Interference.evilNames() : names;
        var output = Json.object()
                .put("images", told.stream().map(OutputName::json).toList())
                .build();
        outputs.put(node, output);
        send(
                "executed",
                Json.object().put("node", node).put("display_node", node).put("output", output));
    }

    /** Sends a message that the history keeps as well. */
    private void keep(String event, JsonObjectBuilder data) {
        data.put("prompt_id", item.id());
        var message = data.build();
        messages.add(Json.of(List.of(Json.of(event), message)));
        item.client().ifPresent(client -> engine.sockets().send(client, event, message));
    }

    private void send(String event, JsonObjectBuilder data) {
        data.put("prompt_id", item.id());
        item.client().ifPresent(client -> engine.sockets().send(client, event, data.build()));
    }
}
