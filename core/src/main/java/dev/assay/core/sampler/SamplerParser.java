package dev.assay.core.sampler;

import java.util.Optional;

import dev.assay.core.family.Tool;

/** Takes a sampler's name apart: which row it means, and which schedule it names at its end. */
final class SamplerParser {

    /** What a name means. */
    record Parsed(SamplerRow row, Optional<ScheduleRow> suffix) {}

    private SamplerParser() {}

    static Optional<Parsed> parse(String name, Tool tool) {
        var key = NameKey.of(name);
        if (tool == Tool.INVOKEAI) {
            var parsed = invoke(key);
            if (parsed.isPresent()) {
                return parsed;
            }
        }
        if (tool.speaksComfy() || name.contains("_")) {
            var parsed = comfy(name);
            if (parsed.isPresent()) {
                return parsed;
            }
        }
        return general(key).or(() -> key.startsWith("k") ? general(key.substring(1)) : Optional.empty());
    }

    private static Optional<Parsed> invoke(String key) {
        return SamplerTable.invoke(key)
                .map(row -> new Parsed(row, Optional.empty()))
                .or(() -> key.endsWith("k")
                        ? SamplerTable.invoke(key.substring(0, key.length() - 1))
                                .map(row -> new Parsed(row, ScheduleTable.find("karras")))
                        : Optional.empty());
    }

    /** A name in ComfyUI's own spelling is ComfyUI's own sampler, whichever tool wrote it down. */
    private static Optional<Parsed> comfy(String name) {
        return ComfyNames.split(name).map(split -> {
            var row = SamplerRow.row(Fidelity.EXACT, split.sampler(), "normal", "normal", "", split.sampler());
            return new Parsed(row, split.scheduler().map(SamplerParser::own));
        });
    }

    /** One of ComfyUI's own schedulers. */
    static ScheduleRow own(String scheduler) {
        return ScheduleRow.row(Fidelity.EXACT, scheduler, "", scheduler);
    }

    /** The longest name of a sampler that a schedule's name follows, or that is all there is. */
    private static Optional<Parsed> general(String key) {
        for (int end = key.length(); end > 0; end--) {
            var row = SamplerTable.general(key.substring(0, end));
            var rest = key.substring(end);
            if (row.isPresent() && rest.isEmpty()) {
                return Optional.of(new Parsed(row.get(), Optional.empty()));
            }
            var suffix = ScheduleTable.find(rest);
            if (row.isPresent() && suffix.isPresent()) {
                return Optional.of(new Parsed(row.get(), suffix));
            }
        }
        return flow(key);
    }

    /** SD.Next has many samplers for flow models; all are of euler's kind. */
    private static Optional<Parsed> flow(String key) {
        return key.endsWith("flowmatch")
                ? SamplerTable.general("eulerflowmatch").map(row -> new Parsed(row, Optional.empty()))
                : Optional.empty();
    }
}
