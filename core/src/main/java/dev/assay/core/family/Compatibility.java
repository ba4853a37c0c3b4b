package dev.assay.core.family;

import dev.assay.core.family.BaseModel.NotYet;
import dev.assay.core.family.BaseModel.RemoteOnly;
import dev.assay.core.family.BaseModel.Supported;
import dev.assay.core.family.BaseModel.Unknown;

/**
 * Whether an ingredient that was trained on one base model works on a checkpoint of another (Civitai's rules across
 * ecosystems). Labels are what somebody typed: the shapes in a file's header are better evidence.
 */
public enum Compatibility {
    /** Made for each other. */
    FULL,
    /** Loads; how well it works varies. */
    PARTIAL,
    /** ComfyUI skips what does not fit, without an error. */
    NO,
    /** The label tells nothing. */
    UNKNOWN;

    /** For a LoRA and its kin. */
    public static Compatibility of(String loraBase, Family checkpoint) {
        return switch (Families.byBaseModel(loraBase)) {
            case Supported known -> between(known.family(), checkpoint);
            case NotYet known -> isKinOfSdxl(known.label()) ? withKinOfSdxl(checkpoint) : NO;
            case RemoteOnly _ -> NO;
            case Unknown _ -> UNKNOWN;
        };
    }

    /** For an embedding: one of SD 1.5 holds vectors for CLIP-L, which SDXL has too. */
    public static Compatibility ofEmbedding(String embeddingBase, Family checkpoint) {
        var compatibility = of(embeddingBase, checkpoint);
        boolean forClipL = Families.byBaseModel(embeddingBase) instanceof Supported known
                && known.family().architecture() == Architecture.SD1;
        return compatibility == NO && forClipL && checkpoint.architecture() == Architecture.SDXL
                ? PARTIAL
                : compatibility;
    }

    private static Compatibility between(Family ingredient, Family checkpoint) {
        if (ingredient.id().equals(checkpoint.id())) {
            return FULL;
        }
        return ingredient.architecture() == checkpoint.architecture() ? PARTIAL : NO;
    }

    private static boolean isKinOfSdxl(String label) {
        return label.strip().equalsIgnoreCase("SDXL Distilled");
    }

    private static Compatibility withKinOfSdxl(Family checkpoint) {
        return checkpoint.architecture() == Architecture.SDXL ? PARTIAL : NO;
    }
}
