package dev.assay.app.serve.work;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.app.compare.Originals;
import dev.assay.app.pipeline.Report;
import dev.assay.civitai.image.Media;
import dev.assay.civitai.image.MediaFetcher;
import dev.assay.core.evidence.Verdict;
import dev.assay.core.evidence.Weighed;

/**
 * The pictures that belong beside a report. Of a proven image its own; where nothing is proven, those that the witnesses
 * speak of, each under the witness's number and as that witness's: to be looked at, and for nothing else.
 */
final class Pictures {

    static final String ORIGINAL = "original";
    static final String RESULT = "result";

    private static final int MOST_WITNESSES = 4;

    private final MediaFetcher media;
    private final Optional<Path> own;

    /** @param own the user's own file, where the report is about that */
    Pictures(MediaFetcher media, Optional<Path> own) {
        this.media = media;
        this.own = own;
    }

    Map<String, Path> of(Report report) {
        if (own.isPresent()) {
            return Map.of(ORIGINAL, own.get());
        }
        return switch (report.verdict().orElse(null)) {
            case null -> Map.of();
            case Verdict.ProvenImage proven ->
                Originals.fetch(proven.image(), report.recipe(), media) instanceof Originals.Result.Found(var file)
                        ? Map.of(ORIGINAL, file)
                        : Map.of();
            case Verdict.Contradicted contradicted -> ofWitnesses(contradicted.evidence());
            case Verdict.Unproven unproven -> ofWitnesses(unproven.evidence());
        };
    }

    private Map<String, Path> ofWitnesses(List<Weighed> evidence) {
        Map<String, Path> pictures = new HashMap<>();
        for (int i = 0; i < evidence.size() && pictures.size() < MOST_WITNESSES; i++) {
            var uuid = evidence.get(i).observation().identity().media();
            if (uuid.isPresent() && media.original(uuid.get()) instanceof Media.Fetched fetched) {
                pictures.put("witness-" + i, fetched.file());
            }
        }
        return pictures;
    }
}
