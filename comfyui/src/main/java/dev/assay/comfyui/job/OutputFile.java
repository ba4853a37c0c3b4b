package dev.assay.comfyui.job;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import dev.assay.core.json.Json;

/**
 * A file that a job put out, as the server names it; names from outside are hostile until checked.
 *
 * @param node the node that saved it
 * @param kind under which word the node lists it, such as {@code images} or {@code gifs}
 * @param subfolder of the server's folder; may be empty
 * @param type which of its folders: {@code output}, or {@code temp} for previews
 */
public record OutputFile(String node, String kind, String filename, String subfolder, String type) {

    private static final int MOST = 10_000;

    /** Whether it is meant to stay, unlike a preview. */
    public boolean isSaved() {
        return type.equals("output");
    }

    /** Where the server gives it. */
    String path() {
        return "/view?filename=" + encoded(filename) + "&subfolder=" + encoded(subfolder) + "&type=" + encoded(type);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** All files in the {@code outputs} of a history entry; nodes also put out texts and numbers, which are none. */
    static List<OutputFile> in(Json outputs) {
        return outputs.members().entrySet().stream()
                .flatMap(node -> in(node.getKey(), node.getValue()))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Stream<OutputFile> in(String node, Json output) {
        return output.members().entrySet().stream()
                .flatMap(kind -> kind.getValue().items().stream()
                        .filter(item -> item.at("filename").text().isPresent())
                        .map(item -> new OutputFile(
                                node,
                                kind.getKey(),
                                item.at("filename").text().orElse(""),
                                item.at("subfolder").text().orElse(""),
                                item.at("type").text().orElse("output"))));
    }
}
