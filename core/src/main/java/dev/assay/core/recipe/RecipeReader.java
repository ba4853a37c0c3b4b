package dev.assay.core.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import dev.assay.core.evidence.Attested;
import dev.assay.core.evidence.ImageRecord;
import dev.assay.core.evidence.Proven;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.Document;
import dev.assay.core.metadata.Reading;
import dev.assay.core.source.Source;

/** Reads the recipe out of an image's own metadata. It takes nothing but what was proven (law 1). */
public final class RecipeReader {

    private final BiFunction<Document, Source, List<Reading>> reader;

    /**
     * @param reader reads one document
     */
    public RecipeReader(BiFunction<Document, Source, List<Reading>> reader) {
        this.reader = reader;
    }

    public Recipe read(Proven<ImageRecord> image) {
        var readings = new ArrayList<Reading>();
        for (var attested : image.value().documents()) {
            readings.addAll(read(attested));
        }
        return RecipeMerge.merge(readings);
    }

    private List<Reading> read(Attested attested) {
        var source = new Source(attested.witness().origin(), attested.witness().words());
        var readings = reader.apply(attested.document(), source);
        return attested.labelled()
                ? readings
                : readings.stream().map(RecipeReader::marked).toList();
    }

    private static Reading marked(Reading reading) {
        var findings = new ArrayList<>(reading.findings());
        findings.add(Finding.warning(
                "UNLABELLED",
                Effect.DOUBT,
                "The generation data carry no image number of their own; only the question ties them to this image."));
        return new Reading(
                reading.source(), reading.values(), reading.ingredients(), reading.extras(), reading.graph(), findings);
    }
}
