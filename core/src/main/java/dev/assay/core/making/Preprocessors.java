package dev.assay.core.making;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which nodes of the pack comfyui_controlnet_aux do what the ControlNet extension's preprocessors do, by the names that the
 * extension writes (the pack's README has the table).
 */
final class Preprocessors {

    private static final Map<String, String> NODES = Map.ofEntries(
            Map.entry("depth", "MiDaS-DepthMapPreprocessor"),
            Map.entry("depth_midas", "MiDaS-DepthMapPreprocessor"),
            Map.entry("depth_leres", "LeReS-DepthMapPreprocessor"),
            Map.entry("depth_zoe", "Zoe-DepthMapPreprocessor"),
            Map.entry("depth_anything", "DepthAnythingPreprocessor"),
            Map.entry("depth_anything_v2", "DepthAnythingV2Preprocessor"),
            Map.entry("normal_bae", "BAE-NormalMapPreprocessor"),
            Map.entry("openpose", "OpenposePreprocessor"),
            Map.entry("openpose_full", "OpenposePreprocessor"),
            Map.entry("dw_openpose_full", "DWPreprocessor"),
            Map.entry("lineart", "LineArtPreprocessor"),
            Map.entry("lineart_realistic", "LineArtPreprocessor"),
            Map.entry("lineart_anime", "AnimeLineArtPreprocessor"),
            Map.entry("lineart_standard", "LineartStandardPreprocessor"),
            Map.entry("softedge_hed", "HEDPreprocessor"),
            Map.entry("softedge_pidinet", "PiDiNetPreprocessor"),
            Map.entry("scribble_hed", "FakeScribblePreprocessor"),
            Map.entry("scribble_xdog", "Scribble_XDoG_Preprocessor"),
            Map.entry("mlsd", "M-LSDPreprocessor"),
            Map.entry("shuffle", "ShufflePreprocessor"),
            Map.entry("tile_resample", "TilePreprocessor"));

    private Preprocessors() {}

    /** The node's class, where one is known; SwarmUI writes that itself. */
    static Optional<String> of(String preprocessor) {
        return Optional.ofNullable(NODES.get(preprocessor.strip().toLowerCase(Locale.ROOT)))
                .or(() -> Optional.of(preprocessor.strip()).filter(name -> name.endsWith("Preprocessor")));
    }
}
