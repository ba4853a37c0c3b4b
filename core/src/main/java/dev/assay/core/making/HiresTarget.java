package dev.assay.core.making;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.family.Family;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;

/**
 * From which size to which a second pass goes.
 *
 * @param from of the first pass
 * @param to of the second
 * @param old whether it is the hires fix of A1111 before 2023, whose {@code Size} is the final one
 */
record HiresTarget(Size from, Size to, boolean old) {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
    private static final BigDecimal MOST = BigDecimal.valueOf(8);

    /** The old hires fix chose its first size by itself, of about as many pixels as a square of this. */
    private static final int OLD_SIDE = 512;

    private static final int OLD_MULTIPLE = 64;

    boolean isCropped() {
        return !from.hasShapeOf(to) && (old || isResized());
    }

    /** Whether each side becomes a whole number of times as long. */
    boolean isWholeMultiple() {
        return to.width() % from.width() == 0 && to.height() % from.height() == 0;
    }

    /** A factor keeps the shape but for a few pixels of rounding; that is no reason to cut anything off. */
    private boolean isResized() {
        return Math.abs((double) from.width() * to.height() / ((double) from.height() * to.width()) - 1) > 0.02;
    }

    /** Empty where there is no second pass, or none that can be had. */
    static Optional<HiresTarget> of(Recipe recipe, Family family, Size stated, List<Finding> findings) {
        var target = old(recipe, family, stated)
                .or(() -> to(recipe, family, stated).map(size -> new HiresTarget(stated, size, false)))
                .or(() -> unsized(recipe, stated, findings));
        target.filter(one -> !one.isPossible())
                .ifPresent(one -> findings.add(Finding.error(
                        "HIRES_SIZE",
                        Effect.LEAVES_OUT,
                        "The second pass would have " + one.to.width() + "x" + one.to.height()
                                + " pixels, which ComfyUI cannot do; it is left out.")));
        return target.filter(HiresTarget::isPossible);
    }

    private boolean isPossible() {
        return from.isPossible() && to.isPossible();
    }

    private static Optional<HiresTarget> old(Recipe recipe, Family family, Size stated) {
        return recipe.text(Parameter.FIRST_PASS_SIZE)
                .flatMap(HiresTarget::read)
                .map(first -> first.width() == 0 || first.height() == 0 ? chosen(stated) : fitted(family, first))
                .filter(first -> !first.equals(stated)
                        || recipe.text(Parameter.DENOISING_STRENGTH).isPresent())
                .map(first -> new HiresTarget(first, stated, true));
    }

    private static Size chosen(Size target) {
        var scale = OLD_SIDE / Math.sqrt((double) target.width() * target.height());
        return new Size(rounded(target.width() * scale), rounded(target.height() * scale));
    }

    private static int rounded(double pixels) {
        return (int) Math.ceil(pixels / OLD_MULTIPLE) * OLD_MULTIPLE;
    }

    private static Optional<Size> to(Recipe recipe, Family family, Size first) {
        return recipe.text(Parameter.HIRES_RESIZE)
                .flatMap(HiresTarget::read)
                .flatMap(size -> resized(size, first))
                .map(size -> fitted(family, size))
                .or(() -> recipe.decimal(Parameter.HIRES_UPSCALE)
                        .filter(factor -> factor.compareTo(BigDecimal.ONE) >= 0 && factor.compareTo(MOST) <= 0)
                        .map(factor -> fitted(
                                family, new Size(scaled(first.width(), factor), scaled(first.height(), factor)))));
    }

    private static Optional<HiresTarget> unsized(Recipe recipe, Size first, List<Finding> findings) {
        var stated = recipe.text(Parameter.HIRES_UPSCALE)
                .filter(_ -> recipe.decimal(Parameter.HIRES_UPSCALE)
                        .filter(factor -> factor.signum() == 0)
                        .isEmpty());
        if (stated.isEmpty()
                && recipe.text(Parameter.HIRES_UPSCALER)
                        .filter(name -> !name.strip().equalsIgnoreCase("none"))
                        .isEmpty()) {
            return Optional.empty();
        }
        findings.add(Assumptions.instead(
                "HIRES_SIZE",
                stated,
                "By how much the second pass enlarges",
                "A second pass is named, but not its size",
                "twice the first is assumed."));
        return Optional.of(new HiresTarget(first, new Size(2 * first.width(), 2 * first.height()), false));
    }

    private static Optional<Size> read(String text) {
        var matcher = SIZE.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** One side may be 0: it follows from the other. */
    private static Optional<Size> resized(Size asked, Size first) {
        if (asked.width() == 0 && asked.height() == 0) {
            return Optional.empty();
        }
        var width = asked.width() == 0 ? first.width() * asked.height() / first.height() : asked.width();
        var height = asked.height() == 0 ? first.height() * asked.width() / first.width() : asked.height();
        return Optional.of(new Size(width, height));
    }

    /** A1111 cuts the product to a whole number, and the latent to a multiple of eight pixels. */
    private static int scaled(int pixels, BigDecimal factor) {
        return factor.multiply(BigDecimal.valueOf(pixels))
                .setScale(0, RoundingMode.DOWN)
                .intValue();
    }

    private static Size fitted(Family family, Size size) {
        return new Size(family.latent().fitted(size.width()), family.latent().fitted(size.height()));
    }
}
