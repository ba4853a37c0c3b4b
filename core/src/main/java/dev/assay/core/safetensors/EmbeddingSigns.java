package dev.assay.core.safetensors;

import java.util.List;

/** Recognises textual inversions: a few rows, each as wide as the text encoder's vectors. */
final class EmbeddingSigns {

    private static final List<String> NAMES = List.of("emb_params", "clip_l", "clip_g", "t5xxl");
    private static final int MOST_TENSORS = 4;

    private EmbeddingSigns() {}

    static boolean isEmbedding(TensorNames names) {
        return names.count() <= MOST_TENSORS && (NAMES.stream().anyMatch(names::has) || width(names) > 0);
    }

    static Family family(TensorNames names) {
        if (names.has("clip_g")) {
            return Family.SDXL;
        }
        return switch ((int) width(names)) {
            case 768 -> Family.SD1;
            case 1024 -> Family.SD2;
            default -> Family.UNKNOWN;
        };
    }

    /** The width of the vectors, where it is that of a text encoder; otherwise 0. */
    private static long width(TensorNames names) {
        var width = names.has("emb_params") ? names.size("emb_params", 1) : names.widthOfOnlyVectors();
        return width == 768 || width == 1024 || width == 1280 ? width : 0;
    }
}
