package dev.assay.core.making;

import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.workflow.Input;

/**
 * Draws what is painted of a picture: all of it, a part within it, or a part that is cut out with its surroundings and
 * enlarged first, as A1111 does where {@code Inpaint area} is {@code Only masked}.
 */
final class Painting {

    private final Canvas canvas;
    private final PictureNodes pictures;
    private final MaskNodes masks;
    private final Size size;
    private final Optional<Area> cut;
    private Optional<Input.Link> picture = Optional.empty();
    private Optional<Input.Link> mask = Optional.empty();

    Painting(Canvas canvas, Settled settled, PictureNodes pictures) {
        this.canvas = canvas;
        this.pictures = pictures;
        this.masks = new MaskNodes(canvas, pictures);
        this.size = new Size(settled.width(), settled.height());
        this.cut = settled.start().flatMap(Settled.Start::mask).flatMap(part -> cut(part, settled));
    }

    /** What is cut out; empty where the whole picture is painted, or nobody can tell where the mask is. */
    private Optional<Area> cut(Settled.Mask part, Settled settled) {
        if (part.surroundings().isEmpty()) {
            return Optional.empty();
        }
        if (!part.putsBack()
                || settled.hires().isPresent()
                || !settled.controls().isEmpty()) {
            canvas.find(notCut("together with a ControlNet, a second pass or a graph of ComfyUI's, that is not drawn")
                    .advise("For the same detail, give a source and a mask that are cut to the masked area."));
            return Optional.empty();
        }
        var source = pictures.given().source().map(Pictures.InputPicture::size);
        var fits = source.isPresent() && source.equals(pictures.given().mask().map(Pictures.InputPicture::size));
        var painted = pictures.given().reach().flatMap(reach -> part.inverted() ? reach.dark() : reach.light());
        if (!fits || painted.isEmpty()) {
            canvas.find(notCut("where they are is not known")
                    .advise("Give the source with --source and the mask with --mask, both of the same size."));
            return Optional.empty();
        }
        var margin = part.surroundings().getAsInt() + MaskNodes.reach(part.blur());
        var area = painted.get().grown(margin, source.get()).shapedAs(size, source.get());
        canvas.find(cutOut(area));
        return Optional.of(area);
    }

    private static Finding cutOut(Area area) {
        return Finding.info(
                "INPAINT_AREA",
                Effect.APPROXIMATES,
                "Only the surroundings of the mask were enlarged and painted (Inpaint area: Only masked): the workflow cuts out "
                        + area.width() + "x" + area.height() + " pixels at " + area.x() + ", " + area.y()
                        + ", as A1111 does; how far a blurred edge counts may differ by a few pixels.");
    }

    private static Finding notCut(String why) {
        return Finding.warning(
                "INPAINT_AREA",
                Effect.LEAVES_OUT,
                "Only the surroundings of the mask were enlarged and painted (Inpaint area: Only masked); " + why
                        + ", and the workflow paints the mask in the whole picture.");
    }

    /** What is painted, at the size of sampling. */
    Input.Link picture() {
        if (picture.isEmpty()) {
            picture = Optional.of(cut.map(this::enlarged).orElseGet(() -> pictures.source(size)));
        }
        return picture.get();
    }

    private Input.Link enlarged(Area area) {
        var part = canvas.add("ImageCrop")
                .set("image", pictures.source())
                .set("width", area.width())
                .set("height", area.height())
                .set("x", area.x())
                .set("y", area.y())
                .out(0);
        return area.size().equals(size) ? part : pictures.scaled(part, size);
    }

    /** Where it is painted; nodes that take a mask bring it to the size of what it belongs to. */
    Input.Link mask(Settled.Mask part) {
        if (mask.isEmpty()) {
            var whole = masks.drawn(part);
            mask = Optional.of(cut.map(area -> canvas.add("CropMask")
                            .set("mask", whole)
                            .set("x", area.x())
                            .set("y", area.y())
                            .set("width", area.width())
                            .set("height", area.height())
                            .out(0))
                    .orElse(whole));
        }
        return mask.get();
    }

    /** The result, in which what was not painted is the source again, pixel by pixel. */
    Input.Link putBack(Input.Link result, Settled.Mask part) {
        var back = cut.filter(area -> !area.size().equals(size))
                .map(area -> pictures.scaled(result, area.size()))
                .orElse(result);
        return canvas.add("ImageCompositeMasked")
                .set("destination", cut.isPresent() ? pictures.source() : pictures.source(size))
                .set("source", back)
                .set("x", cut.map(Area::x).orElse(0))
                .set("y", cut.map(Area::y).orElse(0))
                .set("resize_source", false)
                .set("mask", mask(part))
                .out(0);
    }
}
