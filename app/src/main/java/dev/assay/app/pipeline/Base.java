package dev.assay.app.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.assay.civitai.model.ResolvedIngredient;
import dev.assay.core.family.BaseModel;
import dev.assay.core.family.Contents;
import dev.assay.core.family.Families;
import dev.assay.core.family.Form;
import dev.assay.core.family.Variants;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.safetensors.Architecture;
import dev.assay.models.folder.FolderKind;

/**
 * The model itself, of a family that graphs are drawn for.
 *
 * @param part where it is
 * @param file which it is
 * @param base what its label means
 */
record Base(Part part, ModelFile file, BaseModel.Supported base) {

    /** The first that is identified and can be had. */
    static Optional<Base> of(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.resolved().ingredient().role().isBase()
                        && !(part.state() instanceof PartState.Unavailable))
                .flatMap(part -> of(part).stream())
                .findFirst();
    }

    /** Whether it is a model of a family that loads standard files beside it. */
    static boolean loadsStandards(ResolvedIngredient resolved) {
        return resolved.ingredient().role().isBase()
                && of(new Part(resolved, "", new PartState.NotLookedFor()))
                        .filter(base -> base.form().encoders().isPresent())
                        .isPresent();
    }

    private static Optional<Base> of(Part part) {
        return part.resolved().resolution() instanceof Resolution.Exact(var file, var _)
                        && Families.byBaseModel(file.baseModel()) instanceof BaseModel.Supported known
                ? Optional.of(new Base(part, file, told(known, file, part).base()))
                : Optional.empty();
    }

    /** Which of the models of its label it is; its own tensors tell where it is here, else names. */
    private static Variants.Told told(BaseModel.Supported labelled, ModelFile file, Part part) {
        var tensors = Headers.architecture(part).map(Architecture::variant).filter(Predicate.not(String::isEmpty));
        return Variants.of(labelled, List.of(file.versionName(), file.name(), file.modelName()), tensors);
    }

    /** What there is to say of which model it is. */
    List<Finding> findings() {
        return Families.byBaseModel(file.baseModel()) instanceof BaseModel.Supported labelled
                ? told(labelled, file, part).findings()
                : List.of();
    }

    Form form() {
        return base.family().form();
    }

    /**
     * What its file brings. A file whose header can be read shows it; else the site's type and the size tell. From the
     * folder of diffusion models ComfyUI loads the model alone, whatever else the file holds.
     */
    Contents contents() {
        if (part.directory().equals(FolderKind.DIFFUSION_MODELS.key())) {
            return Contents.BARE;
        }
        var shown = Headers.contents(part);
        // Where nobody knows what is loaded beside a bare model, only a header without a trace of either tells of one.
        return form().encoders().isEmpty()
                ? shown.filter(Contents.BARE::equals).orElse(Contents.WHOLE)
                : shown.orElseGet(() -> expected(base, file));
    }

    /** What a file brings as far as the site tells. */
    static Contents expected(BaseModel.Supported base, ModelFile file) {
        return Uses.isBare(file) ? Contents.BARE : base.family().form().contents(file.approximateBytes());
    }
}
