package dev.assay.core.sampler;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;

/**
 * A node that makes a sampler, for {@code SamplerCustom}: for what cannot be said by a sampler's name.
 *
 * @param nodeClass ComfyUI's name of the node
 * @param literals all its inputs
 */
public record SamplerNode(String nodeClass, Map<String, Json> literals) {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    public SamplerNode {
        literals = Collections.unmodifiableMap(new LinkedHashMap<>(literals));
    }

    /** The node for a sampler with noise of its own; empty where core has none for it, or not with these values. */
    static Optional<SamplerNode> of(String sampler, NoiseSettings noise) {
        if (noise.etaDdim().isPresent() || !isWithin(noise.eta()) || !isWithin(noise.scale())) {
            return Optional.empty();
        }
        var inputs = new LinkedHashMap<String, Json>();
        inputs.put("eta", Json.of(noise.eta().orElse(BigDecimal.ONE)));
        inputs.put("s_noise", Json.of(noise.scale().orElse(BigDecimal.ONE)));
        var name = switch (sampler.replace("_gpu", "")) {
            case "euler_ancestral" -> "SamplerEulerAncestral";
            case "dpmpp_2s_ancestral" -> "SamplerDPMPP_2S_Ancestral";
            case "dpmpp_sde" -> "SamplerDPMPP_SDE";
            case "dpmpp_2m_sde", "dpmpp_2m_sde_heun" -> "SamplerDPMPP_2M_SDE";
            case "dpmpp_3m_sde" -> "SamplerDPMPP_3M_SDE";
            default -> "";
        };
        if (name.equals("SamplerDPMPP_SDE")) {
            inputs.put("r", Json.of(new BigDecimal("0.5")));
        }
        if (name.equals("SamplerDPMPP_2M_SDE")) {
            inputs.put("solver_type", Json.of(sampler.contains("heun") ? "heun" : "midpoint"));
        }
        if (name.contains("SDE")) {
            inputs.put("noise_device", Json.of(sampler.endsWith("_gpu") ? "gpu" : "cpu"));
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(new SamplerNode(name, inputs));
    }

    private static boolean isWithin(Optional<BigDecimal> value) {
        return value.filter(number -> number.signum() < 0 || number.compareTo(MOST) > 0)
                .isEmpty();
    }
}
