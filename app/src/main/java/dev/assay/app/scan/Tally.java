package dev.assay.app.scan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.core.hash.Sha256;
import dev.assay.core.workflow.needs.ModelNeed;
import dev.assay.core.workflow.needs.PackNeed;

/** What all files come to: each model and each pack once, whoever needs it. */
public final class Tally {

    /** What makes two needs one question: a file of that name and, where anything is noted, the content or the place. */
    private record Key(String folder, String name, String noted) {
        static Key of(ModelNeed need) {
            var noted = need.noted()
                    .map(one -> one.sha256().map(Sha256::hex).orElse(one.url()))
                    .orElse("");
            return new Key(need.folder(), need.name(), noted);
        }
    }

    /** What is being added up of one need. */
    private static final class Sum<N, S> {
        private final N need;
        private S state;
        private boolean active;
        private Optional<Offer> offer = Optional.empty();
        private final List<Integer> workflows = new ArrayList<>();

        Sum(N need, S state) {
            this.need = need;
            this.state = state;
        }
    }

    private final Map<Key, Sum<ModelNeed, ModelState>> models = new LinkedHashMap<>();
    private final Map<String, Sum<PackNeed, PackState>> packs = new LinkedHashMap<>();
    private final Map<ExitCode, Integer> codes = new java.util.EnumMap<>(ExitCode.class);
    private int workflows;
    private int lacking;
    private int unknown;
    private int others;
    private int unread;

    public void add(ScannedFile file) {
        codes.merge(file.code(), 1, Integer::sum);
        switch (file) {
            case ScannedFile.NoWorkflow _ -> others++;
            case ScannedFile.Unread _ -> unread++;
            case ScannedFile.Workflow workflow -> add(workflow);
        }
    }

    private void add(ScannedFile.Workflow workflow) {
        for (var model : workflow.models()) {
            var sum = models.computeIfAbsent(Key.of(model.need()), _ -> new Sum<>(model.need(), model.state()));
            sum.active |= model.need().active();
            sum.offer = sum.offer.or(model::offer);
            sum.workflows.add(workflows);
        }
        for (var pack : workflow.packs()) {
            var name = pack.need().id().orElseGet(() -> "?" + pack.need().classes());
            var sum = packs.computeIfAbsent(name, _ -> new Sum<>(pack.need(), pack.state()));
            sum.active |= pack.need().active();
            sum.workflows.add(workflows);
            if (pack.isLacking()) {
                sum.state = pack.state();
            }
        }
        workflows++;
        lacking += workflow.isLacking() ? 1 : 0;
        unknown += workflow.isUnknown() ? 1 : 0;
    }

    /** How it ends: what is missing counts before what cannot be read. */
    public ExitCode code() {
        return ExitCode.first(List.copyOf(codes.keySet())).orElse(ExitCode.OK);
    }

    public int workflows() {
        return workflows;
    }

    /** Workflows that something is missing for. */
    public int lacking() {
        return lacking;
    }

    /** Workflows that nothing is known to be missing for, and something was not looked for. */
    public int unknown() {
        return unknown;
    }

    /** Files that can be read and are no workflows. */
    public int others() {
        return others;
    }

    /** Files that cannot be read. */
    public int unread() {
        return unread;
    }

    public List<ModelTotal> models() {
        return models.values().stream()
                .map(sum -> new ModelTotal(sum.need, sum.state, sum.active, sum.workflows, sum.offer))
                .toList();
    }

    public List<PackTotal> packs() {
        return packs.values().stream()
                .map(sum -> new PackTotal(sum.need, sum.state, sum.active, sum.workflows))
                .toList();
    }
}
