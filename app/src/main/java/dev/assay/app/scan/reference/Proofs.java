package dev.assay.app.scan.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.assay.app.pipeline.Part;
import dev.assay.app.pipeline.PartState;
import dev.assay.app.scan.Knowledge;
import dev.assay.app.scan.ModelState;
import dev.assay.app.scan.Offer;
import dev.assay.app.scan.ScannedModel;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.making.own.Mentions;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.model.ModelReference;
import dev.assay.core.workflow.needs.ModelNeed;
import dev.assay.core.workflow.needs.Noted;

/** What the proof of an image says of the models that its workflow names. */
record Proofs(List<Part> parts) implements Knowledge {

    Proofs {
        parts = List.copyOf(parts);
    }

    @Override
    public ModelNeed noted(ModelNeed need) {
        var known = part(need).map(part -> part.resolved().resolution());
        if (need.noted().flatMap(Noted::sha256).isPresent()
                || !(known.orElse(null) instanceof Resolution.Exact(var file, var _))) {
            return need;
        }
        var url = need.noted()
                .map(Noted::url)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> ModelLinks.downloadAddress(file).toString());
        return need.with(new Noted(url, file.sha256(), need.folder(), false));
    }

    @Override
    public ScannedModel told(ScannedModel model) {
        var part = part(model.need());
        if (part.isEmpty() || !(model.state() instanceof ModelState.Missing)) {
            return model;
        }
        if (part.get().state() instanceof PartState.OnDisk(var path, var name)) {
            var copy = new ModelState.Copy(path, model.need().noted().flatMap(Noted::sha256));
            return new ScannedModel(
                    model.need(), new ModelState.Elsewhere(copy, Optional.of(name), true), model.offer());
        }
        return offer(part.get())
                .map(offer -> new ScannedModel(model.need(), model.state(), Optional.of(offer)))
                .orElse(model);
    }

    private static Optional<Offer> offer(Part part) {
        return switch (part.resolved().resolution()) {
            case Resolution.Exact(var file, var how) -> Optional.of(new Offer.File(file, how, Optional.empty()));
            case Resolution.Ambiguous _,
                    Resolution.Unidentified _,
                    Resolution.Gone _,
                    Resolution.Restricted _,
                    Resolution.RemoteOnly _,
                    Resolution.Mismatch _,
                    Resolution.Unreachable _ ->
                part.state() instanceof PartState.Unavailable(var why)
                        ? Optional.of(new Offer.None(why))
                        : Optional.empty();
        };
    }

    /** By the name under which it is or would be here, else by the name under which it was mentioned. */
    private Optional<Part> part(ModelNeed need) {
        var reference = new ModelReference(new NodeId("0"), "", "", need.name(), need.folder(), need.guessed());
        return parts.stream()
                .filter(part -> part.directory().equals(need.folder()))
                .filter(part -> part.listingName().filter(need.name()::equals).isPresent())
                .findFirst()
                .or(() -> parts.stream()
                        .filter(part ->
                                Mentions.isMeant(reference, part.resolved().ingredient()))
                        .min(Comparator.comparing(part -> !part.directory().equals(need.folder()))));
    }
}
