package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.workflow.Input;

/** Draws a mask, turned round and blurred as it is stated, once. */
final class MaskNodes {

    /** What {@code ImageBlur} takes. */
    private static final int MOST_SIGMA = 10;

    private static final int MOST_RADIUS = 31;

    private final Canvas canvas;
    private final PictureNodes pictures;
    private Optional<Input.Link> drawn = Optional.empty();

    MaskNodes(Canvas canvas, PictureNodes pictures) {
        this.canvas = canvas;
        this.pictures = pictures;
    }

    Input.Link drawn(Settled.Mask mask) {
        if (drawn.isEmpty()) {
            var given = pictures.mask();
            var turned = mask.inverted()
                    ? canvas.add("InvertMask").set("mask", given).out(0)
                    : given;
            drawn = Optional.of(mask.blur() == 0 ? turned : blurred(turned, mask.blur()));
        }
        return drawn.get();
    }

    /** How many pixels a blurred edge reaches beyond the mask. */
    static int reach(int blur) {
        return (int) (2.5 * blur + 0.5);
    }

    /** By A1111's measure: a Gaussian of that many pixels, over two and a half times as many to each side. */
    private Input.Link blurred(Input.Link mask, int pixels) {
        var sigma = Math.min(pixels, MOST_SIGMA);
        if (sigma < pixels) {
            canvas.find(Finding.warning(
                    "MASK_BLUR",
                    Effect.APPROXIMATES,
                    "The mask was blurred by " + pixels + " pixels; ComfyUI's node takes at most " + sigma + "."));
        }
        var image = canvas.add("ImageBlur")
                .set("image", canvas.add("MaskToImage").set("mask", mask).out(0))
                .set("blur_radius", Math.min(MOST_RADIUS, reach(sigma)))
                .set("sigma", BigDecimal.valueOf(sigma))
                .out(0);
        return canvas.add("ImageToMask")
                .set("image", image)
                .set("channel", "red")
                .out(0);
    }
}
