package dev.assay.civitai.download;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.assay.civitai.Site;
import dev.assay.civitai.ask.RequestLog;
import dev.assay.civitai.ask.Time;
import dev.assay.civitai.ask.UserAgent;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.wire.Wire;

/**
 * Opens files at the site. Each opening asks the site anew, which then redirects to a freshly signed address of its
 * storage, so that none ever expires under way. The file is always asked for by its own id: without it, whose
 * preferences are stored with the key decides what comes (quirk 17).
 */
public final class FileDownloads implements AutoCloseable {

    private final Wire wire;
    private final Source site;
    private final Optional<Source> hub;
    private final Set<Long> notFoundForNow = ConcurrentHashMap.newKeySet();

    /**
     * Downloads from a site.
     *
     * @param wire is closed with this
     */
    public FileDownloads(Site site, UserAgent agent, Time time, RequestLog log, Wire wire) {
        this(site, Optional.empty(), agent, time, log, wire);
    }

    /**
     * Downloads from a site and from Hugging Face.
     *
     * @param hub Hugging Face; empty where it is not asked
     * @param wire is closed with this
     */
    public FileDownloads(Site site, Optional<Site> hub, UserAgent agent, Time time, RequestLog log, Wire wire) {
        this.wire = wire;
        this.site = new Source(site, new SiteRefusals(site), agent, time, log, wire);
        this.hub = hub.map(other -> new Source(other, new HubRefusals(other), agent, time, log, wire));
    }

    /** Asks for the file where it lies: at the site, or on Hugging Face. */
    public OpenedFile open(ModelFile file, Wish wish) throws InterruptedException {
        if (file.elsewhere().isPresent()) {
            return onHub(ModelLinks.path(file.elsewhere().get(), "resolve"), wish);
        }
        var address = site.address("/api/download/models/" + file.versionId() + "?fileId=" + file.fileId());
        return onlyOnce(file, site.open(address, wish));
    }

    private OpenedFile onHub(String path, Wish wish) throws InterruptedException {
        return hub.isPresent()
                ? hub.get().open(hub.get().address(path), wish)
                : new OpenedFile.Refused(OpenedFile.Reason.MISLED, "Hugging Face is not asked here.");
    }

    /** Asks for more of a file where it lies, without asking the site again. */
    public OpenedFile open(Located place, Wish wish) throws InterruptedException {
        return place.open(wish);
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
