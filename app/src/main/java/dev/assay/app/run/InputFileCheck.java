package dev.assay.app.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.comfyui.ComfyServer;
import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Node;

/** Whether a server has the pictures, sounds and films that a graph starts from. */
final class InputFileCheck {

    private static final List<String> UPLOADS =
            List.of("image_upload", "animated_image_upload", "video_upload", "audio_upload", "file_upload");

    private final ComfyServer server;
    private final Json objectInfo;

    InputFileCheck(ComfyServer server, Json objectInfo) {
        this.server = server;
        this.objectInfo = objectInfo;
    }

    List<Problem> check(Graph graph) {
        return graph.nodes().stream().flatMap(this::check).distinct().toList();
    }

    private Stream<Problem> check(Node node) {
        var input = objectInfo.at(node.type()).at("input");
        return Stream.of("required", "optional")
                .flatMap(section -> input.at(section).members().entrySet().stream())
                .filter(known -> UPLOADS.stream()
                        .anyMatch(flag -> known.getValue().at(1).at(flag).bool().orElse(false)))
                .flatMap(known -> missing(node, known.getKey()).stream());
    }

    private Optional<Problem> missing(Node node, String input) {
        return node.literal(input)
                .text()
                .filter(name -> server.hasInput(name).filter(there -> !there).isPresent())
                .map(name -> new Problem(
                        ExitCode.INGREDIENT,
                        "input file \"" + name + "\"",
                        "The server does not have it; node " + node.id() + " (" + node.type() + ", " + input
                                + ") starts from it.",
                        "Nothing was queued.",
                        "Put it into the folder \"input\" of ComfyUI, or upload it there, and run it again."));
    }
}
