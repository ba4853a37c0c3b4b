package dev.assay.app.scan.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.ExactFetch;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.scan.ModelState;
import dev.assay.app.scan.ModelTotal;
import dev.assay.app.scan.Obtaining;
import dev.assay.app.scan.Offer;
import dev.assay.models.folder.FolderKind;

/** Has models fetched that were written down: each is identified anew, since a file may have changed hands meanwhile. */
public final class Supplying {

    private final Obtaining obtaining;
    private final ExactFetch fetch;

    public Supplying(Obtaining obtaining, ExactFetch fetch) {
        this.obtaining = obtaining;
        this.fetch = fetch;
    }

    /** Fetches them all, and returns what went wrong. */
    public List<Problem> supply(List<Errand> errands) {
        var totals = errands.stream()
                .map(errand -> new ModelTotal(
                        errand.need(), new ModelState.Missing(List.of()), true, List.of(), Optional.empty()))
                .toList();
        var offers = obtaining.offers(totals);
        List<Problem> problems = new ArrayList<>();
        List<ExactFetch.Order> orders = new ArrayList<>();
        for (int i = 0; i < errands.size(); i++) {
            var errand = errands.get(i);
            order(errand, offers.get(i).offer()).ifPresentOrElse(orders::add, () -> problems.add(refused(errand)));
        }
        problems.addAll(fetch.fetch(orders));
        return problems;
    }

    private static Optional<ExactFetch.Order> order(Errand errand, Optional<Offer> offer) {
        return offer.filter(Offer.File.class::isInstance)
                .map(one -> ((Offer.File) one).file())
                // What was planned is this content; another one under the same number is not it. Where the site states
                // none, what arrives is held against the plan.
                .filter(file -> errand.sha256().isEmpty()
                        || file.sha256().isEmpty()
                        || file.sha256().equals(errand.sha256()))
                .flatMap(file -> FolderKind.of(errand.folder())
                        .map(folder -> new ExactFetch.Order(
                                file, folder, errand.name(), errand.sha256().or(file::sha256))));
    }

    private static Problem refused(Errand errand) {
        return new Problem(
                ExitCode.INGREDIENT,
                "\"" + errand.folder() + "/" + errand.name() + "\"",
                "The site has no file that is shown to be it.",
                "It was not fetched.",
                errand.url().isEmpty()
                        ? "Look for it by its hash"
                                + errand.sha256().map(hash -> " " + hash.hex()).orElse("") + "."
                        : "Its author names " + errand.url() + "; scan --plan FILE.sh writes a script that fetches and"
                                + " checks it.");
    }
}
