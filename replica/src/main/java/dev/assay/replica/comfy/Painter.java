package dev.assay.replica.comfy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Png;

/** Paints what a prompt asks for: the same prompt gives the same picture, with the prompt inside as ComfyUI has it. */
final class Painter {

    private static final int USUAL = 64;
    private static final int LARGEST = 4096;
    private static final int MOST = 16;
    private static final int VARIANTS = 997;

    private Painter() {}

    /** The pictures that arrive at a node. */
    static List<Bytes> paint(QueueItem item, Lineage lineage, String node, boolean metadata) {
        var sized = lineage.above(node).stream()
                .map(id -> item.prompt().at(id).at("inputs"))
                .filter(inputs -> inputs.at("width").integer().isPresent()
                        && inputs.at("height").integer().isPresent())
                .findFirst()
                .orElse(Json.none());
        var width = within(sized.at("width").integer().orElse((long) USUAL), LARGEST);
        var height = within(sized.at("height").integer().orElse((long) USUAL), LARGEST);
        var count = within(sized.at("batch_size").integer().orElse(1L), MOST);
        var texts = metadata ? texts(item) : Map.<String, String>of();
        var variant = Math.floorMod(lineage.key(node).hashCode(), VARIANTS);
        return IntStream.range(0, count)
                .mapToObj(i -> Png.landscape(width, height, texts, variant + i))
                .toList();
    }

    private static int within(long number, int most) {
        return Math.clamp(number, 1, most);
    }

    private static Map<String, String> texts(QueueItem item) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("prompt", item.prompt().write());
        item.extra().at("extra_pnginfo").members().forEach((key, value) -> texts.put(key, value.write()));
        return texts;
    }
}
