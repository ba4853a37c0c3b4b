package dev.assay.core.sampler;

import java.util.List;

/**
 * A row of the table of samplers.
 *
 * @param fidelity how like the original ComfyUI's is
 * @param sampler ComfyUI's name
 * @param unnamed the schedule that goes with it where none is named: before A1111 1.9, and on Civitai
 * @param automatic the schedule that A1111 takes by itself since 1.9
 * @param note what differs, for people; empty where nothing does
 * @param names as tools write it, in any spelling
 */
record SamplerRow(
        Fidelity fidelity, String sampler, String unnamed, String automatic, String note, List<String> names) {

    static SamplerRow row(
            Fidelity fidelity, String sampler, String unnamed, String automatic, String note, String... names) {
        return new SamplerRow(fidelity, sampler, unnamed, automatic, note, List.of(names));
    }
}
