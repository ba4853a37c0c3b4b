package dev.assay.app.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.assay.app.ExitCode;
import dev.assay.civitai.download.FileDownloads;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.civitai.model.ResolvedIngredient;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.models.download.DownloadQueue;
import dev.assay.models.download.DownloadRequest;
import dev.assay.models.download.DownloadResult;
import dev.assay.models.download.Leftover;
import dev.assay.models.download.ModelFormat;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.FolderKind;

/** Fetches what is missing, several files at a time, each verified before it is visible. */
final class Fetching {

    private final FileDownloads downloads;
    private final SiteSource source;
    private final Disk disk;
    private final ComfyFolders comfy;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** One part that is to be fetched. */
    private record Errand(int at, Part part, Path directory, ModelFile file, FolderKind folder) {}

    Fetching(FileDownloads downloads, Disk disk, ComfyFolders comfy) {
        this.downloads = downloads;
        this.source = new SiteSource(downloads);
        this.disk = disk;
        this.comfy = comfy;
    }

    List<Problem> problems() {
        return problems;
    }

    /** What else there is to say of where the files came from. */
    List<Finding> findings() {
        return findings;
    }

    /** Fetches all that is missing; one that fails does not keep the others from arriving. */
    List<Part> fetch(List<Part> parts) {
        var errands = IntStream.range(0, parts.size())
                .mapToObj(at -> errand(at, parts.get(at)))
                .flatMap(Optional::stream)
                .toList();
        var results = new DownloadQueue(disk.downloader())
                .fetch(errands.stream().map(this::order).toList(), disk.progress());
        var after = new ArrayList<>(parts);
        for (int i = 0; i < results.size(); i++) {
            var errand = errands.get(i);
            var from = from(errand.file);
            after.set(errand.at, found(errand.part, from).in(state(errand, from, results.get(i))));
        }
        return List.copyOf(after);
    }

    /** The file as it lies where it was fetched from; what was planned, where that is there. */
    private ModelFile from(ModelFile file) {
        var other = downloads.instead(file);
        other.ifPresent(instead -> findings.add(Sources.elsewhere(file, instead)));
        return other.map(FileDownloads.Instead::file)
                .flatMap(ModelFile::elsewhere)
                .map(file::at)
                .orElse(file);
    }

    /** The part with the place where its file really is to be had. */
    private static Part found(Part part, ModelFile from) {
        var resolved = part.resolved();
        return from.elsewhere().isPresent() && resolved.resolution() instanceof Resolution.Exact(var _, var how)
                ? new Part(
                        new ResolvedIngredient(
                                resolved.ingredient(), new Resolution.Exact(from, how), resolved.findings()),
                        part.directory(),
                        part.state(),
                        part.about())
                : part;
    }

    private static Optional<Errand> errand(int at, Part part) {
        return part.state() instanceof PartState.Missing missing
                        && part.resolved().resolution() instanceof Resolution.Exact exact
                        // Workflows go to none of the models' folders, and are fetched by WorkflowInstall.
                        && !WorkflowInstall.isMeant(part)
                ? Optional.of(new Errand(
                        at,
                        part,
                        missing.directory(),
                        exact.file(),
                        FolderKind.of(part.directory()).orElseThrow()))
                : Optional.empty();
    }

    private DownloadQueue.Order order(Errand errand) {
        return new DownloadQueue.Order(request(errand, comfy), source.of(errand.file));
    }

    private static DownloadRequest request(Errand errand, ComfyFolders comfy) {
        var file = errand.file;
        return new DownloadRequest(
                errand.directory,
                Uses.name(file),
                file.sha256(),
                Uses.size(file),
                format(file),
                file.place(),
                comfy.directories(errand.folder));
    }

    /** Bytes of the disk that earlier runs have taken for what is still missing. */
    static long taken(List<Part> parts, ComfyFolders comfy) {
        return parts.stream()
                .flatMap(part -> errand(0, part).stream())
                .mapToLong(errand -> Leftover.bytes(request(errand, comfy)))
                .sum();
    }

    private PartState state(Errand errand, ModelFile from, DownloadResult result) {
        return switch (result) {
            case DownloadResult.Done done -> {
                Sources.pickle(done.path()).ifPresent(findings::add);
                yield listed(errand, done.path(), done.bytes());
            }
            case DownloadResult.AlreadyThere there -> listed(errand, there.path(), 0);
            case DownloadResult.WrongContent _,
                    DownloadResult.NotAModel _,
                    DownloadResult.Refused _,
                    DownloadResult.Unreachable _,
                    DownloadResult.NoSpace _,
                    DownloadResult.CannotWrite _,
                    DownloadResult.Cancelled _ ->
                failed(new DownloadProblems(
                                subject(errand),
                                ModelLinks.pageOf(from).toString(),
                                Sources.key(from),
                                errand.directory)
                        .of(result));
        };
    }

    private static String subject(Errand errand) {
        return "\"" + errand.file.name() + "\"";
    }

    private PartState listed(Errand errand, Path path, long bytes) {
        return comfy.listingName(errand.folder, path)
                .<PartState>map(name -> new PartState.Fetched(path, name, bytes))
                .orElseGet(() -> failed(new Problem(
                        ExitCode.THIS_COMPUTER,
                        subject(errand),
                        path + " is hidden by another file of the same name.",
                        "ComfyUI would load the other one.",
                        "Rename the other file.")));
    }

    private PartState failed(Problem problem) {
        problems.add(problem);
        return new PartState.Unavailable(problem.what());
    }

    static ModelFormat format(ModelFile file) {
        return switch (Uses.name(file).extension().toLowerCase(Locale.ROOT)) {
            case ".safetensors", ".sft" -> ModelFormat.SAFETENSORS;
            case ".gguf" -> ModelFormat.GGUF;
            case ".ckpt", ".pt", ".pt2", ".pth", ".bin", ".pkl" -> ModelFormat.PICKLE;
            default -> ModelFormat.OTHER;
        };
    }
}
