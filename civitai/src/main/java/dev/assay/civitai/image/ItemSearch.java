package dev.assay.civitai.image;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.ErrorText;
import dev.assay.civitai.ask.Question;
import dev.assay.civitai.ask.Time;
import dev.assay.core.evidence.Observation;
import dev.assay.core.json.Json;

/**
 * Looks for one image in the site's lists. An empty list has many causes (quirks 7, 8): it is asked for again, in a way
 * that no cache answers, then at the levels that a wide mask excludes, then on the sister host.
 */
final class ItemSearch {

    private static final int ALL_LEVELS = 31;
    private static final int PG_AND_PG13 = 3;
    private static final int PG = 1;
    private static final int MAX_OWN = 3;
    private static final int MAX_STRANGERS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Asker asker;
    private final Optional<Asker> sibling;
    private final Time time;

    ItemSearch(Asker asker, Optional<Asker> sibling, Time time) {
        this.asker = asker;
        this.sibling = sibling;
        this.time = time;
    }

    private record Step(Asker asker, boolean elsewhere, int level, int limit, Duration pause) {}

    Listing search(Asked asked) {
        Listing last = new Listing.Empty();
        for (var step : steps()) {
            if (!pause(step.pause())) {
                break;
            }
            var listing = ask(asked, step);
            switch (listing) {
                // Offline, only the question that was answered back then has an answer.
                case Listing.Failed(var kind, var _) when kind == Answer.Kind.NOT_IN_JOURNAL -> last = listing;
                case Listing.Failed _
                when step.elsewhere() -> {
                    return last;
                }
                case Listing.Empty _ -> last = listing;
                case Listing.Listed _, Listing.Strangers _, Listing.Refused _, Listing.Failed _ -> {
                    return listing;
                }
            }
        }
        return last;
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        steps.add(new Step(asker, false, ALL_LEVELS, 10, Duration.ZERO));
        steps.add(new Step(asker, false, ALL_LEVELS, 20, PAUSE));
        steps.add(new Step(asker, false, PG_AND_PG13, 10, Duration.ZERO));
        steps.add(new Step(asker, false, PG, 10, Duration.ZERO));
        sibling.ifPresent(other -> steps.add(new Step(other, true, ALL_LEVELS, 10, Duration.ZERO)));
        return steps;
    }

    private boolean pause(Duration duration) {
        try {
            if (duration.isPositive()) {
                time.sleep(duration);
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Listing ask(Asked asked, Step step) {
        var question = Question.of("/api/v1/images")
                .with("imageId", asked.image().id())
                .with("browsingLevel", step.level())
                .with("withMeta", "true")
                .with("flatMeta", "false")
                .with("limit", step.limit());
        return switch (step.asker().ask(question)) {
            case Answer.Silent(var kind, var message) -> new Listing.Failed(kind, message);
            case Answer.Told told when told.ok() -> items(asked, told);
            case Answer.Told told -> refused(told);
        };
    }

    private static Listing refused(Answer.Told told) {
        var said = ErrorText.of(told.body());
        var message = "The site's list answered with status " + told.status() + (said.isEmpty() ? "." : ": " + said);
        return told.status() == 401 || told.status() == 403
                ? new Listing.Refused(message)
                : new Listing.Failed(Answer.Kind.NOT_AN_ANSWER, message);
    }

    private Listing items(Asked asked, Answer.Told told) {
        if (!(told.body().at("items") instanceof Json.Arr(var list))) {
            return new Listing.Failed(Answer.Kind.NOT_AN_ANSWER, "The site's answer holds no list of images.");
        }
        // The same item may be listed twice (quirk 5).
        var items = list.stream()
                .distinct()
                .map(json -> new Item(json, told.received()))
                .toList();
        var own = items.stream()
                .filter(item -> asked.is(item.identity()))
                .limit(MAX_OWN)
                .toList();
        var strangers = items.stream()
                .filter(item -> !asked.is(item.identity()))
                .limit(MAX_STRANGERS)
                .toList();
        var observations = new ArrayList<Observation>();
        own.forEach(item -> observations.addAll(item.observations(asked)));
        strangers.forEach(item -> observations.addAll(item.observations(asked)));
        if (own.isEmpty()) {
            return strangers.isEmpty() ? new Listing.Empty() : new Listing.Strangers(observations);
        }
        return new Listing.Listed(observations, own.stream().anyMatch(Item::hasMeta), told.received());
    }
}
