package dev.assay.core.making;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.assay.core.family.Family;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;

/** Settles the second pass of A1111's hires fix, which runs {@code Hires steps} full steps at its denoising strength. */
final class HiresSettling {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    private final Recipe recipe;
    private final Family family;
    private final SamplerSettling samplers;
    private final List<Finding> findings;

    HiresSettling(Recipe recipe, Family family, SamplerSettling samplers, List<Finding> findings) {
        this.recipe = recipe;
        this.family = family;
        this.samplers = samplers;
        this.findings = findings;
    }

    Optional<Settled.Hires> hires(Settler.Size first, Settled.Pass pass) {
        var target = target(first);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Settled.Hires(
                target.get().width(),
                target.get().height(),
                upscaling(),
                pass(pass),
                recipe.text(Parameter.HIRES_PROMPT).filter(Predicate.not(String::isBlank)),
                recipe.text(Parameter.HIRES_NEGATIVE_PROMPT).filter(Predicate.not(String::isBlank))));
    }

    private Optional<Settler.Size> target(Settler.Size first) {
        var resize = recipe.text(Parameter.HIRES_RESIZE).flatMap(text -> resize(text, first));
        if (resize.isPresent()) {
            return resize;
        }
        var scale = recipe.decimal(Parameter.HIRES_UPSCALE)
                .filter(factor ->
                        factor.compareTo(BigDecimal.ONE) >= 0 && factor.compareTo(BigDecimal.valueOf(8)) <= 0);
        if (scale.isPresent()) {
            return scale.map(factor -> new Settler.Size(scaled(first.width(), factor), scaled(first.height(), factor)));
        }
        if (recipe.text(Parameter.HIRES_UPSCALER).isPresent()) {
            findings.add(Assumptions.assumed(
                    "HIRES_SIZE", "A second pass is named, but not its size; twice the first is assumed."));
            return Optional.of(new Settler.Size(2 * first.width(), 2 * first.height()));
        }
        return Optional.empty();
    }

    /** A1111 cuts the product to a whole number, and the latent to a multiple of eight pixels. */
    private int scaled(int pixels, BigDecimal factor) {
        var product = factor.multiply(BigDecimal.valueOf(pixels)).setScale(0, RoundingMode.DOWN);
        return family.latent().fitted(product.intValue());
    }

    /** One side may be 0: it follows from the other. */
    private Optional<Settler.Size> resize(String text, Settler.Size first) {
        var matcher = SIZE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var width = Integer.parseInt(matcher.group(1));
        var height = Integer.parseInt(matcher.group(2));
        if (width == 0 && height == 0) {
            return Optional.empty();
        }
        var wide = width == 0 ? first.width() * height / first.height() : width;
        var high = height == 0 ? first.height() * width / first.width() : height;
        return Optional.of(
                new Settler.Size(family.latent().fitted(wide), family.latent().fitted(high)));
    }

    private Settled.Pass pass(Settled.Pass first) {
        var steps = recipe.whole(Parameter.HIRES_STEPS)
                .filter(n -> n >= 1 && n <= 10_000)
                .map(Math::toIntExact)
                .orElse(first.steps());
        var cfg = recipe.decimal(Parameter.HIRES_CFG_SCALE)
                .filter(value -> value.signum() > 0)
                .orElse(first.cfg());
        return new Settled.Pass(steps, cfg, samplers.hires().orElse(first.sampler()), denoise());
    }

    private BigDecimal denoise() {
        var stated = recipe.decimal(Parameter.DENOISING_STRENGTH)
                .filter(value -> value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0);
        if (stated.isEmpty()) {
            findings.add(Assumptions.assumed(
                    "DENOISE_MISSING",
                    "The denoising strength of the second pass is not stated; 0.7 is assumed (A1111's default)."));
        }
        return stated.orElse(new BigDecimal("0.7"));
    }

    private Settled.Upscaling upscaling() {
        var name = recipe.text(Parameter.HIRES_UPSCALER).map(String::strip).orElse("");
        return switch (name.toLowerCase(Locale.ROOT)) {
            // A1111's "antialiased" variants smooth while scaling up, which changes next to nothing.
            case "latent" -> new Settled.Upscaling.InLatent("bilinear");
            case "latent (antialiased)" -> antialiased("bilinear");
            case "latent (bicubic)" -> new Settled.Upscaling.InLatent("bicubic");
            case "latent (bicubic antialiased)" -> antialiased("bicubic");
            case "latent (nearest)", "latent (nearest-exact)" -> new Settled.Upscaling.InLatent("nearest-exact");
            case "none", "lanczos" -> new Settled.Upscaling.ByPixels("lanczos");
            case "nearest" -> new Settled.Upscaling.ByPixels("nearest-exact");
            case "" -> unnamed();
            default -> new Settled.Upscaling.ByModel(name);
        };
    }

    private Settled.Upscaling antialiased(String method) {
        findings.add(Finding.info(
                "HIRES_ANTIALIAS",
                Effect.APPROXIMATES,
                "ComfyUI has no antialiased latent upscaling; plain " + method + " is used."));
        return new Settled.Upscaling.InLatent(method);
    }

    private Settled.Upscaling unnamed() {
        findings.add(Assumptions.assumed(
                "HIRES_UPSCALER",
                "The upscaler of the second pass is not named; Latent is assumed (A1111's default)."));
        return new Settled.Upscaling.InLatent("bilinear");
    }
}
