package dev.assay.core.sanity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.assay.core.ingredient.Role;
import dev.assay.core.metadata.Parameter;

import static dev.assay.core.finding.Effect.LEAVES_OUT;

/**
 * What a graph that is drawn says itself, as it can do it or not: pictures that an image was made from and that no metadata
 * hold, and what only custom nodes do. These rules are for recipes that are only read, and for graphs of others.
 */
final class PictureRules {

    static final List<Rule> ALL = List.of(
            new Rule("IMG2IMG_SOURCE", "the source picture is in no metadata", PictureRules::source),
            new Rule("CN_IMAGE", "the control picture is in no metadata", PictureRules::controlNet),
            new Rule("MASK", "the mask is in no metadata", PictureRules::mask),
            ExtensionRules.left(
                    "EXT_POST",
                    "Postprocess upscale",
                    "the image was upscaled afterwards",
                    "not part of the generation"),
            ExtensionRules.left(
                    "REGIONAL",
                    "RP Active",
                    "Regional Prompter gave each region its own prompt",
                    ExtensionRules.NO_NODE),
            new Rule(
                    "ADETAILER",
                    "needs the Impact Pack's detailer nodes",
                    c -> ExtensionRules.trace(c, "ADetailer model")
                            .map(found -> Remark.warning(
                                    LEAVES_OUT, "faces or hands were painted over again by ADetailer" + found))));

    private PictureRules() {}

    private static Stream<Remark> source(Case c) {
        return Remark.error(LEAVES_OUT, "the image was made from another picture, which is not known")
                .when(isNamedSo(c) || isUnexplainedDenoise(c));
    }

    private static boolean isNamedSo(Case c) {
        var process = c.recipe().text(Parameter.PROCESS).orElse("").toLowerCase(Locale.ROOT);
        return process.startsWith("img2img") || process.startsWith("inpaint");
    }

    /** Without a second pass, a denoising strength is that of a picture that was there before. */
    private static boolean isUnexplainedDenoise(Case c) {
        return c.recipe()
                        .decimal(Parameter.DENOISING_STRENGTH)
                        .filter(denoise -> denoise.compareTo(BigDecimal.ONE) < 0)
                        .isPresent()
                && !c.hires()
                && c.recipe().graph().isEmpty();
    }

    private static Stream<Remark> controlNet(Case c) {
        var named = c.recipe().ingredients().stream().anyMatch(one -> one.role() == Role.CONTROLNET);
        return Stream.concat(ExtensionRules.trace(c, "ControlNet"), named ? Stream.of("") : Stream.empty())
                .limit(1)
                .map(found -> Remark.error(
                        LEAVES_OUT, "ControlNet steered the image by a picture that is not known" + found));
    }

    private static Stream<Remark> mask(Case c) {
        return Stream.of("Mask blur", "Inpaint area", "Masked content")
                .flatMap(key -> ExtensionRules.trace(c, key))
                .limit(1)
                .map(found -> Remark.error(LEAVES_OUT, "only a part of another picture was painted" + found));
    }
}
