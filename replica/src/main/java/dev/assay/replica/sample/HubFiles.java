package dev.assay.replica.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.world.HubFile;

/** What lies on Hugging Face. The names are those of real repositories and files, the content is made here. */
public final class HubFiles {

    /** A file where the table of standard files knows one; its content is not what the table says. */
    public static final String CLIP_L = "comfyanonymous/flux_text_encoders/blob/main/clip_l.safetensors";

    /** A VAE by its folder, in a repository that holds one model file. */
    public static final String ONLY_FILE = "replica/only-a-vae";

    /** Two model files. */
    public static final String TWO_FILES = "replica/two-loras";

    /** A repository whose terms must be accepted. */
    public static final String GATED = "replica/gated/resolve/main/diffusion_models/gated.safetensors";

    /** Nothing says what it is. */
    public static final String OF_NO_KIND = "replica/of-no-kind/resolve/main/thing.safetensors";

    /** The SHA-256 of the real {@code ae.safetensors}, as its real repository states it. */
    public static final String REAL_AE = "afc8e28272cd15db3919bacdb6918ce9c1ed22e96cb12c4d5ed0fba823529e38";

    private HubFiles() {}

    private static Bytes textEncoder() {
        var tensors = Map.of(
                "text_model.embeddings.token_embedding.weight", List.of(64, 768),
                "text_model.encoder.layers.0.self_attn.q_proj.weight", List.of(8, 768),
                "text_model.final_layer_norm.weight", List.of(768));
        return Safetensors.file(Map.of(), new TreeMap<>(tensors), 8001);
    }

    /** All of them. */
    public static List<HubFile> all() {
        return List.of(
                HubFile.of("comfyanonymous/flux_text_encoders", "clip_l.safetensors", textEncoder()),
                HubFile.of("comfyanonymous/flux_text_encoders", "README.md", Bytes.utf8("# Text encoders\n")),
                HubFile.of(ONLY_FILE, "split_files/vae/only_vae.safetensors", Safetensors.sdxlVae(8002)),
                HubFile.of(ONLY_FILE, "config.json", Bytes.utf8("{}\n")),
                HubFile.of(TWO_FILES, "loras/one.safetensors", Safetensors.sdxlLora("one", 8003)),
                HubFile.of(TWO_FILES, "loras/two.safetensors", Safetensors.sdxlLora("two", 8004)),
                HubFile.of("replica/gated", "diffusion_models/gated.safetensors", Safetensors.sdxlCheckpoint(8005))
                        .behindTerms(),
                HubFile.of("replica/of-no-kind", "thing.safetensors", Safetensors.sdxlLora("thing", 8006)),
                HubFile.of(
                                "Comfy-Org/Lumina_Image_2.0_Repackaged",
                                "split_files/vae/ae.safetensors",
                                Safetensors.sdxlVae(8007))
                        .stating(REAL_AE));
    }
}
