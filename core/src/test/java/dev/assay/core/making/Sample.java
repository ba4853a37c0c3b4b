package dev.assay.core.making;

import java.util.List;
import java.util.stream.Stream;

import dev.assay.core.family.Contents;
import dev.assay.core.family.Distillation;
import dev.assay.core.family.Families;
import dev.assay.core.family.Family;
import dev.assay.core.family.Prediction;
import dev.assay.core.ingredient.Role;
import dev.assay.core.workflow.definition.NodeDefinitions;

/** A recipe, and of what make its checkpoint is. */
record Sample(String name, Recipes recipe, String family, Distillation distillation, Prediction prediction) {

    static Sample plain(String name, String family, Recipes recipe) {
        return new Sample(name, recipe, family, Distillation.NONE, Prediction.EPSILON);
    }

    static Sample plain(String name, Recipes recipe) {
        return plain(name, "pony", recipe);
    }

    @Override
    public String toString() {
        return name + " (" + family + ")";
    }

    /** The model alone where its family loads the rest from other files. */
    private static List<Placed> placed(Family family) {
        var base = family.labels().stream().findFirst().orElse("");
        var model = family.form().encoders().isPresent()
                ? Placements.bare(family, "sub/base_high_noise.safetensors", "base_low_noise.safetensors")
                : List.of(
                        Placements.place(Role.CHECKPOINT, "base", "sub/base.safetensors", base),
                        Placements.place(Role.REFINER, "refiner", "refiner.safetensors", base),
                        Placements.place(Role.VAE, "vae", "vae.safetensors", base));
        return Stream.concat(model.stream(), additions(base).stream()).toList();
    }

    private static Contents contents(Family family) {
        var split = family.form().encoders().isPresent();
        return new Contents(!split, !split || family.form().vae().isEmpty());
    }

    private static List<Placed> additions(String base) {
        return List.of(
                Placements.weighed(Placements.place(Role.LORA, "style", "style_v2.safetensors", base), "0.6", "0.9"),
                Placements.place(Role.LORA, "unweighed", "unweighed.safetensors", base),
                Placements.lora("strong", "-250"),
                Placements.weighed(Placements.place(Role.HYPERNETWORK, "marble", "marble.pt", base), "20", "20"),
                Placements.place(Role.EMBEDDING, "EasyNegative", "neg/easynegative.safetensors", base),
                Placements.place(Role.EMBEDDING, "bad-hands-5", "bad-hands-5.pt", base),
                Placements.place(Role.CONTROLNET, "net", "net.safetensors", base),
                Placements.place(Role.UPSCALER, "4x-UltraSharp", "4x-UltraSharp.pth", "Other"));
    }

    /** What is drawn for it, with a model of each kind at hand. */
    Drawn drawn(NodeDefinitions definitions) {
        var known = Families.byId(family).orElseThrow();
        var settled = Settler.settle(recipe.build(), known, distillation, prediction);
        var materials = Materials.of(placed(known), contents(known)).orElseThrow();
        return RecipeGraph.draw(settled, materials, prediction, definitions, "assay");
    }
}
