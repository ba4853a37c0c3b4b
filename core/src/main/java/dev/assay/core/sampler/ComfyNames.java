package dev.assay.core.sampler;

import java.util.List;
import java.util.Optional;

/** ComfyUI's own names, of the samplers and schedulers that its versions 0.8 to 0.24 have. */
final class ComfyNames {

    static final List<String> SAMPLERS = List.of(
            "euler",
            "euler_cfg_pp",
            "euler_ancestral",
            "euler_ancestral_cfg_pp",
            "heun",
            "heunpp2",
            "exp_heun_2_x0",
            "exp_heun_2_x0_sde",
            "dpm_2",
            "dpm_2_ancestral",
            "lms",
            "dpm_fast",
            "dpm_adaptive",
            "dpmpp_2s_ancestral",
            "dpmpp_2s_ancestral_cfg_pp",
            "dpmpp_sde",
            "dpmpp_sde_gpu",
            "dpmpp_2m",
            "dpmpp_2m_cfg_pp",
            "dpmpp_2m_sde",
            "dpmpp_2m_sde_gpu",
            "dpmpp_2m_sde_heun",
            "dpmpp_2m_sde_heun_gpu",
            "dpmpp_3m_sde",
            "dpmpp_3m_sde_gpu",
            "ddpm",
            "lcm",
            "ipndm",
            "ipndm_v",
            "deis",
            "res_multistep",
            "res_multistep_cfg_pp",
            "res_multistep_ancestral",
            "res_multistep_ancestral_cfg_pp",
            "gradient_estimation",
            "gradient_estimation_cfg_pp",
            "er_sde",
            "seeds_2",
            "seeds_3",
            "sa_solver",
            "sa_solver_pece",
            "ddim",
            "uni_pc",
            "uni_pc_bh2");

    static final List<String> SCHEDULERS = List.of(
            "simple",
            "sgm_uniform",
            "karras",
            "exponential",
            "ddim_uniform",
            "beta",
            "normal",
            "linear_quadratic",
            "kl_optimal");

    /** A sampler's name, and perhaps a scheduler's behind it. */
    record Split(String sampler, Optional<String> scheduler) {}

    private ComfyNames() {}

    /** Reads {@code dpmpp_2m} or {@code dpmpp_2m_karras}, the longest sampler first. */
    static Optional<Split> split(String name) {
        if (SAMPLERS.contains(name)) {
            return Optional.of(new Split(name, Optional.empty()));
        }
        return SCHEDULERS.stream()
                .filter(scheduler -> name.endsWith("_" + scheduler))
                .map(scheduler ->
                        new Split(name.substring(0, name.length() - scheduler.length() - 1), Optional.of(scheduler)))
                .filter(split -> SAMPLERS.contains(split.sampler()))
                .findFirst();
    }

    /** The sampler that takes its noise from the graphics card, where there is one. */
    static String onGpu(String sampler) {
        return SAMPLERS.contains(sampler + "_gpu") ? sampler + "_gpu" : sampler;
    }
}
