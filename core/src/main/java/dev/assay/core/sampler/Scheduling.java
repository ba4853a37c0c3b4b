package dev.assay.core.sampler;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.assay.core.json.Json;

/** Where the noise levels of a sampling come from. */
public sealed interface Scheduling {

    /** One of the schedulers that {@code KSampler} takes by name. */
    record Named(String scheduler) implements Scheduling {}

    /**
     * A node that makes sigmas, for {@code SamplerCustom}.
     *
     * @param nodeClass ComfyUI's name of the node
     * @param literals all its inputs but the model, the steps and the denoise, which whoever writes the graph knows
     */
    record SigmasNode(String nodeClass, Map<String, Json> literals) implements Scheduling {
        public SigmasNode {
            literals = Collections.unmodifiableMap(new LinkedHashMap<>(literals));
        }
    }
}
