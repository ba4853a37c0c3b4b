package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.civitai.download.FileDownloads;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.models.download.DownloadRequest;
import dev.assay.models.download.DownloadResult;
import dev.assay.models.download.ModelFormat;
import dev.assay.models.hash.FileHasher;
import dev.assay.models.name.SafeName;
import dev.assay.models.progress.Progress;

/**
 * Files of the site that hold workflows, in a folder of Assay's own: fetched once, verified, and there again for
 * {@code --offline}. Nothing of them is installed, unpacked or run by that. The oldest go where it becomes too much.
 */
public final class WorkflowStore {

    /** What an archive may unpack to is bounded by the same. */
    private static final long MOST_BYTES = 1L << 30;

    private final Path folder;
    private final Disk disk;
    private final Supplier<FileDownloads> downloads;
    private final boolean offline;

    /**
     * @param folder where they lie; made when the first one comes
     * @param downloads where they come from
     * @param offline whether nothing is fetched
     */
    public WorkflowStore(Path folder, Disk disk, Supplier<FileDownloads> downloads, boolean offline) {
        this.folder = folder;
        this.disk = disk;
        this.downloads = downloads;
        this.offline = offline;
    }

    /** Where a file is, or why it is not there. */
    public sealed interface Result {
        record Here(Path file) implements Result {}

        record Failed(Problem problem) implements Result {}
    }

    /** The file, where it was fetched before and is still what was promised. */
    public Optional<Path> find(ModelFile file) {
        var path = directory(file).resolve(name(file).text());
        try {
            return Files.isRegularFile(path) && isPromised(path, file.sha256()) ? Optional.of(path) : Optional.empty();
        } catch (IOException _) {
            // It is fetched again then, which says what is wrong with the disk.
            return Optional.empty();
        }
    }

    private static boolean isPromised(Path path, Optional<Sha256> content) throws IOException {
        return content.isPresent() && FileHasher.sha256(path, Progress.silent()).equals(content);
    }

    /** Fetches the file, unless it is here. */
    public Result fetch(ModelFile file) {
        var here = find(file);
        if (here.isPresent()) {
            return new Result.Here(here.get());
        }
        var obstacle = obstacle(file);
        if (obstacle.isPresent()) {
            return new Result.Failed(obstacle.get());
        }
        try (var from = downloads.get()) {
            var result = disk.downloader().fetch(request(file), new SiteSource(from).of(file), disk.progress());
            return switch (result) {
                case DownloadResult.Done done -> kept(done.path());
                case DownloadResult.AlreadyThere there -> kept(there.path());
                case DownloadResult.WrongContent _,
                        DownloadResult.NotAModel _,
                        DownloadResult.Refused _,
                        DownloadResult.Unreachable _,
                        DownloadResult.NoSpace _,
                        DownloadResult.CannotWrite _,
                        DownloadResult.Cancelled _ ->
                    new Result.Failed(new DownloadProblems(
                                    subject(file),
                                    ModelLinks.pageOf(file).toString(),
                                    "CIVITAI_API_KEY",
                                    directory(file))
                            .of(result));
            };
        }
    }

    /** What keeps it from being fetched at all. */
    private Optional<Problem> obstacle(ModelFile file) {
        if (file.scan() == ModelFile.Scan.DANGEROUS) {
            return Optional.of(Hurdles.dangerous(subject(file), file));
        }
        if (offline) {
            return Optional.of(new Problem(
                    ExitCode.SERVICE,
                    subject(file),
                    "It was never fetched, and --offline forbids to download it.",
                    "What it holds is not known.",
                    "Run it without --offline."));
        }
        if (file.approximateBytes() > MOST_BYTES) {
            return Optional.of(new Problem(
                    ExitCode.INGREDIENT,
                    subject(file),
                    "It has " + file.approximateBytes() + " bytes, more than workflows ever have.",
                    "It was not fetched.",
                    "See its page: " + ModelLinks.pageOf(file)));
        }
        return Hurdles.before(subject(file), file, false);
    }

    private DownloadRequest request(ModelFile file) {
        return new DownloadRequest(
                directory(file),
                name(file),
                file.sha256(),
                Uses.size(file),
                ModelFormat.WORKFLOW,
                file.place(),
                List.of());
    }

    private Path directory(ModelFile file) {
        return folder.resolve(file.sha256().map(Sha256::hex).orElseGet(() -> "file-" + file.fileId()));
    }

    static SafeName name(ModelFile file) {
        return SafeName.of(file.name());
    }

    private static String subject(ModelFile file) {
        return "\"" + file.name() + "\"";
    }

    private Result kept(Path file) {
        try {
            forget(file);
        } catch (IOException _) {
            // What was asked for is here; that older ones stay is untidy, and no more.
        }
        return new Result.Here(file);
    }

    /** Lets the oldest go until the rest is within bounds; the newest always stays, and what another run is fetching. */
    private void forget(Path newest) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder, 2)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(newest))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparingLong(WorkflowStore::age).reversed())
                    .toList();
        }
        var sum = Files.size(newest);
        for (var file : files) {
            sum += Files.size(file);
            if (sum > MOST_BYTES) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long age(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException _) {
            return 0;
        }
    }
}
