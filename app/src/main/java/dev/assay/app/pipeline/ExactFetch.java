package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.civitai.download.FileDownloads;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.core.finding.Finding;
import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.models.download.DownloadQueue;
import dev.assay.models.download.DownloadRequest;
import dev.assay.models.download.DownloadResult;
import dev.assay.models.download.Leftover;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.library.Search;
import dev.assay.models.library.SearchResult;
import dev.assay.models.name.SafeName;

/** Fetches files of the site whose identity is known, under the names that workflows have for them. */
public final class ExactFetch {

    private final FileDownloads downloads;
    private final Disk disk;
    private final ComfyFolders comfy;
    private final boolean allowPickle;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param allowPickle whether formats are fetched that can run code
     */
    public ExactFetch(FileDownloads downloads, Disk disk, ComfyFolders comfy, boolean allowPickle) {
        this.downloads = downloads;
        this.disk = disk;
        this.comfy = comfy;
        this.allowPickle = allowPickle;
    }

    /**
     * A file, and where it is to lie.
     *
     * @param name below the folder, with forward slashes; it must not leave the folder
     * @param content what must arrive; empty where nobody states it
     */
    public record Order(ModelFile file, FolderKind folder, String name, Optional<Sha256> content) {

        /** Whether its name stays in its folder and means the same on every system. */
        public static boolean isSafe(String name) {
            for (var part : name.split("/", -1)) {
                if (!SafeName.of(part).text().equals(part)) {
                    return false;
                }
            }
            return !name.isEmpty();
        }
    }

    /** Whether its format can run code when it is loaded. */
    public static boolean runsCode(ModelFile file) {
        return Hurdles.runsCode(file);
    }

    /** The same of a name with its folders, of which nothing else is known. */
    public static boolean runsCode(String name) {
        return Hurdles.runsCode(SafeName.of(name.substring(name.lastIndexOf('/') + 1)));
    }

    /** Fetches them; one that fails does not keep the others from arriving. Returns what went wrong. */
    public List<Problem> fetch(List<Order> orders) {
        var allowed = orders.stream()
                .filter(this::isAllowed)
                .filter(order -> !isLinked(order))
                .toList();
        var lacking = Room.lacking(allowed.stream().map(this::need).toList());
        problems.addAll(lacking);
        if (allowed.isEmpty() || !lacking.isEmpty()) {
            return List.copyOf(problems);
        }
        var source = new SiteSource(downloads);
        var results = new DownloadQueue(disk.downloader())
                .fetch(
                        allowed.stream()
                                .map(order -> new DownloadQueue.Order(request(order), source.of(order.file())))
                                .toList(),
                        disk.progress());
        for (int i = 0; i < results.size(); i++) {
            var order = allowed.get(i);
            downloads
                    .instead(order.file())
                    .ifPresent(instead -> findings.add(Sources.elsewhere(order.file(), instead)));
            if (results.get(i) instanceof DownloadResult.Done done) {
                Sources.pickle(done.path()).ifPresent(findings::add);
            }
            problem(order, results.get(i)).ifPresent(problems::add);
        }
        return List.copyOf(problems);
    }

    /** What else there is to say of where the files came from. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    private boolean isAllowed(Order order) {
        var refusal = refused(order).or(() -> Hurdles.before(subject(order), order.file(), allowPickle));
        refusal.ifPresent(problems::add);
        return refusal.isEmpty();
    }

    private static Optional<Problem> refused(Order order) {
        var dangerous = order.file().scan() == ModelFile.Scan.DANGEROUS;
        return dangerous || !Order.isSafe(order.name())
                ? Optional.of(new Problem(
                        ExitCode.INGREDIENT,
                        subject(order),
                        dangerous
                                ? "The site's scan calls the file dangerous."
                                : "The name that the workflow has for it is none that a file can safely have.",
                        "It is refused, whatever the options.",
                        "See its page: " + ModelLinks.pageOf(order.file())))
                : Optional.empty();
    }

    /**
     * Whether the very content is there already, under another name of the same folder: then the wanted name is given to
     * it as well, which costs nothing and takes nothing away. Where the disk has no such links, it is fetched.
     */
    private boolean isLinked(Order order) {
        var content = order.content();
        if (content.isEmpty() || disk.library().isEmpty()) {
            return false;
        }
        var search = new Search(List.of(order.folder()), content.get(), Uses.size(order.file()), name(order));
        if (!(disk.library().get().find(search, disk.progress()) instanceof SearchResult.Found found)) {
            return false;
        }
        try {
            Files.createDirectories(directory(order));
            Files.createLink(
                    directory(order).resolve(name(order)), found.file().path().toRealPath());
            return true;
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }

    private static String name(Order order) {
        return order.name().substring(order.name().lastIndexOf('/') + 1);
    }

    /** What earlier runs have fetched of it is there already. */
    private Room.Need need(Order order) {
        return new Room.Need(directory(order), order.file().approximateBytes() - Leftover.bytes(request(order)));
    }

    private Path directory(Order order) {
        var slash = order.name().lastIndexOf('/');
        var target = comfy.downloadTarget(order.folder());
        return slash < 0 ? target : target.resolve(order.name().substring(0, slash));
    }

    private DownloadRequest request(Order order) {
        var file = order.file();
        return new DownloadRequest(
                directory(order),
                SafeName.of(name(order)),
                order.content(),
                Uses.size(file),
                Fetching.format(file),
                file.place(),
                List.of());
    }

    private Optional<Problem> problem(Order order, DownloadResult result) {
        return switch (result) {
            case DownloadResult.Done _, DownloadResult.AlreadyThere _ -> Optional.empty();
            case DownloadResult.WrongContent _,
                    DownloadResult.NotAModel _,
                    DownloadResult.Refused _,
                    DownloadResult.Unreachable _,
                    DownloadResult.NoSpace _,
                    DownloadResult.CannotWrite _,
                    DownloadResult.Cancelled _ ->
                Optional.of(new DownloadProblems(
                                subject(order),
                                ModelLinks.pageOf(from(order.file())).toString(),
                                Sources.key(from(order.file())),
                                directory(order))
                        .of(result));
        };
    }

    private ModelFile from(ModelFile file) {
        return downloads.instead(file).map(FileDownloads.Instead::file).orElse(file);
    }

    private static String subject(Order order) {
        return "\"" + order.folder().key() + "/" + order.name() + "\"";
    }
}
