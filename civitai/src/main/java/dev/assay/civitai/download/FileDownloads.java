package dev.assay.civitai.download;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import dev.assay.civitai.Site;
import dev.assay.civitai.ask.RequestLog;
import dev.assay.civitai.ask.Time;
import dev.assay.civitai.ask.UserAgent;
import dev.assay.core.hash.Sha256;
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
    private final Function<Sha256, Optional<ModelFile>> elsewhere;
    private final Set<Long> notFoundForNow = ConcurrentHashMap.newKeySet();
    private final Map<Long, Instead> instead = new ConcurrentHashMap<>();

    /**
     * Downloads from a site.
     *
     * @param wire is closed with this
     */
    public FileDownloads(Site site, UserAgent agent, Time time, RequestLog log, Wire wire) {
        this(site, Optional.empty(), _ -> Optional.empty(), agent, time, log, wire);
    }

    /**
     * Downloads from a site and from Hugging Face.
     *
     * @param hub Hugging Face; empty where it is not asked
     * @param elsewhere where on Hugging Face that very content lies
     * @param wire is closed with this
     */
    public FileDownloads(
            Site site,
            Optional<Site> hub,
            Function<Sha256, Optional<ModelFile>> elsewhere,
            UserAgent agent,
            Time time,
            RequestLog log,
            Wire wire) {
        this.wire = wire;
        this.elsewhere = elsewhere;
        this.site = new Source(site, new SiteRefusals(site), agent, time, log, wire);
        this.hub = hub.map(other -> new Source(other, new HubRefusals(other), agent, time, log, wire));
    }

    /**
     * A file that the site no longer gives, and the same content elsewhere.
     *
     * @param file as it lies there
     * @param refusal how the site refused it, as a sentence
     */
    public record Instead(ModelFile file, String refusal) {}

    /** From where a file of the site has been fetched instead of there; empty where that was not needed. */
    public Optional<Instead> instead(ModelFile file) {
        return Optional.ofNullable(instead.get(file.fileId()));
    }

    /**
     * Asks for the file where it lies: at the site, or on Hugging Face. What the site has no more, though it still states its
     * SHA-256, is asked for where that very content lies besides.
     */
    public OpenedFile open(ModelFile file, Wish wish) throws InterruptedException {
        if (file.elsewhere().isPresent()) {
            return onHub(file, wish);
        }
        var other = instead(file);
        if (other.isPresent()) {
            return onHub(other.get().file(), wish);
        }
        var address = site.address("/api/download/models/" + file.versionId() + "?fileId=" + file.fileId());
        var opened = onlyOnce(file, site.open(address, wish));
        return opened instanceof OpenedFile.Refused refused ? refused(file, refused, wish) : opened;
    }

    /** Only what is gone: whoever keeps a file from being downloaded is not got round. */
    private OpenedFile refused(ModelFile file, OpenedFile.Refused refused, Wish wish) throws InterruptedException {
        var isGone = refused.reason() == OpenedFile.Reason.NOT_FOUND || refused.reason() == OpenedFile.Reason.ARCHIVED;
        var other = file.sha256()
                .filter(_ -> isGone)
                .flatMap(elsewhere)
                .filter(found -> found.sha256().equals(file.sha256()));
        if (other.isEmpty()) {
            return refused;
        }
        var there = " The same content lies on Hugging Face (" + ModelLinks.pageOf(other.get()) + "): ";
        var barrier = other.get().access();
        var opened = barrier.isPresent()
                ? new OpenedFile.Refused(refused.reason(), barrier.get().message())
                : onHub(other.get(), wish);
        if (opened instanceof OpenedFile.Refused(var _, var why)) {
            return new OpenedFile.Refused(refused.reason(), refused.message() + there + why);
        }
        instead.put(file.fileId(), new Instead(other.get(), refused.message()));
        return opened;
    }

    private OpenedFile onHub(ModelFile file, Wish wish) throws InterruptedException {
        var path = ModelLinks.path(file.elsewhere().orElseThrow(), "resolve");
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
