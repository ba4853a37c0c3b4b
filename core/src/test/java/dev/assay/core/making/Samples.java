package dev.assay.core.making;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.assay.core.family.Distillation;
import dev.assay.core.family.Families;
import dev.assay.core.family.Prediction;
import dev.assay.core.metadata.Parameter;

import static dev.assay.core.making.Sample.plain;

/** Recipes of every kind that is drawn: families, prompts, passes, schedules and numbers at their edges. */
final class Samples {

    private Samples() {}

    private static Recipes with(Parameter parameter, String value) {
        return Recipes.a1111().with(parameter, value);
    }

    private static Recipes hires(String upscaler) {
        return with(Parameter.HIRES_UPSCALER, upscaler)
                .with(Parameter.HIRES_UPSCALE, "1.55")
                .with(Parameter.HIRES_STEPS, "12")
                .with(Parameter.DENOISING_STRENGTH, "0.37");
    }

    private static final String CONTROL =
            "Module: canny, Model: net [21e27532b4], Weight: 1, Guidance Start: 0, Guidance End: 1";

    private static Recipes painted(String content) {
        return with(Parameter.DENOISING_STRENGTH, "0.75")
                .extra("Mask blur", "4")
                .extra("Masked content", content);
    }

    /** Each of them once. */
    static Stream<Sample> all() {
        var samples = new ArrayList<Sample>();
        for (var family : Families.all()) {
            for (var distillation : Distillation.values()) {
                samples.add(new Sample(
                        "nothing stated, " + distillation,
                        Recipes.empty(),
                        family.id(),
                        distillation,
                        Prediction.EPSILON));
            }
            samples.add(plain("all stated", family.id(), Recipes.a1111()));
            samples.add(plain("from a picture", family.id(), with(Parameter.DENOISING_STRENGTH, "0.5")));
            samples.add(plain(
                    "painted and steered", family.id(), painted("original").extra("ControlNet 0", CONTROL)));
            samples.add(plain("clip skip 2", family.id(), with(Parameter.CLIP_SKIP, "2")));
            samples.add(plain(
                    "clip skip 3, Forge",
                    family.id(),
                    with(Parameter.CLIP_SKIP, "3").with(Parameter.VERSION, "f2.0.1")));
        }
        samples.add(new Sample("v-prediction", Recipes.a1111(), "noobai", Distillation.NONE, Prediction.V_PREDICTION));
        samples.add(new Sample(
                "LCM sampler on v-prediction",
                with(Parameter.SAMPLER, "LCM"),
                "noobai",
                Distillation.NONE,
                Prediction.V_PREDICTION));
        samples.add(plain("rescaled noise", Recipes.a1111().extra("Noise Schedule", "Zero Terminal SNR")));
        samples.add(plain(
                "rescaled noise and LCM", with(Parameter.SAMPLER, "LCM").extra("Noise Schedule", "Zero Terminal SNR")));
        samples.add(plain("empty negative prompt", with(Parameter.NEGATIVE_PROMPT, "")));
        samples.add(plain(
                "old timeline",
                hires("Latent").with(Parameter.PROMPT, "[a:b:6] [c:0.5]").with(Parameter.VERSION, "v1.5.1")));
        for (var content : List.of("fill", "latent nothing", "latent noise", "whatever")) {
            samples.add(plain("masked content " + content, painted(content).extra("Mask mode", "Inpaint not masked")));
        }
        samples.add(plain("much blurred", painted("original").extra("Mask blur", "64")));
        samples.add(plain(
                "steered twice, in both passes",
                hires("Latent")
                        .with(Parameter.HIRES_PROMPT, "another")
                        .extra("ControlNet 0", CONTROL)
                        .extra(
                                "ControlNet 1",
                                "preprocessor: depth_midas, model: net, weight: 2, starting/ending: (0.2, 0.7)")));
        samples.add(plain(
                "enlarged afterwards",
                hires("Latent").extra("Postprocess upscaler", "4x-UltraSharp").extra("Postprocess upscale by", "2.5")));
        samples.add(plain(
                "regions, in both passes",
                hires("Latent")
                        .with(Parameter.PROMPT, "a BREAK [b:c:0.5] BREAK d AND e")
                        .extra("RP Active", "True")
                        .extra("RP Divide mode", "Matrix")
                        .extra("RP Matrix submode", "Rows")
                        .extra("RP Ratios", "1,2,1")));
        samples.add(plain(
                "from a picture, and a refiner",
                with(Parameter.DENOISING_STRENGTH, "0.6").with(Parameter.REFINER_SWITCH_AT, "0.8")));
        samples.add(plain(
                "from a picture, bent",
                with(Parameter.DENOISING_STRENGTH, "0.6")
                        .with(Parameter.SCHEDULE_TYPE, "Karras")
                        .extra("Schedule rho", "5")));
        prompts(samples);
        passes(samples);
        numbers(samples);
        return samples.stream().flatMap(Samples::alsoOfSd1);
    }

    /** What is tried on one family of SDXL's form is tried on the one of the other form as well. */
    private static Stream<Sample> alsoOfSd1(Sample sample) {
        return sample.family().equals("pony")
                ? Stream.of(
                        sample,
                        new Sample(sample.name(), sample.recipe(), "sd1", sample.distillation(), sample.prediction()))
                : Stream.of(sample);
    }

    private static void prompts(List<Sample> samples) {
        var prompts = List.of(
                "",
                "one BREAK two BREAK three, (weighty:1.3) [light]",
                "a cat AND a dog :0.7 AND a bird:1.2",
                "a AND b :20 AND c :-1",
                "[a cat:a dog:0.4], [fog::12], [late:20], [x|y]",
                "[a:b:10] BREAK c AND d",
                "{red|blue} //comment /* other */ \\(escaped\\) \\\\ backslash",
                "EasyNegative, (easynegative:0.8), photo by bad-hands-5",
                "tagged <lora:style:0.6:0.9> <hypernet:marble:0.4> <lora:gone:1>",
                "\uD83D\uDC31 \u732B, ".repeat(60));
        for (var prompt : prompts) {
            samples.add(plain(
                    "prompt " + prompt.substring(0, Math.min(20, prompt.length())), with(Parameter.PROMPT, prompt)));
            samples.add(plain(
                    "two passes of " + prompt.substring(0, Math.min(20, prompt.length())),
                    hires("Latent").with(Parameter.PROMPT, prompt)));
            samples.add(plain(
                    "second prompt " + prompt.substring(0, Math.min(20, prompt.length())),
                    hires("4x-UltraSharp")
                            .with(Parameter.HIRES_PROMPT, prompt)
                            .with(Parameter.HIRES_NEGATIVE_PROMPT, prompt)));
        }
        samples.add(plain(
                "prompt for ComfyUI",
                with(Parameter.PROMPT, "embedding:EasyNegative, {a|b}").with(Parameter.TOOL, "SwarmUI")));
        for (var emphasis : List.of("No norm", "Ignore", "None")) {
            samples.add(plain(
                    "emphasis " + emphasis,
                    with(Parameter.PROMPT, "(a:1.5) [b]").extra("Emphasis", emphasis)));
        }
    }

    private static void passes(List<Sample> samples) {
        var upscalers = List.of(
                "Latent",
                "Latent (antialiased)",
                "Latent (bicubic)",
                "Latent (bicubic antialiased)",
                "Latent (nearest)",
                "Latent (nearest-exact)",
                "None",
                "Lanczos",
                "Nearest",
                "4x-UltraSharp",
                "some other");
        upscalers.forEach(upscaler -> samples.add(plain("hires by " + upscaler, hires(upscaler))));
        for (var schedule : List.of(
                "Karras",
                "Exponential",
                "Polyexponential",
                "Turbo",
                "Align Your Steps",
                "Align Your Steps GITS",
                "Laplace",
                "Beta",
                "SGM Uniform",
                "KL Optimal",
                "DDIM",
                "Simple",
                "Unheard of")) {
            samples.add(plain("schedule " + schedule, with(Parameter.SCHEDULE_TYPE, schedule)));
            samples.add(
                    plain("hires schedule " + schedule, hires("Latent").with(Parameter.HIRES_SCHEDULE_TYPE, schedule)));
            samples.add(plain(
                    "few steps of " + schedule,
                    with(Parameter.SCHEDULE_TYPE, schedule).with(Parameter.STEPS, "1")));
        }
        for (var sampler : List.of(
                "Euler a", "DPM2 a", "DPM++ 2S a", "DPM++ SDE", "DPM++ 2M SDE", "DPM++ 2M SDE Heun", "DPM++ 3M SDE")) {
            samples.add(
                    plain("eta of " + sampler, with(Parameter.SAMPLER, sampler).with(Parameter.ETA, "0.67")));
            samples.add(plain(
                    "noise of " + sampler + " in both passes",
                    hires("Latent").with(Parameter.SAMPLER, sampler).extra("Sigma noise", "1.003")));
        }
        samples.add(plain("eta and a refiner", with(Parameter.ETA, "0.67").with(Parameter.REFINER_SWITCH_AT, "0.8")));
        samples.add(plain("bent Karras", with(Parameter.SCHEDULE_TYPE, "Karras").extra("Schedule rho", "5")));
        samples.add(plain("bent beta", with(Parameter.SCHEDULE_TYPE, "Beta").extra("Beta schedule alpha", "0.4")));
        for (var sampler :
                List.of("DPM++ 2M Karras", "LCM", "DDIM", "PLMS", "Restart", "UniPC", "DPM++ SDE", "nobody's")) {
            samples.add(plain("sampler " + sampler, with(Parameter.SAMPLER, sampler)));
            samples.add(plain("hires sampler " + sampler, hires("Latent").with(Parameter.HIRES_SAMPLER, sampler)));
        }
        samples.add(plain("hires to a size", hires("Latent").with(Parameter.HIRES_RESIZE, "1000x1000")));
        samples.add(plain("hires to a width", hires("Lanczos").with(Parameter.HIRES_RESIZE, "1111x0")));
        samples.add(plain("hires far too large", hires("Latent").with(Parameter.HIRES_RESIZE, "99999x1")));
        samples.add(plain("hires at denoise 0", hires("Latent").with(Parameter.DENOISING_STRENGTH, "0")));
        samples.add(plain("hires at denoise 1", hires("Latent").with(Parameter.DENOISING_STRENGTH, "1")));
        samples.add(plain(
                "hires of hardly anything",
                hires("Latent")
                        .with(Parameter.DENOISING_STRENGTH, "0.0001")
                        .with(Parameter.HIRES_SCHEDULE_TYPE, "Karras")));
        samples.add(
                plain("old hires", with(Parameter.FIRST_PASS_SIZE, "0x0").with(Parameter.DENOISING_STRENGTH, "0.7")));
        samples.add(plain("old hires of a size", with(Parameter.FIRST_PASS_SIZE, "512x640")));
        samples.add(plain("refiner", with(Parameter.REFINER_SWITCH_AT, "0.8").with(Parameter.SCHEDULE_TYPE, "Karras")));
        samples.add(plain(
                "refiner on a schedule of its own",
                with(Parameter.REFINER_SWITCH_AT, "0.8").with(Parameter.SCHEDULE_TYPE, "Polyexponential")));
        samples.add(plain("refiner and hires", hires("Latent").with(Parameter.REFINER_SWITCH_AT, "0.5")));
    }

    private static void numbers(List<Sample> samples) {
        samples.add(plain("largest seed", with(Parameter.SEED, "18446744073709551615")));
        samples.add(plain("rounded seed", with(Parameter.SEED, "18446744073709552000")));
        samples.add(plain("seed that is none", with(Parameter.SEED, "-1")));
        samples.add(plain("seed without end", with(Parameter.SEED, "1e300")));
        samples.add(plain("odd size", with(Parameter.WIDTH, "1001").with(Parameter.HEIGHT, "777")));
        samples.add(plain("tiny size", with(Parameter.WIDTH, "1").with(Parameter.HEIGHT, "1")));
        samples.add(plain("huge size", with(Parameter.WIDTH, "16384").with(Parameter.HEIGHT, "16384")));
        samples.add(plain("no steps", with(Parameter.STEPS, "0")));
        samples.add(plain("endless steps", with(Parameter.STEPS, "10000").with(Parameter.SCHEDULE_TYPE, "Turbo")));
        samples.add(plain("CFG 0", with(Parameter.CFG_SCALE, "0")));
        samples.add(plain("CFG with digits", with(Parameter.CFG_SCALE, "6.123456789")));
        samples.add(plain("CFG beyond all", with(Parameter.CFG_SCALE, "99").with(Parameter.PROMPT, "a AND b")));
    }
}
