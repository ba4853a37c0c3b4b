package dev.assay.core.family;

import java.util.List;
import java.util.Map;

/** LTX-Video 0.9, whose files bring the VAE; the frame rate is part of what it is told. */
final class LtxVideo {

    static final Family FAMILY = Family.flow(
            "ltxv",
            "LTX-Video",
            Map.of("LTXV", Distillation.NONE),
            Architecture.LTXV,
            new Latent("EmptyLTXVLatentVideo", 32, new Latent.Size(768, 512), 0.1, 1.0, List.of()),
            Defaults.of("euler", "LTXVScheduler", "3", 30, "ComfyUI's LTX-Video example"),
            Sanity.ofCfg(Range.of("2", "5"), Range.of("1", "7"), "ComfyUI's LTX-Video example: CFG 3"),
            Form.whole()
                    .usually(Contents.WITHOUT_ENCODERS)
                    .encoders(Encoders.of("ltxv", Standard.T5_XXL))
                    .tellingFrameRate()
                    .making(Medium.Film.of(8, 97, "25").saved(Medium.Saving.WEBP))
                    .build());

    private LtxVideo() {}
}
