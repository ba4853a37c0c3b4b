package dev.assay.core.recipe.infotext;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;

/**
 * Writes a recipe as infotext: the prompts, and a line of statements in A1111's order, values quoted where it quotes them
 * ({@code create_infotext}). What infotext has no words for is left out.
 */
public final class InfotextWriter {

    /** Statements that are a parameter's value as it is, in A1111's order; those before the models. */
    private static final List<Parameter> AFTER_MODELS = List.of(
            Parameter.DENOISING_STRENGTH,
            Parameter.ENSD,
            Parameter.ETA,
            Parameter.RNG,
            Parameter.REFINER_SWITCH_AT,
            Parameter.FIRST_PASS_SIZE,
            Parameter.HIRES_UPSCALE,
            Parameter.HIRES_RESIZE,
            Parameter.HIRES_STEPS,
            Parameter.HIRES_CFG_SCALE,
            Parameter.HIRES_CHECKPOINT,
            Parameter.HIRES_PROMPT,
            Parameter.HIRES_NEGATIVE_PROMPT);

    private static final Pattern KEY = Pattern.compile("[A-Za-z][\\w \\-/+.#()]{0,60}");

    private final Recipe recipe;
    private final Dialect dialect;
    private final List<String> statements = new ArrayList<>();

    private InfotextWriter(Recipe recipe) {
        this.recipe = recipe;
        this.dialect = Dialect.of(recipe);
    }

    /** The recipe as infotext; empty where it says neither a prompt nor a setting. */
    public static Optional<String> write(Recipe recipe) {
        return recipe.values().isEmpty() ? Optional.empty() : Optional.of(new InfotextWriter(recipe).write());
    }

    private String write() {
        var models = new ModelStatements(recipe);
        var prompt = dialect.prompt(recipe.text(Parameter.PROMPT).orElse(""));
        var negative = dialect.prompt(recipe.text(Parameter.NEGATIVE_PROMPT).orElse(""));
        core();
        models.named().forEach(this::state);
        dialect.clipSkip(recipe).ifPresent(skip -> state("Clip skip", skip));
        AFTER_MODELS.forEach(this::state);
        named(Parameter.HIRES_UPSCALER, Optional.of(dialect.upscaler(text(Parameter.HIRES_UPSCALER))));
        named(Parameter.HIRES_SAMPLER, dialect.sampler(text(Parameter.HIRES_SAMPLER)));
        named(Parameter.HIRES_SCHEDULE_TYPE, dialect.schedule(text(Parameter.HIRES_SCHEDULE_TYPE)));
        models.listed().forEach(this::state);
        extras();
        state("Version", dialect.version(recipe));
        var lines = new ArrayList<>(List.of(models.tagged(prompt)));
        if (!negative.isEmpty()) {
            lines.add("Negative prompt: " + negative);
        }
        lines.add(String.join(", ", statements));
        return String.join("\n", lines);
    }

    private void core() {
        state(Parameter.STEPS);
        named(Parameter.SAMPLER, dialect.sampler(text(Parameter.SAMPLER)));
        named(Parameter.SCHEDULE_TYPE, dialect.schedule(text(Parameter.SCHEDULE_TYPE)));
        state(Parameter.CFG_SCALE);
        state(Parameter.DISTILLED_CFG_SCALE);
        state(Parameter.SEED);
        if (!text(Parameter.WIDTH).isEmpty() && !text(Parameter.HEIGHT).isEmpty()) {
            state("Size", text(Parameter.WIDTH) + "x" + text(Parameter.HEIGHT));
        }
    }

    private String text(Parameter parameter) {
        return recipe.text(parameter).orElse("");
    }

    private void state(Parameter parameter) {
        state(parameter.label(), text(parameter));
    }

    private void named(Parameter parameter, Optional<String> name) {
        name.ifPresent(said -> state(parameter.label(), said));
    }

    private void state(String key, String value) {
        if (!value.isEmpty()) {
            statements.add(key.equals(value) ? key : key + ": " + Quoting.quoted(value));
        }
    }

    /** Statements of an infotext that have no place of their own go back into one; those of other tools would mean nothing. */
    private void extras() {
        if (dialect.keepsExtras()) {
            recipe.extras().entrySet().stream()
                    .filter(extra -> KEY.matcher(extra.getKey()).matches())
                    .map(extra -> Map.entry(extra.getKey(), extra.getValue().value()))
                    .forEach(extra -> state(extra.getKey(), extra.getValue()));
        }
    }
}
