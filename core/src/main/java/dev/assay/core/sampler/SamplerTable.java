package dev.assay.core.sampler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static dev.assay.core.sampler.Fidelity.APPROXIMATE;
import static dev.assay.core.sampler.Fidelity.EXACT;
import static dev.assay.core.sampler.Fidelity.NOISE_DIFFERS;
import static dev.assay.core.sampler.Fidelity.SUBSTITUTED;
import static dev.assay.core.sampler.SamplerRow.row;

/** Which of ComfyUI's samplers a name means. */
final class SamplerTable {

    /** A1111 marks these as second order: two calls of the model in each step. */
    static final Set<String> CALLS_TWICE =
            Set.of("heun", "dpm_2", "dpm_2_ancestral", "dpmpp_2s_ancestral", "dpmpp_sde");

    private static final String SPACING = "diffusers spaces its steps in another way";

    static final List<SamplerRow> GENERAL = List.of(
            // A1111 sd_samplers_kdiffusion: the names, their aliases, and their default schedules since 1.9.
            row(EXACT, "euler", "normal", "normal", "", "Euler"),
            row(NOISE_DIFFERS, "euler_ancestral", "normal", "normal", "", "Euler a", "Euler Ancestral"),
            row(EXACT, "lms", "normal", "normal", "", "LMS"),
            row(EXACT, "heun", "normal", "normal", "", "Heun"),
            row(EXACT, "dpm_2", "normal", "karras", "", "DPM2"),
            row(NOISE_DIFFERS, "dpm_2_ancestral", "normal", "karras", "", "DPM2 a", "DPM2 Ancestral"),
            row(NOISE_DIFFERS, "dpmpp_2s_ancestral", "normal", "karras", "", "DPM++ 2S a", "DPM++ 2S Ancestral"),
            row(EXACT, "dpmpp_2m", "normal", "karras", "", "DPM++ 2M"),
            row(NOISE_DIFFERS, "dpmpp_sde", "normal", "karras", "", "DPM++ SDE"),
            row(NOISE_DIFFERS, "dpmpp_2m_sde", "normal", "exponential", "", "DPM++ 2M SDE"),
            row(NOISE_DIFFERS, "dpmpp_2m_sde_heun", "normal", "exponential", "", "DPM++ 2M SDE Heun"),
            row(
                    APPROXIMATE,
                    "dpmpp_3m_sde",
                    "normal",
                    "exponential",
                    "A1111 leaves out the last noise level but one, ComfyUI does not",
                    "DPM++ 3M SDE"),
            row(APPROXIMATE, "dpm_fast", "normal", "normal", "A1111's has a schedule of its own", "DPM fast"),
            row(
                    APPROXIMATE,
                    "dpm_adaptive",
                    "normal",
                    "normal",
                    "it chooses its steps itself, and the number of steps has no effect",
                    "DPM adaptive",
                    "DPM ad"),
            row(SUBSTITUTED, "heun", "karras", "karras", "the nearest in ComfyUI's core", "Restart"),
            // A1111 sd_samplers_timesteps: steps 1, 1+k, … as ComfyUI's ddim_uniform has them.
            row(EXACT, "ddim", "ddim_uniform", "ddim_uniform", "", "DDIM"),
            row(
                    APPROXIMATE,
                    "euler_cfg_pp",
                    "ddim_uniform",
                    "ddim_uniform",
                    "CFG means something else for it: 0 to 2",
                    "DDIM CFG++"),
            row(SUBSTITUTED, "ipndm", "ddim_uniform", "ddim_uniform", "the nearest in ComfyUI's core", "PLMS", "PNDM"),
            row(APPROXIMATE, "uni_pc", "normal", "normal", "ComfyUI's has a fixed order", "UniPC"),
            row(EXACT, "lcm", "sgm_uniform", "sgm_uniform", "", "LCM"),
            // Forge's own.
            row(NOISE_DIFFERS, "ddpm", "normal", "normal", "", "DDPM"),
            row(EXACT, "heunpp2", "normal", "normal", "", "HeunPP2", "Heun++", "Heun++ 2"),
            row(EXACT, "ipndm", "normal", "normal", "", "IPNDM"),
            row(EXACT, "ipndm_v", "normal", "normal", "", "IPNDM_V"),
            row(EXACT, "deis", "normal", "normal", "", "DEIS"),
            row(
                    SUBSTITUTED,
                    "lcm",
                    "sgm_uniform",
                    "sgm_uniform",
                    "the nearest in ComfyUI's core; eta has no effect",
                    "TCD"),
            // reForge and extensions.
            row(
                    SUBSTITUTED,
                    "euler_ancestral",
                    "normal",
                    "normal",
                    "the nearest in ComfyUI's core",
                    "Euler A2",
                    "Euler Max"),
            row(
                    SUBSTITUTED,
                    "euler",
                    "normal",
                    "normal",
                    "the nearest in ComfyUI's core",
                    "Euler Dy",
                    "Euler SMEA Dy",
                    "Euler SMEA",
                    "Euler Negative",
                    "Euler Negative Dy",
                    "Euler Dy Negative"),
            // Civitai's on-site names, from stable-diffusion.cpp and newer engines.
            row(
                    APPROXIMATE,
                    "dpmpp_2m",
                    "normal",
                    "karras",
                    "the second version of it is another",
                    "DPM++ 2M v2",
                    "DPM++2Mv2"),
            row(EXACT, "res_multistep", "normal", "normal", "", "Res Multistep"),
            row(APPROXIMATE, "res_multistep", "normal", "normal", "ComfyUI's core has no res_2s", "Res 2S"),
            row(EXACT, "er_sde", "normal", "normal", "", "ER SDE"),
            // SD.Next's flow samplers, and those of diffusers.
            row(
                    APPROXIMATE,
                    "euler",
                    "simple",
                    "simple",
                    "ComfyUI's euler is the plain one of its kind",
                    "Euler FlowMatch",
                    "FlowMatchEuler",
                    "FlowMatch Euler Discrete Scheduler"),
            row(APPROXIMATE, "euler", "normal", "normal", SPACING, "Euler Discrete Scheduler"),
            row(APPROXIMATE, "euler_ancestral", "normal", "normal", SPACING, "Euler Ancestral Discrete Scheduler"),
            row(APPROXIMATE, "heun", "normal", "normal", SPACING, "Heun Discrete Scheduler"),
            row(APPROXIMATE, "lms", "normal", "normal", SPACING, "LMS Discrete Scheduler"),
            row(APPROXIMATE, "dpm_2", "normal", "normal", SPACING, "KDPM2 Discrete Scheduler"),
            row(APPROXIMATE, "dpm_2_ancestral", "normal", "normal", SPACING, "KDPM2 Ancestral Discrete Scheduler"),
            row(APPROXIMATE, "dpmpp_2m", "normal", "normal", SPACING, "DPM Solver Multistep Scheduler"),
            row(APPROXIMATE, "dpmpp_sde", "normal", "normal", SPACING, "DPM Solver SDE Scheduler"),
            row(APPROXIMATE, "uni_pc", "normal", "normal", SPACING, "UniPC Multistep Scheduler"),
            row(APPROXIMATE, "ddim", "ddim_uniform", "ddim_uniform", SPACING, "DDIM Scheduler"),
            row(APPROXIMATE, "ddpm", "normal", "normal", SPACING, "DDPM Scheduler"),
            row(APPROXIMATE, "lcm", "sgm_uniform", "sgm_uniform", SPACING, "LCM Scheduler"),
            row(SUBSTITUTED, "ipndm", "ddim_uniform", "ddim_uniform", SPACING, "PNDM Scheduler"));

    /** Invoke names its schedulers after diffusers'; a trailing {@code _k} stands for Karras (Invoke's schedulers.py). */
    static final List<SamplerRow> INVOKE = List.of(
            row(APPROXIMATE, "ddim", "ddim_uniform", "ddim_uniform", SPACING, "ddim"),
            row(APPROXIMATE, "ddpm", "normal", "normal", SPACING, "ddpm"),
            row(APPROXIMATE, "deis", "normal", "normal", SPACING, "deis"),
            row(APPROXIMATE, "lms", "normal", "normal", SPACING, "lms"),
            row(SUBSTITUTED, "ipndm", "normal", "normal", "the nearest in ComfyUI's core", "pndm"),
            row(APPROXIMATE, "heun", "normal", "normal", SPACING, "heun"),
            row(APPROXIMATE, "euler", "normal", "normal", SPACING, "euler"),
            row(APPROXIMATE, "euler_ancestral", "normal", "normal", SPACING, "euler_a"),
            row(APPROXIMATE, "dpm_2", "normal", "normal", SPACING, "kdpm_2"),
            row(APPROXIMATE, "dpm_2_ancestral", "normal", "normal", SPACING, "kdpm_2_a"),
            row(
                    SUBSTITUTED,
                    "dpmpp_2s_ancestral",
                    "normal",
                    "normal",
                    "Invoke's adds no noise; ComfyUI's core has only the one that does",
                    "dpmpp_2s"),
            row(APPROXIMATE, "dpmpp_2m", "normal", "normal", SPACING, "dpmpp_2m"),
            row(APPROXIMATE, "dpmpp_2m_sde", "normal", "normal", SPACING, "dpmpp_2m_sde"),
            row(
                    SUBSTITUTED,
                    "dpmpp_3m_sde",
                    "normal",
                    "normal",
                    "Invoke's adds no noise; ComfyUI's core has only the one that does",
                    "dpmpp_3m"),
            row(APPROXIMATE, "dpmpp_sde", "normal", "normal", SPACING, "dpmpp_sde"),
            row(APPROXIMATE, "er_sde", "normal", "normal", SPACING, "er_sde"),
            row(APPROXIMATE, "uni_pc", "normal", "normal", SPACING, "unipc"),
            row(APPROXIMATE, "lcm", "sgm_uniform", "sgm_uniform", SPACING, "lcm"),
            row(SUBSTITUTED, "lcm", "sgm_uniform", "sgm_uniform", "the nearest in ComfyUI's core", "tcd"));

    private static final Map<String, SamplerRow> GENERAL_BY_KEY = byKey(GENERAL);
    private static final Map<String, SamplerRow> INVOKE_BY_KEY = byKey(INVOKE);

    private SamplerTable() {}

    static Optional<SamplerRow> general(String key) {
        return Optional.ofNullable(GENERAL_BY_KEY.get(key));
    }

    static Optional<SamplerRow> invoke(String key) {
        return Optional.ofNullable(INVOKE_BY_KEY.get(key));
    }

    private static Map<String, SamplerRow> byKey(List<SamplerRow> rows) {
        Map<String, SamplerRow> map = new HashMap<>();
        rows.forEach(row -> row.names().forEach(name -> map.put(NameKey.of(name), row)));
        return Map.copyOf(map);
    }
}
