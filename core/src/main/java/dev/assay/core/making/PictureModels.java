package dev.assay.core.making;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.assay.core.family.Family;
import dev.assay.core.family.Opening;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.safetensors.Architecture;

/**
 * Models that are made to begin with a picture: to fill, edit or animate it. They share their label with models that
 * begin with words alone ("Flux.1 D", "Qwen"), and a graph without the picture is not how they were used.
 */
final class PictureModels {

    /** Variants by their tensors: their first layer takes the picture beside the noise. */
    private static final Set<String> VARIANTS = Set.of(
            "inpainting",
            "instruct-pix2pix",
            "depth",
            "Fill",
            "Canny or Depth",
            "image to video",
            "2.1 I2V 14B",
            "2.1 I2V 1.3B",
            "2.2 I2V A14B");

    private static final String EDGE = "(?:^|[^a-z]|(?<=[a-z0-9])(?=[A-Z]))";

    /** Models that edit have the very tensors of those that do not, so that only their names tell. */
    private static final Pattern EDITING = word("Kontext|Image[-_ ]?Edit|Qwen[-_ ]?Edit|Omni[-_ ]?Gen");

    private static final Pattern ANY = word("Kontext|Image[-_ ]?Edit|Qwen[-_ ]?Edit|Omni[-_ ]?Gen"
            + "|Inpaint(?:ing)?|Flux[-_. ]?1?[-_ ]?(?:dev[-_ ]?)?Fill|I2V|Img2Vid|Pix2Pix");

    private static final String PAINTING = "inpainting";
    private static final Pattern PAINTER = word("Inpaint(?:ing)?");

    private PictureModels() {}

    private static Pattern word(String words) {
        return Pattern.compile(EDGE + "(?i:" + words + ")(?![a-z])");
    }

    /**
     * What a model begins with: mostly what its family does. Of the older families some models see the picture of which
     * they paint a part.
     *
     * @param names what the base models are called
     * @param header what the base model's own tensors show, where its file is here
     */
    static Opening opening(Family family, List<String> names, Optional<Architecture> header) {
        var paints = header.map(file -> file.variant().equals(PAINTING))
                .orElseGet(() ->
                        names.stream().anyMatch(name -> PAINTER.matcher(name).find()));
        return paints && !family.architecture().isFlow()
                ? Opening.PAINTED
                : family.form().opening();
    }

    /**
     * What to say where a graph is drawn without the picture.
     *
     * @param names what the base models are called
     * @param header what the base model's own tensors show, where its file is here
     */
    static Optional<Finding> finding(List<String> names, Optional<Architecture> header) {
        var variant = header.map(Architecture::variant).filter(VARIANTS::contains);
        if (variant.isPresent()) {
            return Optional.of(said(
                    Effect.LEAVES_OUT,
                    "By its tensors the model is made to begin with a picture (" + variant.get() + ")"));
        }
        var telling = header.isPresent() ? EDITING : ANY;
        return names.stream()
                .filter(name -> telling.matcher(name).find())
                .findFirst()
                .map(name -> said(
                        Effect.DOUBT,
                        "The name \"" + name + "\" tells of a model that is made to begin with a picture"));
    }

    private static Finding said(Effect effect, String what) {
        return Finding.warning(
                        "PICTURE_MODEL",
                        effect,
                        what + "; the metadata name none, and the workflow begins with words alone.")
                .advise("If the image was made from a picture, load it in ComfyUI and lead it into the sampler.");
    }
}
