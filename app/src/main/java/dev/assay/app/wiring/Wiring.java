package dev.assay.app.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

import dev.assay.app.Version;
import dev.assay.app.config.Settings;
import dev.assay.app.pipeline.Disk;
import dev.assay.app.pipeline.GetJob;
import dev.assay.app.pipeline.Job;
import dev.assay.app.pipeline.Witnesses;
import dev.assay.app.pipeline.WorkflowStore;
import dev.assay.app.run.Interruption;
import dev.assay.app.run.RunServices;
import dev.assay.civitai.Site;
import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.FileAsker;
import dev.assay.civitai.ask.Http;
import dev.assay.civitai.ask.HttpAsker;
import dev.assay.civitai.ask.RequestLog;
import dev.assay.civitai.ask.Time;
import dev.assay.civitai.ask.UserAgent;
import dev.assay.civitai.download.FileDownloads;
import dev.assay.civitai.huggingface.Hub;
import dev.assay.civitai.image.ImageInquiry;
import dev.assay.civitai.image.MediaFetcher;
import dev.assay.civitai.image.PostListing;
import dev.assay.civitai.image.PreviewFetcher;
import dev.assay.civitai.journal.Bounds;
import dev.assay.civitai.journal.Journal;
import dev.assay.civitai.journal.OfflineAsker;
import dev.assay.civitai.model.ModelResolver;
import dev.assay.comfyui.ComfyServer;
import dev.assay.core.ingredient.Preference;
import dev.assay.models.download.Downloader;
import dev.assay.models.download.Pause;
import dev.assay.models.download.RateLimit;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.Surroundings;
import dev.assay.models.library.Library;
import dev.assay.models.progress.Progress;
import dev.assay.models.store.StoredHashes;
import dev.assay.wire.Proxies;
import dev.assay.wire.Timeouts;
import dev.assay.wire.Wire;

/** Everything a run works with, made from its settings. Nothing is connected or opened before it is needed. */
public final class Wiring implements AutoCloseable {

    /** Smaller files are read in less time than it takes to open the database. */
    private static final long WORTH_REMEMBERING = 64 << 20;

    private final Settings settings;
    private final boolean offline;
    private final Progress progress;
    private final RequestLog log;
    private final Site site;
    private final Optional<Site> hub;
    private final Proxies proxies;
    private final Journal journal;
    private final StoredHashes hashes;
    private final Map<Site, Asker> askers = new ConcurrentHashMap<>();
    private Optional<Http> http = Optional.empty();

    /**
     * Puts the parts together.
     *
     * @param offline answer from the journal only; nothing is ever connected
     */
    public Wiring(Settings settings, boolean offline, Progress progress, RequestLog log) {
        this.settings = settings;
        this.offline = offline;
        this.progress = progress;
        this.log = log;
        this.site = SiteSetting.of(settings);
        this.hub = SiteSetting.hub(settings, site);
        this.proxies = proxies(settings);
        this.journal = new Journal(settings.home().resolve("journal"), Bounds.DEFAULT);
        this.hashes = new StoredHashes(libraryFolder(), Clock.systemUTC(), WORTH_REMEMBERING);
    }

    public Site site() {
        return site;
    }

    public Journal journal() {
        return journal;
    }

    public Settings settings() {
        return settings;
    }

    /** Where the library's database lies. */
    public Path libraryFolder() {
        return settings.home().resolve("library");
    }

    /** Hugging Face, or what is set in its place; empty where it is not asked. */
    public Optional<Site> hub() {
        return hub;
    }

    /** Says what an ingredient is, on the site or on Hugging Face. */
    public ModelResolver resolver() {
        return resolver(asker());
    }

    private ModelResolver resolver(Asker of) {
        var resolver = new ModelResolver(of, journal, Clock.systemUTC());
        return huggingFace().map(resolver::with).orElse(resolver);
    }

    private Optional<Hub> huggingFace() {
        return hub.map(at -> new Hub(asker(at), journal, at.key().isPresent()));
    }

    /** Asks the configured site, or, offline, the journal. */
    public Asker asker() {
        return asker(site);
    }

    /** One of each site for the whole run, so that nothing is asked twice. */
    private Asker asker(Site of) {
        return askers.computeIfAbsent(
                of, _ -> offline ? new OfflineAsker(of, journal) : new HttpAsker(of, http(), journal, log));
    }

    private Http http() {
        if (http.isEmpty()) {
            http = Optional.of(new Http(agent(), Time.ofSystem(), new Random(), proxies));
        }
        return http.get();
    }

    private static UserAgent agent() {
        return UserAgent.of(Version.NUMBER, Version.PAGE);
    }

    /** ComfyUI's folders, where they were named or are near. */
    public Optional<ComfyFolders> comfy() {
        var environment = settings.environment();
        var surroundings = new Surroundings(environment.userHome(), environment.variables());
        return settings.comfyRoot().isPresent()
                ? settings.comfyRoot().flatMap(root -> ComfyFolders.named(root, surroundings))
                : ComfyFolders.find(environment.directory(), surroundings);
    }

    /** What the main job works with, where nothing is preferred. */
    public Job.Services services(RateLimit limit) {
        return services(limit, Preference.NONE);
    }

    /**
     * What the main job works with.
     *
     * @param limit of its downloads
     * @param preference among several files of one kind
     */
    public Job.Services services(RateLimit limit, Preference preference) {
        var asker = asker();
        var terms = terms(asker);
        return new Job.Services(
                new Witnesses(
                        new ImageInquiry(site, asker, site.sibling().map(this::asker), journal, Time.ofSystem()),
                        media(),
                        new PostListing(asker, journal)),
                resolver(asker).preferring(preference),
                terms.about(),
                terms.ofAll(),
                site.key().isPresent(),
                this::downloads,
                disk(limit),
                settings.environment().directory(),
                journal::trouble,
                Clock.systemUTC(),
                running()::installedNodes);
    }

    /**
     * What getting models works with.
     *
     * @param limit of the downloads
     */
    public GetJob.Services getServices(RateLimit limit) {
        var asker = asker();
        return new GetJob.Services(
                resolver(asker),
                terms(asker).ofOne(),
                this::downloads,
                workflows(limit),
                disk(limit),
                journal::trouble);
    }

    private TermsWiring terms(Asker of) {
        return new TermsWiring(of, journal, huggingFace(), site.key().isPresent());
    }

    /** Files of the site that hold workflows. */
    public WorkflowStore workflows(RateLimit limit) {
        return new WorkflowStore(settings.home().resolve("workflows"), disk(limit), this::downloads, offline);
    }

    private Disk disk(RateLimit limit) {
        var comfy = comfy();
        return new Disk(
                comfy,
                settings.comfyRoot().filter(_ -> comfy.isEmpty()).map(Path::toString),
                comfy.map(folders -> new Library(folders, hashes)),
                Downloader.create(Pause.sleeping(), new Random(), limit),
                progress);
    }

    private FileDownloads downloads() {
        var second = huggingFace();
        return new FileDownloads(
                site,
                hub,
                hash -> second.flatMap(found -> found.withContent(hash)),
                agent(),
                Time.ofSystem(),
                log,
                new Wire(proxies, Timeouts.USUAL));
    }

    /** ComfyUI's server, not yet asked anything. */
    public ComfyServer comfyServer() {
        return running().server();
    }

    /** What running a workflow works with, until the process is ended. */
    public RunServices runServices(ComfyServer server, RunServices.Screen screen) {
        return runServices(server, Interruption.ofProcess(), screen);
    }

    /** What running a workflow works with. */
    public RunServices runServices(ComfyServer server, Interruption interruption, RunServices.Screen screen) {
        return running().services(server, interruption, screen);
    }

    private RunWiring running() {
        return new RunWiring(settings, log);
    }

    /** Fetches originals from the site's media host. */
    public MediaFetcher media() {
        return new MediaFetcher(site, files(), settings.home().resolve("originals"));
    }

    /** Fetches pictures of models from there, to look at. */
    public PreviewFetcher previews() {
        return new PreviewFetcher(site, files(), settings.home().resolve("previews"));
    }

    private Optional<FileAsker> files() {
        return offline ? Optional.empty() : Optional.of(new FileAsker(site, http(), log));
    }

    @Override
    public void close() {
        http.ifPresent(Http::close);
        hashes.close();
    }

    private static Proxies proxies(Settings settings) {
        return switch (Proxies.of(settings.environment().variables())) {
            case Proxies.Choice.Chosen(var proxies) -> proxies;
            case Proxies.Choice.Refused(var variable, var reason) -> throw new BadSettingException(variable, reason);
        };
    }
}
