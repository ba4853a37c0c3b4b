package dev.assay.core.making;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.evidence.Identity;
import dev.assay.core.family.Family;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;

/** Settles the size of the first pass. Metadata state it; the picture itself may have been enlarged or cut since. */
final class SizeSettling {

    /** Latents know multiples of this only, so that a picture may lose up to as many pixels. */
    private static final int GRAIN = 8;

    private static final double MEGA = 1_000_000;

    private final Recipe recipe;
    private final Family family;
    private final Optional<Identity.Size> picture;
    private final List<Finding> findings;

    SizeSettling(Recipe recipe, Family family, Optional<Identity.Size> picture, List<Finding> findings) {
        this.recipe = recipe;
        this.family = family;
        this.picture = picture;
        this.findings = findings;
    }

    Size first() {
        var width = pixels(Parameter.WIDTH);
        var height = pixels(Parameter.HEIGHT);
        return width.isPresent() && height.isPresent()
                ? new Size(fitted("Width", width.get()), fitted("Height", height.get()))
                : ofThePicture().orElseGet(this::usual);
    }

    /** The picture's own size, where nothing tells of a second pass and a model can have made it in one. */
    private Optional<Size> ofThePicture() {
        var enlarged = Stream.of(
                        Parameter.HIRES_UPSCALE,
                        Parameter.HIRES_RESIZE,
                        Parameter.HIRES_UPSCALER,
                        Parameter.FIRST_PASS_SIZE)
                .anyMatch(key -> recipe.text(key).isPresent());
        return picture.filter(_ -> !enlarged)
                .map(size -> new Size(
                        family.latent().fitted(size.width()), family.latent().fitted(size.height())))
                .filter(size -> size.isPossible()
                        && size.width() * size.height() / MEGA
                                <= family.latent().maxMegapixels())
                .map(size -> assumed(size, "the picture's own"));
    }

    private Size usual() {
        var usual = family.latent().usual();
        return assumed(new Size(usual.width(), usual.height()), "usual for " + family.displayName());
    }

    private Size assumed(Size size, String basis) {
        findings.add(Assumptions.instead(
                "SIZE_MISSING",
                stated(),
                "The size",
                "No size is stated",
                size.width() + "x" + size.height() + " is assumed (" + basis + ")."));
        return size;
    }

    private Optional<String> stated() {
        var width = recipe.text(Parameter.WIDTH);
        var height = recipe.text(Parameter.HEIGHT);
        return width.or(() -> height).map(_ -> width.orElse("?") + "x" + height.orElse("?"));
    }

    private Optional<Integer> pixels(Parameter parameter) {
        return recipe.whole(parameter).filter(Size::isSide).map(Math::toIntExact);
    }

    private int fitted(String what, int pixels) {
        var fitted = family.latent().fitted(pixels);
        if (fitted != pixels) {
            findings.add(
                    Assumptions.rounded(what, pixels, fitted, family.latent().multiple()));
        }
        return fitted;
    }

    /** Says where the workflow's result has another size than the picture. */
    void compare(Size result) {
        picture.filter(size -> Math.abs(size.width() - result.width()) >= GRAIN
                        || Math.abs(size.height() - result.height()) >= GRAIN)
                .ifPresent(size -> findings.add(Finding.info(
                        "RESULT_SIZE",
                        "The picture has " + size + " pixels and the workflow makes " + result.width() + "x"
                                + result.height() + ": it was enlarged or cut afterwards, which the settings do not"
                                + " tell.")));
    }
}
