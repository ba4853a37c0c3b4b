package dev.assay.core.sampler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static dev.assay.core.sampler.Fidelity.APPROXIMATE;
import static dev.assay.core.sampler.Fidelity.EXACT;
import static dev.assay.core.sampler.Fidelity.SUBSTITUTED;
import static dev.assay.core.sampler.ScheduleRow.row;

/** Which of ComfyUI's schedules a name means. */
final class ScheduleTable {

    private static final String NONE_SUCH = "ComfyUI's core has none such; the nearest is taken";

    static final List<ScheduleRow> ROWS = List.of(
            // A1111 sd_schedulers. Its Uniform is evenly spaced time steps, which is ComfyUI's normal.
            row(EXACT, "normal", "", "Uniform", "Normal"),
            row(EXACT, "karras", "", "Karras", "ka", "k"),
            row(EXACT, "exponential", "", "Exponential", "exp"),
            row(EXACT, "PolyexponentialScheduler", "", "Polyexponential"),
            row(EXACT, "sgm_uniform", "", "SGM Uniform"),
            row(EXACT, "simple", "", "Simple"),
            row(EXACT, "ddim_uniform", "", "DDIM", "DDIM Uniform"),
            row(EXACT, "kl_optimal", "", "KL Optimal"),
            row(APPROXIMATE, "beta", "A1111 interpolates noise levels, ComfyUI time steps", "Beta"),
            row(
                    APPROXIMATE,
                    "AlignYourStepsScheduler",
                    "ComfyUI interpolates one step more",
                    "Align Your Steps",
                    "Align Your Steps 11",
                    "Align Your Steps 32",
                    "AYS",
                    "align_your_steps"),
            row(APPROXIMATE, "GITSScheduler", "ComfyUI's has one strength only", "Align Your Steps GITS", "GITS"),
            // Forge and reForge.
            row(EXACT, "SDTurboScheduler", "", "Turbo", "SD Turbo"),
            row(EXACT, "LaplaceScheduler", "", "Laplace"),
            row(
                    SUBSTITUTED,
                    "exponential",
                    NONE_SUCH,
                    "Sinusoidal SF",
                    "Invcosinusoidal SF",
                    "React Cosinusoidal DynSF",
                    "Cosine",
                    "Cosine-exponential Blend",
                    "Phi"),
            row(
                    SUBSTITUTED,
                    "karras",
                    NONE_SUCH,
                    "Karras Dynamic",
                    "Align Your Steps Custom",
                    "Karras Exponential",
                    "Smoothstep",
                    "Bong Tangent"),
            // Civitai's on-site names, from stable-diffusion.cpp; of the families here all predict noise or velocity.
            row(EXACT, "normal", "", "Discrete"),
            row(SUBSTITUTED, "sgm_uniform", NONE_SUCH, "LCM"),
            // ComfyUI and Swarm.
            row(EXACT, "linear_quadratic", "", "Linear Quadratic"),
            // Fooocus.
            row(SUBSTITUTED, "sgm_uniform", NONE_SUCH, "TCD"),
            row(
                    SUBSTITUTED,
                    "karras",
                    "Playground's EDM schedule is for that model alone; the nearest is taken",
                    "EDM Playground v2.5"),
            // Draw Things.
            row(
                    APPROXIMATE,
                    "sgm_uniform",
                    "Draw Things counts its steps from the end in a way of its own",
                    "Trailing"));

    private static final Map<String, ScheduleRow> BY_KEY = byKey();

    private ScheduleTable() {}

    static Optional<ScheduleRow> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    private static Map<String, ScheduleRow> byKey() {
        Map<String, ScheduleRow> map = new HashMap<>();
        ROWS.forEach(row -> row.names().forEach(name -> map.put(NameKey.of(name), row)));
        return Map.copyOf(map);
    }
}
