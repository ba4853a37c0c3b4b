package dev.assay.civitai.download;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.assay.civitai.Site;
import dev.assay.civitai.ask.RequestLog;
import dev.assay.civitai.ask.Time;
import dev.assay.civitai.ask.UserAgent;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.wire.Response;
import dev.assay.wire.Wire;

/**
 * Opens files at the site. Each opening asks the site anew, which then redirects to a freshly signed address of its
 * storage, so that none ever expires under way. The file is always asked for by its own id: without it, whose
 * preferences are stored with the key decides what comes (quirk 17).
 */
public final class FileDownloads implements AutoCloseable {

    private final Site site;
    private final Wire wire;
    private final Hops hops;
    private final Verdicts verdicts;
    private final Set<Long> notFoundForNow = ConcurrentHashMap.newKeySet();

    /**
     * Downloads from a site.
     *
     * @param wire is closed with this
     */
    public FileDownloads(Site site, UserAgent agent, Time time, RequestLog log, Wire wire) {
        this.site = site;
        this.wire = wire;
        this.hops = new Hops(site, wire, agent, time, log);
        this.verdicts = new Verdicts(site, time);
    }

    /** Asks the site for the file. */
    public OpenedFile open(ModelFile file, Wish wish) throws InterruptedException {
        var address = site.address("/api/download/models/" + file.versionId() + "?fileId=" + file.fileId());
        var opened = switch (hops.follow(address, wish)) {
            case Hops.Arrival.Reached(var response)
            when Verdicts.isOtherPart(response, wish.from()) -> whole(address, response);
            case Hops.Arrival.Reached(var response) -> verdicts.of(response);
            case Hops.Arrival.Ended(var end) -> end;
        };
        return onlyOnce(file, opened);
    }

    /** Asks for more of a file where it lies, without asking the site again. */
    public OpenedFile open(Located place, Wish wish) throws InterruptedException {
        return open(place.address(), wish);
    }

    private OpenedFile open(URI address, Wish wish) throws InterruptedException {
        return switch (hops.follow(address, wish)) {
            case Hops.Arrival.Reached(var response) -> verdicts.of(response);
            case Hops.Arrival.Ended(var end) -> end;
        };
    }

    /** Storage that sends another part than was asked for would do so for ever: it is asked for all of it (quirk 53). */
    private OpenedFile whole(URI address, Response otherPart) throws InterruptedException {
        otherPart.body().close();
        return open(address, Wish.from(0, Optional.empty()));
    }

    /** A passing 404 passes soon or never (quirk 43). */
    private OpenedFile onlyOnce(ModelFile file, OpenedFile opened) {
        if (!(opened instanceof OpenedFile.Transient(var message, var _))
                || !message.equals(Verdicts.NOT_FOUND_FOR_NOW)) {
            return opened;
        }
        return notFoundForNow.add(file.fileId())
                ? opened
                : new OpenedFile.Refused(OpenedFile.Reason.NOT_FOUND, "The site does not find the file.");
    }

    @Override
    public void close() {
        wire.close();
    }
}
