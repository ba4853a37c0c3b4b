package dev.assay.app.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.Document;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.carrier.CarrierFile;
import dev.assay.core.metadata.dialect.MetadataReader;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import dev.assay.core.workflow.definition.NodeDefinitions;

/**
 * Whether a fetched picture is of the job that was queued. A server names files by a counter, which begins anew when its
 * folder is emptied, so that a name in an old answer may be another job's file by now; but the picture itself carries the
 * graph that made it.
 */
final class Belonging {

    private final List<Graph> own = new ArrayList<>();
    private final SameGraph same;

    /**
     * What counts as one's own.
     *
     * @param queued what was queued
     * @param executed the same as the server has it; extensions may have changed it on the way
     */
    Belonging(Graph queued, Json executed, NodeDefinitions definitions) {
        own.add(queued);
        read(executed).ifPresent(own::add);
        this.same = new SameGraph(definitions);
    }

    /** What a file says of itself. */
    enum Verdict {
        /** It carries the graph that was queued. */
        OWN,
        /** It carries no graph. */
        UNLABELLED,
        /** It carries another graph. */
        FOREIGN
    }

    Verdict of(Path file) throws IOException {
        if (!(CarrierFile.read(file) instanceof CarrierFile.Read image)) {
            return Verdict.UNLABELLED;
        }
        var source = new Source(Origin.FILE, "");
        return MetadataReader.read(new Document.FileTexts(image.entries()), source).stream()
                .map(Reading::graph)
                .flatMap(Optional::stream)
                .map(EmbeddedGraph::prompt)
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(Belonging::read)
                .map(graph -> own.stream().anyMatch(queued -> same.is(queued, graph)) ? Verdict.OWN : Verdict.FOREIGN)
                .orElse(Verdict.UNLABELLED);
    }

    private static Optional<Graph> read(Json prompt) {
        return ApiFormat.read(prompt) instanceof ApiReading.Read(var graph) ? Optional.of(graph) : Optional.empty();
    }
}
