package dev.assay.core.sampler;

import java.util.List;
import java.util.Optional;

/** What A1111 calls ComfyUI's samplers and schedulers, where it has the same. */
public final class WebUiNames {

    private WebUiNames() {}

    /** A1111's name for the sampler of that name in ComfyUI; empty where it has none like it. */
    public static Optional<String> sampler(String comfyName) {
        var plain = comfyName.replaceFirst("_gpu$", "");
        return SamplerTable.GENERAL.stream()
                .filter(row -> row.sampler().equals(plain) && row.fidelity() != Fidelity.SUBSTITUTED)
                .map(row -> row.names().getFirst())
                .findFirst();
    }

    /** A1111's name for the scheduler of that name in ComfyUI; empty where it has none like it. */
    public static Optional<String> schedule(String comfyName) {
        if (comfyName.equals("normal")) {
            // Of its two names for it, the one that says so.
            return Optional.of("Normal");
        }
        return ScheduleTable.ROWS.stream()
                .filter(row -> row.target().equals(comfyName) && row.fidelity() != Fidelity.SUBSTITUTED)
                .map(ScheduleRow::names)
                .map(List::getFirst)
                .findFirst();
    }
}
