package dev.assay.core.making;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.making.Pictures.InputPicture;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeBuilder;

/**
 * Draws the nodes that load pictures, each once. Where one is not given, its node stands in its place under a name of its
 * own, and it is said which picture belongs there.
 */
final class PictureNodes {

    private final Canvas canvas;
    private final Pictures pictures;
    private final String prefix;
    private final Map<String, NodeBuilder> loaders = new HashMap<>();
    private final Map<Size, Input.Link> scaled = new HashMap<>();
    private final Map<Integer, Input.Link> offered = new HashMap<>();

    /**
     * @param prefix of the names under which pictures are awaited that are not given
     */
    PictureNodes(Canvas canvas, Pictures pictures, String prefix) {
        this.canvas = canvas;
        this.pictures = pictures;
        this.prefix = prefix;
    }

    /** What the user has given. */
    Pictures given() {
        return pictures;
    }

    boolean hasSource() {
        return pictures.source().isPresent();
    }

    /** How many pictures there are that the image was made from; one that is not given counts. */
    int sources() {
        return Math.max(1, pictures.sources().size());
    }

    /** The picture that the image was made from. */
    Input.Link source() {
        return loader(0).out(0);
    }

    private NodeBuilder loader(int place) {
        var picture = pictures.source(place);
        return loader(place == 0 ? "source" : "source-" + (place + 1), role -> {
            canvas.find(picture.map(PictureNodes::taken).orElseGet(this::missingSource));
            return load(picture, role, "Source picture");
        });
    }

    private NodeBuilder loader(String role, Function<String, NodeBuilder> draw) {
        var drawn = loaders.get(role);
        if (drawn == null) {
            drawn = draw.apply(role);
            loaders.put(role, drawn);
        }
        return drawn;
    }

    /** A source as models take it that look at pictures of one megapixel. */
    Input.Link offered(int place) {
        var drawn = offered.get(place);
        if (drawn == null) {
            drawn = canvas.add("FluxKontextImageScale")
                    .set("image", loader(place).out(0))
                    .out(0);
            offered.put(place, drawn);
        }
        return drawn;
    }

    private NodeBuilder load(Optional<InputPicture> picture, String role, String title) {
        return canvas.add("LoadImage").title(title).set("image", name(picture, role));
    }

    private String name(Optional<InputPicture> picture, String role) {
        return picture.map(InputPicture::name).orElseGet(() -> awaited(role));
    }

    private String awaited(String role) {
        return prefix + "-" + role + ".png";
    }

    /** The source at that size; A1111 stretches a picture of another shape unless it is told otherwise. */
    Input.Link source(Size size) {
        var drawn = scaled.get(size);
        if (drawn == null) {
            drawn = fitted(size);
            scaled.put(size, drawn);
        }
        return drawn;
    }

    private Input.Link fitted(Size size) {
        var source = source();
        var own = pictures.source().map(InputPicture::size);
        if (own.filter(size::equals).isPresent()) {
            return source;
        }
        own.filter(has -> !has.hasShapeOf(size))
                .map(has -> stretched(has, size))
                .ifPresent(canvas::find);
        return scaled(source, size);
    }

    /** Stretched to that size. */
    Input.Link scaled(Input.Link image, Size size) {
        return canvas.add("ImageScale")
                .set("image", image)
                .set("upscale_method", "lanczos")
                .set("width", size.width())
                .set("height", size.height())
                .set("crop", "disabled")
                .out(0);
    }

    /** What is to be painted: of a file of its own, or what is transparent in the source. */
    Input.Link mask() {
        if (pictures.mask().isPresent()) {
            var mask = pictures.mask().get();
            canvas.find(taken(mask));
            return canvas.add("LoadImageMask")
                    .title("Mask")
                    .set("image", mask.name())
                    .set("channel", "red")
                    .out(0);
        }
        if (pictures.source().filter(InputPicture::transparent).isPresent()) {
            canvas.find(Finding.info("MASK", "What is transparent in the source picture is taken as the mask."));
        } else {
            canvas.find(missingMask());
        }
        return loader(0).out("MASK");
    }

    /** What steered the sampling. */
    Input.Link control(int place, Settled.Control control, boolean processed) {
        var role = "control-" + (place + 1);
        return loader(role, _ -> {
                    var picture = pictures.control(place);
                    canvas.find(picture.map(PictureNodes::taken)
                            .orElseGet(() -> missingControl(control, awaited(role), processed)));
                    return load(picture, role, "Control picture " + control.number());
                })
                .out(0);
    }

    private static Finding taken(InputPicture picture) {
        return Finding.info(
                "PICTURE_GIVEN",
                "The picture \"" + picture.given()
                        + "\" is the user's own: no metadata tell whether it is the very one.");
    }

    private Finding missingSource() {
        return Finding.error(
                        "IMG2IMG_SOURCE",
                        Effect.LEAVES_OUT,
                        "The image was made from another picture, which no metadata hold; the workflow awaits it as \""
                                + awaited("source") + "\".")
                .advise("Give the picture with --source FILE, or put it into ComfyUI's input folder under that name.");
    }

    private static Finding missingMask() {
        return Finding.error(
                        "MASK",
                        Effect.LEAVES_OUT,
                        "Only a part of another picture was painted, and no metadata hold the mask; the workflow takes what"
                                + " is transparent in the source picture.")
                .advise("Give the mask with --mask FILE (white is painted), or paint it on the source in ComfyUI's mask"
                        + " editor.");
    }

    private static Finding missingControl(Settled.Control control, String awaited, boolean processed) {
        var made = control.preprocessor()
                .map(name -> " (made by the preprocessor \"" + name + "\")")
                .orElse("");
        return Finding.error(
                        "CN_IMAGE",
                        Effect.LEAVES_OUT,
                        "ControlNet " + control.number() + " steered the image by a picture" + made
                                + ", which no metadata hold; the workflow awaits "
                                + (processed ? "what the preprocessor made of it" : "it") + " as \"" + awaited + "\".")
                .advise("Give it with --control FILE, or put it into ComfyUI's input folder under that name.");
    }

    private static Finding stretched(Size from, Size to) {
        return Finding.info(
                "SOURCE_SHAPE",
                Effect.APPROXIMATES,
                "The source picture has " + from.width() + "x" + from.height() + " pixels and the image " + to.width()
                        + "x" + to.height() + ", which is another shape; no metadata tell how it was fitted, and it is"
                        + " stretched (A1111's default).");
    }
}
