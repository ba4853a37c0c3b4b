package dev.assay.core.family;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;

/**
 * Models that share their label on the site with others of which another graph is drawn. Their tensors tell them apart, or
 * nothing but their names. A new one is a row.
 */
public final class Variants {

    private static final String EDGE = "(?:^|[^a-z]|(?<=[a-z0-9])(?=[A-Z]))";

    private static final List<Row> ROWS = List.of(
            new Row(Flux1.DEV, Flux1Tools.FILL, "Flux[-_. ]?1?[-_ ]?(?:dev[-_ ]?)?Fill", Optional.of("Fill")),
            new Row(
                    Flux1.DEV,
                    Flux1Tools.CONTROL,
                    "Flux[-_. ]?1?[-_ ]?(?:dev[-_ ]?)?(?:Canny|Depth)(?:[-_ ]dev)?",
                    Optional.of("Canny or Depth")),
            new Row(Flux1.DEV, Flux1Kontext.FAMILY, "Kontext", Optional.empty()),
            new Row(
                    QwenImage.FAMILY,
                    QwenImageEdit.PLUS,
                    "(?:Image[-_ ]?Edit|Qwen[-_ ]?Edit)[-_ ]?(?:Plus|25\\d\\d)",
                    Optional.empty()),
            new Row(QwenImage.FAMILY, QwenImageEdit.FIRST, "Image[-_ ]?Edit|Qwen[-_ ]?Edit", Optional.empty()),
            new Row(Wan21.LARGE, Wan21.TO_FILM, "I2V|Img2Vid|Image[-_ ]to[-_ ]Video", Optional.of("2.1 I2V 14B")),
            new Row(
                    Wan22.TEXT_TO_FILM_14B,
                    Wan22.PICTURE_TO_FILM_14B,
                    "I2V|Img2Vid|Image[-_ ]to[-_ ]Video",
                    Optional.of("2.2 I2V A14B")),
            new Row(
                    HunyuanVideo.FAMILY,
                    HunyuanVideo.TO_FILM,
                    "I2V|Img2Vid|Image[-_ ]to[-_ ]Video",
                    Optional.of("image to video")),
            new Row(HiDream.FULL, HiDream.DEV, "HiDream.{0,20}Dev", Optional.empty()),
            new Row(HiDream.FULL, HiDream.FAST, "HiDream.{0,20}Fast", Optional.empty()));

    private static final Pattern FULL = word("Full");

    private Variants() {}

    /**
     * What it is, and what there is to say about that.
     *
     * @param base the same label, and the family that it turned out to be
     */
    public record Told(BaseModel.Supported base, List<Finding> findings) {
        public Told {
            findings = List.copyOf(findings);
        }
    }

    private record Row(Family labelled, Family family, Pattern name, Optional<String> tensors) {

        Row(Family labelled, Family family, String name, Optional<String> tensors) {
            this(labelled, family, word(name), tensors);
        }

        Predicate<String> named() {
            return name.asPredicate();
        }
    }

    private static Pattern word(String words) {
        return Pattern.compile(EDGE + "(?i:" + words + ")(?![a-z])");
    }

    /**
     * Which of the models of a label it is.
     *
     * @param names what the model, its version and its file are called
     * @param tensors which variant its tensors show, where its file is here; an empty text where they show none
     */
    public static Told of(BaseModel.Supported base, List<String> names, Optional<String> tensors) {
        return ROWS.stream()
                .filter(row -> row.labelled.id().equals(base.family().id()))
                .flatMap(row -> told(row, base, names, tensors).stream())
                .findFirst()
                .orElseGet(() -> new Told(base, unclear(base, names)));
    }

    private static Optional<Told> told(
            Row row, BaseModel.Supported base, List<String> names, Optional<String> tensors) {
        var variant = new BaseModel.Supported(base.label(), row.family, base.distillation());
        if (row.tensors.isPresent() && tensors.isPresent()) {
            return tensors.equals(row.tensors) ? Optional.of(new Told(variant, List.of())) : Optional.empty();
        }
        return names.stream()
                .filter(row.named())
                .findFirst()
                .map(name -> new Told(variant, List.of(byName(base, row.family, name))));
    }

    private static Finding byName(BaseModel.Supported base, Family family, String name) {
        return Finding.info(
                "FAMILY_BY_NAME",
                "The site calls the model \"" + base.label() + "\"; its name \"" + name + "\" tells that it is "
                        + family.displayName() + ".");
    }

    /** Of HiDream's three makes none can be told by its tensors. */
    private static List<Finding> unclear(BaseModel.Supported base, List<String> names) {
        return base.family().id().equals(HiDream.FULL.id()) && names.stream().noneMatch(FULL.asPredicate())
                ? List.of(Finding.warning(
                                "FAMILY_UNCLEAR",
                                Effect.DOUBT,
                                "Neither the site nor a name tells whether the model is HiDream I1 Full, Dev or Fast, which"
                                        + " are sampled differently; it is taken for Full.")
                        .advise("If it is Dev or Fast: steps 28 or 16, CFG 1, shift 6 or 3."))
                : List.of();
    }
}
