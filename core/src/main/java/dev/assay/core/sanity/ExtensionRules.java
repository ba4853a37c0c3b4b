package dev.assay.core.sanity;

import java.util.List;
import java.util.stream.Stream;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Severity;

import static dev.assay.core.finding.Effect.APPROXIMATES;
import static dev.assay.core.finding.Effect.LEAVES_OUT;
import static dev.assay.core.finding.Effect.NONE;

/**
 * What A1111 and its extensions did beyond the settings, by the keys they leave in the infotext, and what a graph of core
 * nodes can do about it.
 */
final class ExtensionRules {

    private static final String NO_NODE = "no core node does this";

    static final List<Rule> ALL = List.of(
            trace(
                    "ADETAILER",
                    "ADetailer model",
                    LEAVES_OUT,
                    "faces or hands were painted over again by ADetailer",
                    "needs the Impact Pack's detailer nodes"),
            trace(
                    "CN_IMAGE",
                    "ControlNet 0",
                    LEAVES_OUT,
                    "ControlNet steered the image by a picture that is not known",
                    "the control picture is in no metadata"),
            trace(
                    "CN_IMAGE",
                    "ControlNet Model",
                    LEAVES_OUT,
                    "ControlNet steered the image by a picture that is not known",
                    "the control picture is in no metadata"),
            trace(
                    "MASK",
                    "Mask blur",
                    LEAVES_OUT,
                    "only a part of another picture was painted",
                    "the mask is in no metadata"),
            trace("REGIONAL", "RP Active", LEAVES_OUT, "Regional Prompter gave each region its own prompt", NO_NODE),
            trace(
                    "REGIONAL",
                    "Regional Prompter",
                    LEAVES_OUT,
                    "Regional Prompter gave each region its own prompt",
                    NO_NODE),
            trace("EXT_TILED", "Tiled Diffusion", LEAVES_OUT, "Tiled Diffusion made the image in tiles", NO_NODE),
            trace("EXT_FREEU", "FreeU", LEAVES_OUT, "FreeU changed the model", "its numbers are not read yet"),
            trace(
                    "EXT_THRESHOLD",
                    "Dynamic thresholding enabled",
                    LEAVES_OUT,
                    "dynamic thresholding tamed a high CFG",
                    NO_NODE),
            trace("EXT_REACTOR", "Face Swap", LEAVES_OUT, "a face was swapped", NO_NODE),
            trace("EXT_FACE", "Face restoration", LEAVES_OUT, "faces were restored afterwards", NO_NODE),
            trace(
                    "EXT_ULTIMATE",
                    "Ultimate SD upscale",
                    LEAVES_OUT,
                    "the image was upscaled in tiles afterwards",
                    NO_NODE),
            trace(
                    "EXT_POST",
                    "Postprocess upscale",
                    LEAVES_OUT,
                    "the image was upscaled afterwards",
                    "not part of the generation"),
            trace("REFINER", "Refiner", LEAVES_OUT, "a refiner finished the image", "not built yet"),
            trace("VARSEED", "Variation seed", APPROXIMATES, "the noise was mixed of two seeds", NO_NODE),
            trace("SEED_RESIZE", "Seed resize from", APPROXIMATES, "the noise was made for another size", NO_NODE),
            trace("TILING", "Tiling", APPROXIMATES, "the image was made to tile", NO_NODE),
            trace(
                    "TOKEN_MERGING",
                    "Token merging ratio",
                    APPROXIMATES,
                    "tokens were merged to save time",
                    "core's node works otherwise"),
            trace("SIGMA", "Sigma churn", APPROXIMATES, "the sampler added noise of its own (s_churn)", NO_NODE),
            trace(
                    "SGM_NOISE",
                    "SGM noise multiplier",
                    NONE,
                    "noise was scaled as SGM does",
                    "ComfyUI does so by itself"),
            trace("EXTRA_NOISE", "Extra noise", APPROXIMATES, "extra noise was added before the second pass", NO_NODE));

    private ExtensionRules() {}

    private static Rule trace(String id, String key, Effect effect, String happened, String why) {
        return new Rule(
                id,
                effect == NONE ? Severity.INFO : Severity.WARNING,
                effect,
                why,
                c -> c.recipe().extras().entrySet().stream()
                        .filter(extra -> extra.getKey().startsWith(key)
                                && isOn(extra.getValue().value()))
                        .findFirst()
                        .map(extra -> happened + ": " + extra.getKey() + " = "
                                + brief(extra.getValue().value()))
                        .stream());
    }

    private static boolean isOn(String value) {
        return Stream.of("false", "none", "0", "0.0", "").noneMatch(off -> off.equalsIgnoreCase(value.strip()));
    }

    private static String brief(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
