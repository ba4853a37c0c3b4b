package dev.assay.app.wiring;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.huggingface.Hub;
import dev.assay.civitai.journal.Journal;
import dev.assay.civitai.model.About;
import dev.assay.civitai.model.PreviewInquiry;
import dev.assay.civitai.model.Terms;
import dev.assay.civitai.model.TermsInquiry;
import dev.assay.core.ingredient.ModelFile;

/**
 * Tells under what terms files are given, where each of them lies.
 *
 * @param elsewhere Hugging Face, where it is asked
 * @param signedIn whether a key is set
 */
record TermsWiring(Asker asker, Journal journal, Optional<Hub> elsewhere, boolean signedIn) {

    /** Of one file. */
    Function<ModelFile, Terms> ofOne() {
        var inquiry = new TermsInquiry(asker, journal);
        return file -> file.elsewhere().isPresent()
                ? elsewhere.map(hub -> hub.terms(file.elsewhere().get())).orElse(Terms.UNKNOWN)
                : file.versionId() == 0 ? Terms.UNKNOWN : inquiry.of(file);
    }

    /** Of each of several, in as few questions as there can be. */
    Function<List<ModelFile>, List<Terms>> ofAll() {
        var alone = ofOne();
        return files -> {
            var onSite =
                    files.stream().filter(file -> file.elsewhere().isEmpty()).toList();
            var told = new TermsInquiry(asker, journal).ofAll(onSite, signedIn);
            return files.stream()
                    .map(file -> file.elsewhere().isPresent() ? alone.apply(file) : told.get(onSite.indexOf(file)))
                    .toList();
        };
    }

    /** The terms of one, and the site's picture of it. */
    Function<ModelFile, About> about() {
        var terms = ofOne();
        var previews = new PreviewInquiry(asker, journal);
        return file -> new About(terms.apply(file), previews.of(file));
    }
}
