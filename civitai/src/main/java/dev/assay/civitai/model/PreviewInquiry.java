package dev.assay.civitai.model;

import java.util.Comparator;
import java.util.Optional;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.Ledger;
import dev.assay.civitai.ask.Question;
import dev.assay.civitai.image.PreviewFetcher;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.json.Json;

/** Which picture the site shows of a version, by the version's own answer (§4.3). Nothing depends on it. */
public final class PreviewInquiry {

    private static final int MOST = 100;
    private static final long ANY_MATURE = Long.MAX_VALUE;

    private final Asker asker;
    private final Ledger ledger;

    public PreviewInquiry(Asker asker, Ledger ledger) {
        this.asker = asker;
        this.ledger = ledger;
    }

    /** The mildest, the first of them; empty where there is none, or what came is about another version. */
    public Optional<Preview> of(ModelFile file) {
        if (file.versionId() == 0) {
            return Optional.empty();
        }
        var answer = asker.ask(Question.of("/api/v1/model-versions/" + file.versionId()));
        if (!(answer instanceof Answer.Told told)
                || !told.ok()
                || !told.body().at("id").integer().equals(Optional.of(file.versionId()))) {
            return Optional.empty();
        }
        ledger.validate(told.received());
        return told.body().at("images").items().stream()
                .limit(MOST)
                .flatMap(image -> preview(image).stream())
                .min(Comparator.comparingLong(one -> one.level().orElse(ANY_MATURE)));
    }

    /** Films are none. */
    private static Optional<Preview> preview(Json image) {
        if (image.at("type").text().filter("image"::equals).isEmpty() && image.has("type")) {
            return Optional.empty();
        }
        return image.at("url")
                .text()
                .flatMap(PreviewFetcher::media)
                .map(media -> new Preview(media, image.at("nsfwLevel").integer()));
    }
}
