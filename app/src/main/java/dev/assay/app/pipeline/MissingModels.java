package dev.assay.app.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;

/** Says which models of a written workflow are not there yet. */
final class MissingModels {

    private MissingModels() {}

    static Optional<Finding> of(List<Part> parts) {
        var names = parts.stream()
                .filter(part -> part.state() instanceof PartState.Missing)
                .map(part -> "\"" + ((PartState.Missing) part.state()).name() + "\" (models/" + part.directory() + ")")
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning("MODELS_MISSING", Effect.NONE, "Not on this computer yet: " + names + ".")
                        .advise("Run it again without --no-download, or put the files there yourself."));
    }
}
