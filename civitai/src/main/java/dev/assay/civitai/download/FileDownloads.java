package dev.assay.civitai.download;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.assay.civitai.Site;
import dev.assay.civitai.ask.RequestLog;
import dev.assay.civitai.ask.Time;
import dev.assay.civitai.ask.UserAgent;
import dev.assay.core.ingredient.ModelFile;

/**
 * Opens files at the site. Each opening asks the site anew, which then redirects to a freshly signed address of its
 * storage, so that none ever expires under way. The file is always asked for by its own id: without it, whose
 * preferences are stored with the key decides what comes (quirk 17).
 */
public final class FileDownloads implements AutoCloseable {

    private static final Duration STALL = Duration.ofSeconds(30);

    private final Site site;
    private final Hops hops;
    private final Verdicts verdicts;
    private final Set<Long> notFoundForNow = ConcurrentHashMap.newKeySet();

    public FileDownloads(Site site, UserAgent agent, Time time, RequestLog log) {
        this(site, agent, time, log, STALL);
    }

    /** @param stall how long nothing at all may come */
    FileDownloads(Site site, UserAgent agent, Time time, RequestLog log, Duration stall) {
        this.site = site;
        this.hops = new Hops(site, new Wire(agent, stall), time, log);
        this.verdicts = new Verdicts(site, time);
    }

    /**
     * Asks for the file from a byte on.
     *
     * @param from the first byte wanted; 0 for the whole file
     * @param ifRange the strong validator of the bytes already there: where the file is another by now, all of it comes
     */
    public OpenedFile open(ModelFile file, long from, Optional<String> ifRange) throws InterruptedException {
        var address = site.address("/api/download/models/" + file.versionId() + "?fileId=" + file.fileId());
        var opened = switch (hops.follow(new Wish(address, from, ifRange))) {
            case Hops.Arrival.Reached(var response) -> verdicts.of(response);
            case Hops.Arrival.Ended(var end) -> end;
        };
        return onlyOnce(file, opened);
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
        hops.close();
    }
}
