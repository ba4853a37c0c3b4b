package dev.assay.replica.sample;

import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;

/** The models of the incident's image: all of the Pony family, with files that load. Made here, but for the names. */
final class IncidentModels {

    static final long CHECKPOINT_VERSION = 290640;
    static final long LORA_ONE_VERSION = 712345;
    static final long LORA_TWO_VERSION = 723456;
    static final long EMBEDDING_VERSION = 734567;

    private IncidentModels() {}

    static Bytes checkpointFile() {
        return Safetensors.sdxlCheckpoint(290640);
    }

    static Bytes loraOneFile() {
        return Safetensors.sdxlLora("evening_light_pony", 712345);
    }

    static Bytes loraTwoFile() {
        return Safetensors.sdxlLora("painted_hills_pdxl", 723456);
    }

    static Bytes embeddingFile() {
        return Safetensors.sdxlEmbedding(734567);
    }

    /** Two files in one version: the primary one is the pruned one, as the site likes it. */
    static Model checkpoint() {
        return Model.of(257749, "Pony Diffusion V6 XL", "Checkpoint")
                .version(Version.of(CHECKPOINT_VERSION, "V6 (start with this one)", "Pony")
                        .trainedWords("score_9", "score_8_up", "score_7_up")
                        .file(ModelFile.of(228616, "ponyDiffusionV6XL_v6StartWithThisOne.safetensors", checkpointFile())
                                .primary())
                        .file(ModelFile.of(228617, "sdxl_vae.safetensors", Safetensors.sdxlVae(228617))
                                .type("VAE")))
                .build();
    }

    static Model loraOne() {
        return Model.of(645321, "Evening Light | Pony", "LORA")
                .version(Version.of(LORA_ONE_VERSION, "v1.0", "Pony")
                        .trainedWords("evening light")
                        .publishedAt("2024-06-01T08:00:00.000Z")
                        .file(ModelFile.of(601001, "evening_light_pony.safetensors", loraOneFile())
                                .primary()))
                .build();
    }

    static Model loraTwo() {
        return Model.of(656432, "Painted Hills", "LORA")
                .version(Version.of(LORA_TWO_VERSION, "PDXL v2", "Pony")
                        .publishedAt("2024-07-01T08:00:00.000Z")
                        .file(ModelFile.of(602002, "painted_hills_pdxl.safetensors", loraTwoFile())
                                .primary()))
                .build();
    }

    static Model embedding() {
        return Model.of(667543, "Calm Negative PDXL", "TextualInversion")
                .version(Version.of(EMBEDDING_VERSION, "v1", "Pony")
                        .trainedWords("calm_neg_pdxl")
                        .publishedAt("2024-08-01T08:00:00.000Z")
                        .file(ModelFile.of(603003, "calm_neg_pdxl.safetensors", embeddingFile())
                                .primary()))
                .build();
    }

    /** What the head of the feed was made with: the wrong models, there to be downloaded by whoever does not look. */
    static Model wrongCheckpoint() {
        return Model.of(140272, "A checkpoint of the feed", "Checkpoint")
                .version(Version.of(345685, "v1.0", "SDXL 1.0")
                        .file(ModelFile.of(
                                        277001,
                                        "aCheckpointOfTheFeed_v10.safetensors",
                                        Safetensors.sdxlCheckpoint(345685))
                                .primary()))
                .build();
    }

    static Model wrongLora() {
        return Model.of(221751, "A LoRA of the feed", "LORA")
                .version(Version.of(249861, "v1.0", "SDXL 1.0")
                        .file(ModelFile.of(
                                        278002,
                                        "a_lora_of_the_feed.safetensors",
                                        Safetensors.sdxlLora("a_lora_of_the_feed", 249861))
                                .primary()))
                .build();
    }
}
