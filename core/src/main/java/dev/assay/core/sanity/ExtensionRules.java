package dev.assay.core.sanity;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import dev.assay.core.finding.Effect;

import static dev.assay.core.finding.Effect.APPROXIMATES;
import static dev.assay.core.finding.Effect.LEAVES_OUT;
import static dev.assay.core.finding.Effect.NONE;

/**
 * What A1111 and its extensions did beyond the settings, by the keys they leave in the infotext, and what a graph of core
 * nodes can do about it.
 */
final class ExtensionRules {

    static final String NO_NODE = "no core node does this";
    private static final String NOT_DRAWN = "core nodes for it are not drawn";

    private static final Set<String> OFF =
            Set.of("false", "none", "off", "disable", "disabled", "automatic", "0", "0.0", "");

    static final List<Rule> ALL = List.of(
            left("REGIONAL", "Regional Prompter", "Regional Prompter gave each region its own prompt", NO_NODE),
            left("REGIONAL", "Latent Couple", "Latent Couple gave each region its own prompt", NO_NODE),
            left("EXT_TILED", "Tiled Diffusion", "Tiled Diffusion made the image in tiles", NO_NODE),
            left("EXT_FREEU", "FreeU", "FreeU changed the model", NOT_DRAWN),
            left("EXT_HYPERTILE", "Hypertile", "HyperTile changed the model", NOT_DRAWN),
            left("EXT_SAG", "Self Attention Guidance", "self-attention guidance changed the sampling", NOT_DRAWN),
            left("EXT_PAG", "PAG Active", "perturbed-attention guidance changed the sampling", NOT_DRAWN),
            left("EXT_THRESHOLD", "Dynamic thresholding", "dynamic thresholding tamed a high CFG", NO_NODE),
            left("EXT_REACTOR", "Face Swap", "a face was swapped", NO_NODE),
            left("EXT_FACE", "Face restoration", "faces were restored afterwards", NO_NODE),
            left("EXT_ULTIMATE", "Ultimate SD upscale", "the image was upscaled in tiles afterwards", NO_NODE),
            changed("VARSEED", "Variation seed", "the noise was mixed of two seeds", NO_NODE),
            changed("EXT_SEED_RESIZE", "Seed resize from", "the noise was made for another size", NO_NODE),
            changed("EXT_TILING", "Tiling", "the image was made to tile", NO_NODE),
            changed("EXT_TOKEN_MERGING", "Token merging ratio", "tokens were merged to save time", NOT_DRAWN),
            changed("EXT_CHURN", "Sigma churn", "the sampler added noise of its own (s_churn)", NO_NODE),
            changed("EXT_SIGMAS", "Discard penultimate sigma", "the last noise level but one was left out", NO_NODE),
            changed("EXT_UNIPC", "UniPC skip type", "UniPC spaced its steps in another way", NO_NODE),
            changed("EXT_UNIPC", "UniPC order", "UniPC ran at another order", NO_NODE),
            new Rule(
                    "EXT_UNIPC",
                    NO_NODE,
                    c -> c.recipe().extra("UniPC lower order final").stream()
                            .map(found -> Remark.warning(APPROXIMATES, "UniPC ended at its full order"))),
            changed("EXT_PAD", "Pad conds", "the shorter prompt was padded", NO_NODE),
            changed("EXT_RESCALE", "CFG Rescale", "the CFG was rescaled", NOT_DRAWN),
            changed("EXT_CUTOFF", "Cutoff enabled", "Cutoff kept words of the prompt apart", NO_NODE),
            changed("EXT_EXTRA_NOISE", "Extra noise", "extra noise was added before the second pass", NO_NODE),
            changed("EXT_GUIDANCE", "NGMS", "some steps ran without the negative prompt", NOT_DRAWN),
            changed("EXT_GUIDANCE", "Skip Early CFG", "the first steps ran without CFG", NOT_DRAWN),
            precision("FP8 weight"),
            precision("Downcast alphas_cumprod"),
            precision("Diffusion in Low Bits"),
            new Rule(
                    "EXT_SGM_NOISE",
                    "ComfyUI does so by itself",
                    c -> trace(c, "SGM noise multiplier")
                            .map(key -> Remark.info(NONE, "noise was scaled as SGM does" + key))));

    private ExtensionRules() {}

    static Rule left(String id, String key, String happened, String why) {
        return rule(id, key, LEAVES_OUT, happened, why);
    }

    private static Rule changed(String id, String key, String happened, String why) {
        return rule(id, key, APPROXIMATES, happened, why);
    }

    private static Rule precision(String key) {
        return new Rule(
                "EXT_PRECISION",
                "what ComfyUI computes in, it decides itself",
                c -> trace(c, key).map(found -> Remark.info(NONE, "numbers were rounded in another way" + found)));
    }

    private static Rule rule(String id, String key, Effect effect, String happened, String why) {
        return new Rule(id, why, c -> trace(c, key).map(found -> Remark.warning(effect, happened + found)));
    }

    /** The first statement whose key begins so and that does not say "off", as the end of a sentence. */
    static Stream<String> trace(Case c, String key) {
        return c.recipe().extras().entrySet().stream()
                .filter(extra -> extra.getKey().regionMatches(true, 0, key, 0, key.length()))
                .filter(extra -> !OFF.contains(extra.getValue().value().strip().toLowerCase(Locale.ROOT)))
                .limit(1)
                .map(extra ->
                        ": " + extra.getKey() + " = " + brief(extra.getValue().value()));
    }

    private static String brief(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
