package dev.assay.core.sanity;

import java.util.List;
import java.util.stream.Stream;

import dev.assay.core.making.ToolOf;
import dev.assay.core.metadata.Parameter;

import static dev.assay.core.finding.Effect.NONE;

/**
 * Rules about where noise comes from. The settings are the same then, and the picture is not: no rule of these makes a
 * result less than {@code same-settings}.
 */
final class NoiseRules {

    static final List<Rule> ALL = List.of(
            new Rule(
                    "NOISE_GPU",
                    "A1111 makes noise on the graphics card unless told otherwise, ComfyUI on the processor",
                    NoiseRules::gpu),
            new Rule("ENSD", "no core node shifts the seed of the sampler's own noise", NoiseRules::ensd));

    private NoiseRules() {}

    private static Stream<Remark> gpu(Case c) {
        var cpu = c.recipe().text(Parameter.RNG).filter("CPU"::equalsIgnoreCase).isPresent();
        return Remark.info(
                        NONE,
                        "the starting noise differs, so that the composition will differ although the seed is the same")
                .when(!cpu && makesNoiseOnGpu(c));
    }

    private static boolean makesNoiseOnGpu(Case c) {
        return switch (ToolOf.recipe(c.recipe())) {
            case A1111, FORGE, SDNEXT, CIVITAI, OTHER -> true;
            case COMFYUI, SWARMUI, FOOOCUS, INVOKEAI, DRAW_THINGS -> false;
        };
    }

    private static Stream<Remark> ensd(Case c) {
        return c.recipe().text(Parameter.ENSD).filter(ensd -> !ensd.equals("0")).stream()
                .map(ensd -> Remark.info(
                        NONE, "ENSD " + ensd + " cannot be carried over; ancestral and SDE samplers make other noise"));
    }
}
