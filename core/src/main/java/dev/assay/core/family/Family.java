package dev.assay.core.family;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param distilled what is assumed for a distilled one, where that is the family's own
 * @param sanity what is usual for such a model
 * @param maySayVPrediction whether the family has v-prediction members under the same label
 * @param supportsHypernetworks whether hypernetworks exist for it
 * @param alignYourStepsType {@code model_type} of {@code AlignYourStepsScheduler}; empty where it knows none for it
 * @param form how its graph is put together
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
        Map<Distillation, Defaults> distilled,
        Sanity sanity,
        boolean maySayVPrediction,
        boolean supportsHypernetworks,
        Optional<String> alignYourStepsType,
        Form form) {

    /** What {@code Clip skip} does to the text encoders. */
    public enum ClipSkipRule {
        /** It counts layers from the end; absent and 1 are the last. */
        COUNTS,
        /** The last layer but one is always used; 1, 2 and absent mean the same. */
        PENULTIMATE,
        /** Nothing: its encoders have no such layers to choose from. */
        NONE
    }

    public Family {
        baseModels = Map.copyOf(baseModels);
        distilled = Map.copyOf(distilled);
    }

    /** One whose noise levels are a flow's: Clip skip, v-prediction and hypernetworks mean nothing for it. */
    static Family flow(
            String id,
            String displayName,
            Map<String, Distillation> baseModels,
            Architecture architecture,
            Latent latent,
            Defaults defaults,
            Sanity sanity,
            Form form) {
        return new Family(
                id,
                displayName,
                baseModels,
                id,
                architecture,
                ClipSkipRule.NONE,
                latent,
                defaults,
                Map.of(),
                sanity,
                false,
                false,
                Optional.empty(),
                form);
    }

    /** The same with defaults of its own for distilled models. */
    Family distilled(Map<Distillation, Defaults> own) {
        return new Family(
                id,
                displayName,
                baseModels,
                ecosystem,
                architecture,
                clipSkip,
                latent,
                defaults,
                own,
                sanity,
                maySayVPrediction,
                supportsHypernetworks,
                alignYourStepsType,
                form);
    }

    /** What is assumed for a model of this family of that make. */
    public Defaults defaults(Distillation distillation, Prediction prediction) {
        return switch (distillation) {
            case NONE ->
                switch (prediction) {
                    case EPSILON -> defaults;
                    case V_PREDICTION -> VPrediction.DEFAULTS;
                };
            case TURBO, LIGHTNING, HYPER, LCM, DMD2, FLASH ->
                distilled.getOrDefault(distillation, architecture.isFlow() ? fewSteps() : distillation.defaults());
        };
    }

    /** Distilled flow models keep their sampler and do without CFG. */
    private Defaults fewSteps() {
        return Defaults.of(defaults.sampler(), defaults.scheduler(), "1", 8, "cards of distilled models");
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
