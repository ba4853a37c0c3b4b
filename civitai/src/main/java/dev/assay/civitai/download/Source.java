package dev.assay.civitai.download;

import java.net.URI;
import java.util.Optional;

import dev.assay.civitai.Site;
import dev.assay.civitai.ask.RequestLog;
import dev.assay.civitai.ask.Time;
import dev.assay.civitai.ask.UserAgent;
import dev.assay.wire.Response;
import dev.assay.wire.Wire;

/** One source of files: where it leads, and what its answers mean. */
final class Source {

    private final Site site;
    private final Hops hops;
    private final Verdicts verdicts;

    Source(Site site, Refusing refusals, UserAgent agent, Time time, RequestLog log, Wire wire) {
        this.site = site;
        this.hops = new Hops(site, wire, agent, time, log);
        this.verdicts = new Verdicts(site, refusals, time);
    }

    /** The address of something of this source. */
    URI address(String pathAndQuery) {
        return site.address(pathAndQuery);
    }

    /** Asks the source for the file. */
    OpenedFile open(URI address, Wish wish) throws InterruptedException {
        return switch (hops.follow(address, wish)) {
            case Hops.Arrival.Reached(var response)
            when Verdicts.isOtherPart(response, wish.from()) -> whole(address, response);
            case Hops.Arrival.Reached(var response) -> verdicts.of(response, this);
            case Hops.Arrival.Ended(var end) -> end;
        };
    }

    /** Asks where the file was found to lie. */
    OpenedFile openAt(URI address, Wish wish) throws InterruptedException {
        return switch (hops.follow(address, wish)) {
            case Hops.Arrival.Reached(var response) -> verdicts.of(response, this);
            case Hops.Arrival.Ended(var end) -> end;
        };
    }

    /** Storage that sends another part than was asked for would do so for ever: it is asked for all of it (quirk 53). */
    private OpenedFile whole(URI address, Response otherPart) throws InterruptedException {
        otherPart.body().close();
        return openAt(address, Wish.from(0, Optional.empty()));
    }
}
