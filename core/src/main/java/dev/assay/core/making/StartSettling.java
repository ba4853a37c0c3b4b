package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import dev.assay.core.family.Opening;
import dev.assay.core.family.Tool;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.making.Settled.Mask.Content;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;

/** Settles whether sampling starts from a picture, and from how much of it. */
final class StartSettling {

    private static final Pattern NAMED = Pattern.compile("(img2img|inpaint|outpaint).*");

    /** What an infotext states of a mask; A1111 writes the first of them with every mask. */
    private static final List<String> OF_MASKS =
            List.of("Mask blur", "Inpaint area", "Masked content", "Mask mode", "Masked area padding");

    private static final BigDecimal USUAL = new BigDecimal("0.75");
    private static final int MOST_BLUR = 1000;
    private static final int USUAL_PADDING = 32;
    private static final int MOST_PADDING = 4096;

    private final Recipe recipe;
    private final Tool tool;
    private final Opening opening;
    private final List<Finding> findings;

    StartSettling(Recipe recipe, Tool tool, Opening opening, List<Finding> findings) {
        this.recipe = recipe;
        this.tool = tool;
        this.opening = opening;
        this.findings = findings;
    }

    /**
     * Empty where it starts from noise.
     *
     * @param given whether somebody has a picture for it, whatever the metadata say
     */
    Optional<Settled.Start> start(boolean given, boolean hires) {
        if (opening == Opening.PAINTED) {
            return Optional.of(new Settled.Start(Optional.of(mask())));
        }
        if (opening != Opening.NOISE) {
            return Optional.empty();
        }
        recipe.text(Parameter.DENOISING_STRENGTH)
                .filter(_ -> !hires && denoise().isEmpty())
                .ifPresent(value -> findings.add(
                        Assumptions.unfit("DENOISE_MISSING", value, "The denoising strength", "it is not used.")));
        return isTold(given, hires)
                ? Optional.of(new Settled.Start(isMasked() ? Optional.of(mask()) : Optional.empty()))
                : Optional.empty();
    }

    /** Whether the metadata tell of a picture, or somebody has one. */
    boolean isTold(boolean given, boolean hires) {
        return given
                || isMasked()
                || NAMED.matcher(process()).matches()
                || (!hires && denoise().filter(this::isPart).isPresent());
    }

    private boolean isMasked() {
        return OF_MASKS.stream().anyMatch(this::states) || process().startsWith("inpaint");
    }

    private String process() {
        return recipe.text(Parameter.PROCESS).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    private boolean states(String key) {
        return recipe.extra(key)
                .filter(value -> !value.isBlank() && !value.strip().equalsIgnoreCase("none"))
                .isPresent();
    }

    private Optional<BigDecimal> denoise() {
        return recipe.decimal(Parameter.DENOISING_STRENGTH)
                .filter(value -> value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0);
    }

    private boolean isPart(BigDecimal denoise) {
        return denoise.compareTo(BigDecimal.ONE) < 0;
    }

    /** The steps that are run of those that are stated. */
    Settled.Pass pass(Settled.Pass whole, boolean hires) {
        var denoise = denoise().filter(_ -> !hires);
        if (denoise.isEmpty()) {
            if (opening == Opening.PAINTED) {
                return whole;
            }
            findings.add(Assumptions.assumed(
                    "DENOISE_MISSING",
                    "The denoising strength with which the picture was painted over is not stated; 0.75 is assumed"
                            + " (A1111's default)."));
        }
        var steps = new DenoisedSteps(whole.steps(), denoise.orElse(USUAL), tool);
        steps.finding().ifPresent(findings::add);
        return new Settled.Pass(steps.run(), whole.cfg(), whole.sampler(), steps.denoise(), whole.levels());
    }

    private Settled.Mask mask() {
        soft().ifPresent(findings::add);
        return new Settled.Mask(
                blur(),
                content(),
                recipe.extra("Mask mode").filter(StartSettling::isInverted).isPresent(),
                !tool.speaksComfy(),
                isOnlyMasked() ? OptionalInt.of(padding()) : OptionalInt.empty());
    }

    /** Whether the size that is stated is that of a cut, which is put back into the picture. */
    boolean isOnlyMasked() {
        return recipe.extra("Inpaint area")
                .filter(area -> area.strip().equalsIgnoreCase("Only masked"))
                .isPresent();
    }

    private int padding() {
        var stated = recipe.extra("Masked area padding");
        return stated.flatMap(value -> Json.of(value).integer())
                .filter(pixels -> pixels >= 0 && pixels <= MOST_PADDING)
                .map(Math::toIntExact)
                .orElseGet(() -> {
                    findings.add(Assumptions.instead(
                            "MASK_PADDING",
                            stated,
                            "The padding around the masked area",
                            "The padding around the masked area is not stated",
                            USUAL_PADDING + " pixels are assumed (A1111's default)."));
                    return USUAL_PADDING;
                });
    }

    private static boolean isInverted(String mode) {
        return mode.strip().equalsIgnoreCase("Inpaint not masked");
    }

    private int blur() {
        var stated = recipe.extra("Mask blur");
        var blur = stated.flatMap(value -> Json.of(value).integer())
                .filter(pixels -> pixels >= 0 && pixels <= MOST_BLUR)
                .map(Math::toIntExact);
        if (blur.isEmpty() && stated.isPresent()) {
            findings.add(Assumptions.assumed(
                    "MASK_BLUR",
                    "The mask's blur is stated as \"" + stated.get()
                            + "\", which it cannot have been; none is assumed."));
        }
        return blur.orElse(0);
    }

    private Content content() {
        var stated = recipe.extra("Masked content").orElse("").strip().toLowerCase(Locale.ROOT);
        return switch (stated) {
            case "", "original", "1" -> Content.ORIGINAL;
            case "fill", "0" -> {
                findings.add(content(
                        stated,
                        "A1111 filled the masked part with the colours around it; ComfyUI begins with grey there."));
                yield Content.FILL;
            }
            case "latent nothing", "3" -> Content.NOTHING;
            case "latent noise", "2" -> {
                findings.add(content(
                        stated, "A1111 put noise of its own under the noise of sampling; ComfyUI begins without."));
                yield Content.NOTHING;
            }
            default -> {
                findings.add(content(stated, "What it means is not known; what the picture shows there is used."));
                yield Content.ORIGINAL;
            }
        };
    }

    private static Finding content(String stated, String meaning) {
        return Finding.warning("MASK_CONTENT", Effect.APPROXIMATES, "Masked content is \"" + stated + "\". " + meaning);
    }

    private Optional<Finding> soft() {
        return recipe.extra("Soft inpainting enabled")
                .filter(value -> value.strip().equalsIgnoreCase("true"))
                .map(_ -> Finding.warning(
                        "MASK_SOFT",
                        Effect.APPROXIMATES,
                        "Soft inpainting blended the edges of the mask; the workflow does not."));
    }
}
