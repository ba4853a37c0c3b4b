package dev.assay.core.making;

import java.math.BigDecimal;
import java.math.BigInteger;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.sampler.Scheduling;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeBuilder;

/** Draws one sampling: a plain {@code KSampler}, or the custom one where the noise levels come from a node. */
final class Sampling {

    /** ComfyUI takes no larger CFG scale; prompts joined by AND may ask for one. */
    private static final BigDecimal MOST_CFG = BigDecimal.valueOf(100);

    private final Canvas canvas;
    private final Json seed;

    Sampling(Canvas canvas, BigInteger seed) {
        this.canvas = canvas;
        // As a number with all its digits: the engine takes all 64 bits.
        this.seed = new Json.Num(seed.toString());
    }

    /** What a sampling works on; the size is the picture's, in pixels. */
    record Wires(Input.Link model, Input.Link positive, Input.Link negative, Input.Link latent, Size size) {

        Wires with(Input.Link otherModel) {
            return new Wires(otherModel, positive, negative, latent, size);
        }

        Wires from(Input.Link otherLatent) {
            return from(otherLatent, size);
        }

        Wires from(Input.Link otherLatent, Size otherSize) {
            return new Wires(model, positive, negative, otherLatent, otherSize);
        }
    }

    Input.Link draw(Settled.Pass pass, BigDecimal cfg, Wires wires) {
        var scheduling = SigmaSource.fitting(canvas, pass);
        return scheduling instanceof Scheduling.Named(var scheduler)
                        && pass.sampler().node().isEmpty()
                ? plain(pass, cfg, scheduler, wires)
                : custom(cfg, wires, new Course(true, sampler(pass), sigmas(pass, scheduling, wires)));
    }

    /** The same steps in two samplings, the second of which finishes what the first leaves noisy. */
    Input.Link inTwo(Settled.Pass pass, int switchStep, BigDecimal cfg, Wires base, Wires refiner) {
        var scheduling = SigmaSource.fitting(canvas, pass);
        if (scheduling instanceof Scheduling.Named(var scheduler)
                && pass.sampler().node().isEmpty()) {
            return advanced(pass, scheduler, switchStep, cfg, base, refiner);
        }
        var halves = canvas.add("SplitSigmas")
                .set("sigmas", sigmas(pass, scheduling, base))
                .set("step", switchStep);
        var sampler = sampler(pass);
        var noisy = custom(cfg, base, new Course(true, sampler, halves.out(0)));
        return custom(cfg, refiner.from(noisy), new Course(false, sampler, halves.out(1)));
    }

    /** By a guider: without CFG the model is asked once a step, and no negative prompt is needed. */
    Input.Link guided(Settled.Pass pass, BigDecimal cfg, Wires wires) {
        var scheduling = SigmaSource.fitting(canvas, pass);
        return canvas.add("SamplerCustomAdvanced")
                .set("noise", canvas.add("RandomNoise").set("noise_seed", seed).out(0))
                .set("guider", guider(cfg, wires))
                .set("sampler", sampler(pass))
                .set("sigmas", sigmas(pass, scheduling, wires))
                .set("latent_image", wires.latent())
                .out(0);
    }

    private Input.Link guider(BigDecimal cfg, Wires wires) {
        if (cfg.compareTo(BigDecimal.ONE) == 0) {
            return canvas.add("BasicGuider")
                    .set("model", wires.model())
                    .set("conditioning", wires.positive())
                    .out(0);
        }
        return canvas.add("CFGGuider")
                .set("model", wires.model())
                .set("positive", wires.positive())
                .set("negative", wires.negative())
                .set("cfg", held(cfg))
                .out(0);
    }

    private Input.Link plain(Settled.Pass pass, BigDecimal cfg, String scheduler, Wires wires) {
        return wired("KSampler", wires)
                .set("seed", seed)
                .set("steps", pass.steps())
                .set("cfg", held(cfg))
                .set("sampler_name", pass.sampler().samplerName())
                .set("scheduler", scheduler)
                .set("denoise", pass.denoise())
                .out(0);
    }

    private Input.Link advanced(
            Settled.Pass pass, String scheduler, int switchStep, BigDecimal cfg, Wires base, Wires refiner) {
        // Of a longer schedule the last steps are run.
        var skipped = pass.fullSteps() - pass.steps();
        var noisy = advanced(pass, scheduler, cfg, base)
                .set("add_noise", "enable")
                .set("start_at_step", skipped)
                .set("end_at_step", skipped + switchStep)
                .set("return_with_leftover_noise", "enable")
                .out(0);
        return advanced(pass, scheduler, cfg, refiner.from(noisy))
                .set("add_noise", "disable")
                .set("start_at_step", skipped + switchStep)
                .set("end_at_step", pass.fullSteps())
                .set("return_with_leftover_noise", "disable")
                .out(0);
    }

    private NodeBuilder advanced(Settled.Pass pass, String scheduler, BigDecimal cfg, Wires wires) {
        return wired("KSamplerAdvanced", wires)
                .set("noise_seed", seed)
                .set("steps", pass.fullSteps())
                .set("cfg", held(cfg))
                .set("sampler_name", pass.sampler().samplerName())
                .set("scheduler", scheduler);
    }

    /** By which sampler over which noise levels, and whether from fresh noise. */
    private record Course(boolean fromNoise, Input.Link sampler, Input.Link sigmas) {}

    private Input.Link custom(BigDecimal cfg, Wires wires, Course course) {
        return wired("SamplerCustom", wires)
                .set("add_noise", course.fromNoise())
                .set("noise_seed", seed)
                .set("cfg", held(cfg))
                .set("sampler", course.sampler())
                .set("sigmas", course.sigmas())
                .out(0);
    }

    private Input.Link sigmas(Settled.Pass pass, Scheduling scheduling, Wires wires) {
        return new SigmaSource(canvas, pass).draw(scheduling, wires);
    }

    private Input.Link sampler(Settled.Pass pass) {
        var node = pass.sampler().node();
        if (node.isEmpty()) {
            return canvas.add("KSamplerSelect")
                    .set("sampler_name", pass.sampler().samplerName())
                    .out(0);
        }
        var drawn = canvas.add(node.get().nodeClass());
        node.get().literals().forEach(drawn::set);
        return drawn.out(0);
    }

    private NodeBuilder wired(String type, Wires wires) {
        return canvas.add(type)
                .set("model", wires.model())
                .set("positive", wires.positive())
                .set("negative", wires.negative())
                .set("latent_image", wires.latent());
    }

    private BigDecimal held(BigDecimal cfg) {
        if (cfg.compareTo(MOST_CFG) <= 0) {
            return cfg;
        }
        canvas.find(Finding.warning(
                "CFG_RANGE",
                Effect.APPROXIMATES,
                "The weights of the prompt make the CFG scale " + cfg.toPlainString()
                        + ", which is more than ComfyUI takes; 100 is used."));
        return MOST_CFG;
    }
}
