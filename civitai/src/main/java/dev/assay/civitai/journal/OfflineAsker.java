package dev.assay.civitai.journal;

import java.net.URI;

import dev.assay.civitai.Site;
import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.Question;
import dev.assay.civitai.ask.Scrub;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/** Asks the journal alone ({@code --offline}); only answers whose subject was proven count. */
public final class OfflineAsker implements Asker {

    private final Site site;
    private final Journal journal;
    private final Scrub scrub;
    private final HashLists lists;

    public OfflineAsker(Site site, Journal journal) {
        this.site = site;
        this.journal = journal;
        this.scrub = new Scrub(site.key());
        this.lists =
                new HashLists(journal, path -> scrub.text(site.address(path).toString()));
    }

    @Override
    public Answer ask(Question question) {
        var asked = URI.create(scrub.text(site.address(question.key()).toString()));
        return journal.find(asked)
                .map(kept -> told(asked, kept))
                .or(() -> lists.find(question).map(found -> told(asked, found)))
                .orElseGet(() -> silent("The journal holds no proven answer to " + asked + "."));
    }

    private static Answer told(URI asked, Kept kept) {
        var entry = kept.entry();
        try {
            return new Answer.Told(
                    entry.status(),
                    Json.parse(kept.body()),
                    new Answer.Received(asked, entry.digest(), entry.at(), true));
        } catch (MalformedJsonException _) {
            return silent("The journal's answer to " + asked + " is no data.");
        }
    }

    /** As of the answer that it is a part of. */
    private static Answer told(URI asked, HashLists.Found found) {
        var entry = found.from().entry();
        return new Answer.Told(
                entry.status(), found.body(), new Answer.Received(asked, entry.digest(), entry.at(), true));
    }

    private static Answer silent(String message) {
        return new Answer.Silent(Answer.Kind.NOT_IN_JOURNAL, message);
    }
}
