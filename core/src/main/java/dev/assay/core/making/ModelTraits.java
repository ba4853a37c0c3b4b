package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.assay.core.family.BaseModel;
import dev.assay.core.family.Distillation;
import dev.assay.core.family.Opening;
import dev.assay.core.family.Prediction;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Role;
import dev.assay.core.safetensors.Architecture;

/**
 * Of what make a checkpoint is, LoRAs included: what it needs few steps for, and what it predicts. Titles and file names
 * are signs, no proofs; what rests on one says so.
 *
 * @param distillation which decides what is usual, and what is assumed where nothing is stated
 * @param prediction what the model predicts
 * @param toldPrediction what the graph must tell the model that it predicts: {@code EPSILON} where nothing need be told,
 *     since a file that marks itself is understood by ComfyUI
 * @param opening what the model begins with
 * @param pictureModel what there is to say where it is made to begin with a picture, and begins with none
 */
public record ModelTraits(
        Distillation distillation,
        Prediction prediction,
        Prediction toldPrediction,
        Opening opening,
        Optional<Finding> pictureModel,
        List<Finding> findings) {

    private static final Pattern V_PREDICTION =
            Pattern.compile("v[-_ ]?pred(?!icta|ator|ec|omin)", Pattern.CASE_INSENSITIVE);

    public ModelTraits {
        findings = List.copyOf(findings);
    }

    /**
     * Looks at all that is known of the models.
     *
     * @param base what the checkpoint's label means
     * @param placed all models of the recipe, the checkpoint among them
     * @param header what the checkpoint's own header shows, where the file is here
     */
    public static ModelTraits of(BaseModel.Supported base, List<Placed> placed, Optional<Architecture> header) {
        var findings = new ArrayList<Finding>();
        var opening =
                PictureModels.opening(base.family(), names(placed, Role::isBase).toList(), header);
        var pictured = PictureModels.finding(names(placed, Role::isBase).toList(), header);
        var distillation =
                base.distillation() == Distillation.NONE ? distillation(placed, findings) : base.distillation();
        if (header.filter(Architecture::vPrediction).isPresent()) {
            return new ModelTraits(
                    distillation, Prediction.V_PREDICTION, Prediction.EPSILON, opening, pictured, findings);
        }
        var sign = base.family().maySayVPrediction() ? vPrediction(placed) : Optional.<String>empty();
        if (sign.isEmpty()) {
            return new ModelTraits(distillation, Prediction.EPSILON, Prediction.EPSILON, opening, pictured, findings);
        }
        findings.add(told(sign.get(), header.isPresent()));
        return new ModelTraits(
                distillation, Prediction.V_PREDICTION, Prediction.V_PREDICTION, opening, pictured, findings);
    }

    private static Optional<String> vPrediction(List<Placed> placed) {
        return names(placed, Role::isBase)
                .filter(name -> V_PREDICTION.matcher(name).find())
                .findFirst();
    }

    private static Finding told(String sign, boolean headerRead) {
        return Finding.warning(
                "VPRED_MISSING",
                Effect.DOUBT,
                "The name \"" + sign + "\" tells of v-prediction, "
                        + (headerRead
                                ? "but the file does not mark itself as such"
                                : "and the file has not been looked into")
                        + "; ModelSamplingDiscrete is inserted.");
    }

    /** The checkpoint's own signs come first: a LoRA may be named after what it is good with. */
    private static Distillation distillation(List<Placed> placed, List<Finding> findings) {
        var sign = Distillation.signIn(names(placed, Role::isBase).toList())
                .or(() -> Distillation.signIn(
                        names(placed, role -> role == Role.LORA).toList()));
        sign.map(ModelTraits::distilled).ifPresent(findings::add);
        return sign.map(Distillation.Sign::distillation).orElse(Distillation.NONE);
    }

    private static Finding distilled(Distillation.Sign sign) {
        return Finding.info(
                "DISTILLED",
                "The name \"" + sign.name() + "\" tells of a model that needs few steps and little CFG ("
                        + sign.distillation().name().toLowerCase(Locale.ROOT) + "); what is usual is judged by that.");
    }

    private static Stream<String> names(List<Placed> placed, Predicate<Role> wanted) {
        return placed.stream()
                .filter(one -> wanted.test(one.ingredient().role()) && hasEffect(one))
                .flatMap(ModelTraits::names);
    }

    private static Stream<String> names(Placed placed) {
        return Stream.concat(placed.file().stream().flatMap(ModelTraits::names), Stream.of(placed.listingName()));
    }

    private static Stream<String> names(ModelFile file) {
        return Stream.of(file.versionName(), file.name(), file.modelName());
    }

    private static boolean hasEffect(Placed placed) {
        return placed.ingredient()
                .strength()
                .filter(strength -> strength.compareTo(BigDecimal.ZERO) == 0)
                .isEmpty();
    }
}
