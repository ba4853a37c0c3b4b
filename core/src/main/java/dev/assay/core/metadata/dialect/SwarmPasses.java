package dev.assay.core.metadata.dialect;

import java.math.BigDecimal;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.draft.Draft;

/**
 * What SwarmUI does besides the first pass: going over a given picture, making the result larger, and handing over to a
 * refiner, in the middle of the steps or afterwards.
 */
final class SwarmPasses {

    private final Members members;
    private final Draft draft;

    SwarmPasses(Members members, Draft draft) {
        this.members = members;
        this.draft = draft;
    }

    void read() {
        if (members.has("initimagecreativity")) {
            draft.state(Parameter.PROCESS, Optional.of("img2img"));
            members.value(Parameter.DENOISING_STRENGTH, "initimagecreativity");
        }
        var control = members.take("refinercontrolpercentage");
        var method = members.take("refinermethod").text().orElse("");
        if (method.startsWith("StepSwap")) {
            switchPoint(control);
        } else if (!method.isEmpty() || isEnlarged()) {
            secondPass(control);
        }
        draft.extra("refinercontrolpercentage", control);
        draft.extra("refinermethod", method);
    }

    private boolean isEnlarged() {
        return members.take("refinerupscale")
                .decimal()
                .filter(factor -> factor.compareTo(BigDecimal.ONE) != 0)
                .isPresent();
    }

    /** The result is gone over again, perhaps larger, perhaps with another model: hires fix in A1111's words. */
    private void secondPass(Json control) {
        draft.suggest(Parameter.DENOISING_STRENGTH, control);
        draft.state(
                Parameter.HIRES_UPSCALE, "refinerupscale", isEnlarged() ? members.take("refinerupscale") : Json.of(1));
        members.value(Parameter.HIRES_STEPS, "refinersteps")
                .value(Parameter.HIRES_CFG_SCALE, "refinercfgscale")
                .value(Parameter.HIRES_SAMPLER, "refinersampler")
                .value(Parameter.HIRES_SCHEDULE_TYPE, "refinerscheduler");
        members.take("refinermodel")
                .text()
                .filter(name -> !name.startsWith("("))
                .ifPresent(name -> draft.state(Parameter.HIRES_CHECKPOINT, Optional.of(name)));
        upscaler(members.take("refinerupscalemethod").text().orElse(""));
    }

    /** The share is the refiner's; A1111 states that of the first model. */
    private void switchPoint(Json control) {
        control.decimal()
                .map(BigDecimal.ONE::subtract)
                .ifPresent(share -> draft.state(Parameter.REFINER_SWITCH_AT, Optional.of(share.toPlainString())));
    }

    /** {@code pixel-lanczos}, {@code latent-bilinear} or {@code model-4x-UltraSharp.pth}. */
    private void upscaler(String method) {
        var dash = method.indexOf('-');
        if (dash < 0 || !isEnlarged()) {
            draft.extra("refinerupscalemethod", method);
            return;
        }
        var name = method.substring(dash + 1);
        var called = switch (method.substring(0, dash)) {
            case "model", "pixel" -> name;
            case "latent" -> "Latent (" + name + ")";
            default -> method;
        };
        draft.state(Parameter.HIRES_UPSCALER, Optional.of(called));
    }
}
