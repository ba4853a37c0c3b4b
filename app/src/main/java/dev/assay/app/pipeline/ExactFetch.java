package dev.assay.app.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.civitai.download.FileDownloads;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.models.download.DownloadQueue;
import dev.assay.models.download.DownloadRequest;
import dev.assay.models.download.DownloadResult;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.name.SafeName;

/** Fetches files of the site whose identity is known, under the names that workflows have for them. */
public final class ExactFetch {

    private final FileDownloads downloads;
    private final Disk disk;
    private final ComfyFolders comfy;
    private final boolean allowPickle;
    private final List<Problem> problems = new ArrayList<>();

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
     */
    public record Order(ModelFile file, FolderKind folder, String name) {

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

    /** Fetches them; one that fails does not keep the others from arriving. Returns what went wrong. */
    public List<Problem> fetch(List<Order> orders) {
        var allowed = orders.stream().filter(this::isAllowed).toList();
        if (allowed.isEmpty() || lacksSpace(allowed)) {
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
            problem(allowed.get(i), results.get(i)).ifPresent(problems::add);
        }
        return List.copyOf(problems);
    }

    private boolean isAllowed(Order order) {
        var file = order.file();
        var refusal = refusal(order);
        refusal.ifPresent(what -> problems.add(new Problem(
                file.access().isPresent() ? ExitCode.NO_ACCESS : ExitCode.INGREDIENT,
                subject(order),
                what,
                "It was not fetched.",
                "See its page: " + ModelLinks.pageOf(file))));
        return refusal.isEmpty();
    }

    private Optional<String> refusal(Order order) {
        var file = order.file();
        if (file.scan() == ModelFile.Scan.DANGEROUS) {
            return Optional.of("The site's scan calls the file dangerous; it is refused, whatever the options.");
        }
        if (!Order.isSafe(order.name())) {
            return Optional.of("The name that the workflow has for it is none that a file can safely have.");
        }
        if (Placing.runsCode(file) && !allowPickle) {
            return Optional.of(
                    "It is a pickle, a format that can run code when it is loaded; --allow-pickle allows it.");
        }
        return file.access().map(ModelFile.Barrier::message);
    }

    private boolean lacksSpace(List<Order> orders) {
        var needed = orders.stream()
                .mapToLong(order -> order.file().approximateBytes())
                .sum();
        var folder = directory(orders.getFirst());
        var free = FreeSpace.at(folder);
        if (free >= 0 && needed > free) {
            problems.add(new Problem(
                    ExitCode.THIS_COMPUTER,
                    "disk",
                    "The downloads need " + needed + " bytes, and " + free + " are free in " + folder + ".",
                    "They would not fit; nothing was downloaded.",
                    "Make room, or name another folder in extra_model_paths.yaml."));
            return true;
        }
        return false;
    }

    private Path directory(Order order) {
        var slash = order.name().lastIndexOf('/');
        var target = comfy.downloadTarget(order.folder());
        return slash < 0 ? target : target.resolve(order.name().substring(0, slash));
    }

    private DownloadRequest request(Order order) {
        var file = order.file();
        var name = order.name().substring(order.name().lastIndexOf('/') + 1);
        return new DownloadRequest(
                directory(order),
                SafeName.of(name),
                file.sha256(),
                Uses.size(file),
                Fetching.format(file),
                Long.toString(file.fileId()),
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
                                subject(order), ModelLinks.pageOf(order.file()).toString(), directory(order))
                        .of(result));
        };
    }

    private static String subject(Order order) {
        return "\"" + order.folder().key() + "/" + order.name() + "\"";
    }
}
