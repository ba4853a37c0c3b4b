package dev.assay.core.metadata.graph;

import java.util.regex.Pattern;

/** ComfyUI's nodes that have a paid service make the picture, over the network; no model of theirs can be had. */
final class ServiceNodes {

    private static final Pattern TYPES =
            Pattern.compile("(?:ByteDance|Gemini|Grok|Ideogram|Kling|Luma|Minimax|Moonvalley"
                    + "|OpenAI(?:Dalle|GPTImage|VideoSora)|Pika|Pixverse|Recraft|Rodin3D|Runway|StabilityStable|Tripo|Veo|Vidu"
                    + "|Flux\\d?(?:Pro|Max|Kontext(?:Pro|Max))|NanoBanana)\\w*|\\w+Api");

    private ServiceNodes() {}

    static boolean is(ApiNode node) {
        return TYPES.matcher(node.type()).matches();
    }
}
