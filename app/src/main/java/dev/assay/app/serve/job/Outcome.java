package dev.assay.app.serve.job;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.recipe.Recipe;

/**
 * What a job came to.
 *
 * @param document that {@code --json} would print
 * @param title what to call it in a list
 * @param workflow the graph, as ComfyUI's canvas would open it
 * @param plan what the user would agree to
 * @param recipe what was proven of its making; only as long as the program runs
 * @param pictures by name: {@code original}, {@code result}, {@code difference}, {@code witness-0}…
 */
public record Outcome(
        Json document,
        String title,
        Optional<Json> workflow,
        Optional<Json> plan,
        Optional<Recipe> recipe,
        Map<String, Path> pictures) {

    public Outcome {
        pictures = Map.copyOf(pictures);
    }

    static final Outcome NONE =
            new Outcome(Json.none(), "", Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    public static Outcome of(Json document, String title) {
        return new Outcome(document, title, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    public Outcome with(Map<String, Path> more) {
        return new Outcome(document, title, workflow, plan, recipe, more);
    }
}
