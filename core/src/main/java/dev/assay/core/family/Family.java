package dev.assay.core.family;

import java.util.List;
import java.util.Map;

/**
 * A family of base models that workflows can be written for.
 *
 * @param id stable, lower case
 * @param displayName for people
 * @param baseModels the labels that Civitai gives its models, each with the distillation that the label tells
 * @param ecosystem as in an AIR ({@code urn:air:sdxl:…}) and in Civitai's lists
 * @param architecture what weights fit it
 * @param clipSkip what {@code Clip skip} means for it
 * @param latent the empty image to start from
 * @param defaults what is assumed for a model that is neither distilled nor v-prediction
 * @param sanity what is usual for such a model
 * @param maySayVPrediction whether the family has v-prediction members under the same label
 * @param supportsHypernetworks whether hypernetworks exist for it
 * @param alignYourStepsType {@code model_type} of {@code AlignYourStepsScheduler}
 */
public record Family(
        String id,
        String displayName,
        Map<String, Distillation> baseModels,
        String ecosystem,
        Architecture architecture,
        ClipSkipRule clipSkip,
        Latent latent,
        Defaults defaults,
        Sanity sanity,
        boolean maySayVPrediction,
        boolean supportsHypernetworks,
        String alignYourStepsType) {

    /** What {@code Clip skip} does to the text encoders. */
    public enum ClipSkipRule {
        /** It counts layers from the end; absent and 1 are the last. */
        COUNTS,
        /** The last layer but one is always used; 1, 2 and absent mean the same. */
        PENULTIMATE
    }

    public Family {
        baseModels = Map.copyOf(baseModels);
    }

    /** What is assumed for a model of this family of that make. */
    public Defaults defaults(Distillation distillation, Prediction prediction) {
        return switch (distillation) {
            case NONE ->
                switch (prediction) {
                    case EPSILON -> defaults;
                    case V_PREDICTION -> VPrediction.DEFAULTS;
                };
            case TURBO, LIGHTNING, HYPER, LCM, DMD2, FLASH -> distillation.defaults();
        };
    }

    /** What is usual for a model of this family of that make. */
    public Sanity sanity(Distillation distillation, Prediction prediction) {
        return switch (distillation) {
            case NONE ->
                switch (prediction) {
                    case EPSILON -> sanity;
                    case V_PREDICTION -> VPrediction.SANITY;
                };
            case TURBO, LIGHTNING, HYPER, LCM, DMD2, FLASH -> Distillation.SANITY;
        };
    }

    /** The labels that Civitai gives, in alphabetical order. */
    public List<String> labels() {
        return baseModels.keySet().stream().sorted().toList();
    }
}
