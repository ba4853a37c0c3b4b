package dev.assay.core.prompt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.assay.core.finding.Finding;
import dev.assay.core.prompt.Composition.Composed;
import dev.assay.core.prompt.PromptPlan.Interval;
import dev.assay.core.prompt.PromptPlan.Part;

/** Makes one plan: {@code AND}, then the schedule of each part, then weights and chunks of each text. */
final class PromptPlanner {

    private final PromptContext context;
    private final Set<String> embeddings = new LinkedHashSet<>();
    private final Set<Finding> findings = new LinkedHashSet<>();

    PromptPlanner(PromptContext context) {
        this.context = context;
    }

    PromptPlan plan(String prompt) {
        findings.addAll(Wildcards.findings(prompt));
        var composition = switch (context.side()) {
            case POSITIVE -> Composition.of(prompt);
            case NEGATIVE -> Composition.single(prompt);
        };
        findings.addAll(composition.findings());
        var parts = composition.parts().stream().map(this::part).toList();
        return new PromptPlan(parts, composition.cfgFactor(), List.copyOf(embeddings), List.copyOf(findings));
    }

    private Part part(Composed composed) {
        var schedule = PromptSchedule.of(composed.text(), context.clock());
        findings.addAll(schedule.findings());
        List<Interval> intervals = new ArrayList<>();
        for (var interval : schedule.intervals()) {
            intervals.add(new Interval(interval.fromStep(), interval.toStep(), chunks(interval.text())));
        }
        return new Part(composed.weight(), intervals);
    }

    private List<String> chunks(String text) {
        var writer = new ChunkWriter(context.emphasis(), context.embeddings());
        writer.write(text);
        embeddings.addAll(writer.embeddings());
        findings.addAll(writer.findings());
        return writer.chunks();
    }
}
