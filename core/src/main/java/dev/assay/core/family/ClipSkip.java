package dev.assay.core.family;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;

/** Whether {@code Clip skip} needs a {@code CLIPSetLastLayer} node, and with which layer. */
public sealed interface ClipSkip {

    /** None: ComfyUI's default is the layer that was used. */
    record NoNode() implements ClipSkip {}

    /**
     * The node is needed.
     *
     * @param layer counted from the end, -2 to -12
     */
    record StopAt(int layer) implements ClipSkip {}

    /** None, and the value had or has no effect. */
    record Ignored(Finding finding) implements ClipSkip {}

    /** How many layers CLIP-L has. */
    int LAYERS = 12;

    /**
     * Reads the value in the sense of the tool that wrote it: A1111 counts from 1, Invoke from 0, ComfyUI and Swarm
     * count from the end with a minus that some savers drop.
     */
    static ClipSkip layerFor(Family family, int clipSkip, Tool tool) {
        long skip = tool == Tool.INVOKEAI ? clipSkip + 1L : Math.abs((long) clipSkip);
        if (skip > LAYERS) {
            return new Ignored(Finding.warning(
                    "CLIPSKIP_RANGE", Effect.DOUBT, "Clip skip " + clipSkip + " is out of range and is left out"));
        }
        return afterLayers(family, (int) skip, tool);
    }

    private static ClipSkip afterLayers(Family family, int skip, Tool tool) {
        return switch (family.clipSkip()) {
            case COUNTS -> skip >= 2 ? new StopAt(-skip) : new NoNode();
            // Never the last layer: it was not trained on, and "Clip skip: 1" did not select it in any tool.
            case PENULTIMATE -> skip >= 3 ? beyondPenultimate(family, skip, tool) : new NoNode();
            case NONE -> skip >= 2 ? new Ignored(meaningless(family, skip)) : new NoNode();
        };
    }

    private static ClipSkip beyondPenultimate(Family family, int skip, Tool tool) {
        return switch (tool) {
            case FORGE, COMFYUI, SWARMUI, INVOKEAI, FOOOCUS -> new StopAt(-skip);
            case A1111 ->
                new Ignored(ignored(family, skip, Effect.NONE, "A1111 always uses the last layer but one there"));
            case CIVITAI, SDNEXT, DRAW_THINGS, OTHER ->
                new Ignored(ignored(family, skip, Effect.DOUBT, "most tools ignore it there"));
        };
    }

    private static Finding meaningless(Family family, int skip) {
        return Finding.info(
                "CLIPSKIP_NA",
                Effect.NONE,
                "Clip skip " + skip + " means nothing for " + family.displayName() + " and is left out");
    }

    private static Finding ignored(Family family, int skip, Effect effect, String why) {
        return Finding.warning(
                "CLIPSKIP_XL", effect, "Clip skip " + skip + " on " + family.displayName() + " is left out: " + why);
    }
}
