package dev.assay.app.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.assay.app.ExitCode;
import dev.assay.civitai.download.FileDownloads;
import dev.assay.civitai.download.OpenedFile;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.models.download.ByteSource;
import dev.assay.models.download.DownloadRequest;
import dev.assay.models.download.DownloadResult;
import dev.assay.models.download.ModelFormat;
import dev.assay.models.download.Refusal;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.name.SafeName;

/** Fetches what is missing, each file verified before it is visible. */
final class Fetching {

    private final FileDownloads downloads;
    private final Disk disk;
    private final ComfyFolders comfy;
    private final List<Problem> problems = new ArrayList<>();

    Fetching(FileDownloads downloads, Disk disk, ComfyFolders comfy) {
        this.downloads = downloads;
        this.disk = disk;
        this.comfy = comfy;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Fetches all that is missing; one that fails does not keep the others from arriving. */
    List<Part> fetch(List<Part> parts) {
        return parts.stream().map(this::fetch).toList();
    }

    private Part fetch(Part part) {
        if (part.state() instanceof PartState.Missing missing
                && part.resolved().resolution() instanceof Resolution.Exact exact) {
            return part.in(fetch(missing, exact.file(), folder(part)));
        }
        return part;
    }

    private static FolderKind folder(Part part) {
        return FolderKind.of(part.directory()).orElseThrow();
    }

    private PartState fetch(PartState.Missing missing, ModelFile file, FolderKind folder) {
        var wanted = new DownloadRequest(
                missing.directory(),
                SafeName.of(file.name()),
                file.sha256(),
                Uses.size(file),
                format(file),
                Long.toString(file.fileId()),
                comfy.directories(folder));
        var result = disk.downloader().fetch(wanted, source(file), disk.progress());
        return switch (result) {
            case DownloadResult.Done done -> listed(file, folder, done.path(), done.bytes());
            case DownloadResult.AlreadyThere there -> listed(file, folder, there.path(), 0);
            case DownloadResult.WrongContent wrong ->
                failed(
                        ExitCode.INTEGRITY,
                        file,
                        wrong.expected().isPresent() && wrong.got().isPresent()
                                ? "Promised was SHA-256 " + wrong.expected().get() + ", received "
                                        + wrong.got().get() + ", " + wrong.attempts() + " times."
                                : "Promised were " + wrong.expectedSize() + ", received " + wrong.gotBytes()
                                        + " bytes.",
                        "What arrived is not what was promised; nothing of it is kept.",
                        "Try again later; if it stays so, the site's file is not the one it describes.");
            case DownloadResult.NotAModel(var reason) ->
                failed(
                        ExitCode.INTEGRITY,
                        file,
                        reason,
                        "What arrived is no model; nothing of it is kept.",
                        "Open its page in a browser to see what the site says.");
            case DownloadResult.Refused(var reason, var message) -> refused(file, reason, message);
            case DownloadResult.Unreachable(var reason, var attempts, var retryAfter) ->
                failed(
                        ExitCode.SERVICE,
                        file,
                        reason + " (" + attempts + " attempts in a row)"
                                + retryAfter
                                        .map(wait -> "; asked to wait " + words(wait))
                                        .orElse("")
                                + ".",
                        "What has arrived is kept, and the next run goes on from there.",
                        "Run the same command again later.");
            case DownloadResult.NoSpace(var needed, var free) ->
                failed(
                        ExitCode.THIS_COMPUTER,
                        file,
                        "It needs " + needed + " bytes, and " + free + " are free in " + missing.directory() + ".",
                        "The disk is full; what has arrived is kept.",
                        "Make room, then run the same command again.");
            case DownloadResult.CannotWrite(var path, var reason) ->
                failed(
                        ExitCode.THIS_COMPUTER,
                        file,
                        path + ": " + reason + ".",
                        "The file cannot be written there.",
                        "Check the folder's permissions.");
            case DownloadResult.Cancelled() ->
                failed(
                        ExitCode.DECLINED,
                        file,
                        "The download was ended.",
                        "What has arrived is kept.",
                        "Run the same command again to go on.");
        };
    }

    private static String words(Duration wait) {
        return wait.toMinutes() > 2 ? wait.toMinutes() + " minutes" : wait.toSeconds() + " seconds";
    }

    private PartState listed(ModelFile file, FolderKind folder, Path path, long bytes) {
        return comfy.listingName(folder, path)
                .<PartState>map(name -> new PartState.Fetched(path, name, bytes))
                .orElseGet(() -> failed(
                        ExitCode.THIS_COMPUTER,
                        file,
                        path + " is hidden by another file of the same name.",
                        "ComfyUI would load the other one.",
                        "Rename the other file."));
    }

    private PartState refused(ModelFile file, Refusal reason, String message) {
        var code = switch (reason) {
            case SIGN_IN, EARLY_ACCESS, DISABLED, FORBIDDEN -> ExitCode.NO_ACCESS;
            case ARCHIVED, NOT_FOUND -> ExitCode.INGREDIENT;
            case QUOTA, NOT_UNDERSTOOD -> ExitCode.SERVICE;
        };
        var next = switch (reason) {
            case SIGN_IN -> "Set CIVITAI_API_KEY to a key of your account, then run the same command again.";
            case EARLY_ACCESS, DISABLED, FORBIDDEN, ARCHIVED, NOT_FOUND ->
                "See its page: " + dev.assay.civitai.download.ModelLinks.pageOf(file);
            case QUOTA -> "Wait some hours, then run the same command again.";
            case NOT_UNDERSTOOD -> "Report it; this is not your fault.";
        };
        return failed(code, file, message, "The site does not give the file.", next);
    }

    private PartState failed(ExitCode code, ModelFile file, String what, String meaning, String next) {
        problems.add(new Problem(code, "\"" + file.name() + "\"", what, meaning, next));
        return new PartState.Unavailable(what);
    }

    static ModelFormat format(ModelFile file) {
        return switch (SafeName.of(file.name()).extension().toLowerCase(Locale.ROOT)) {
            case ".safetensors", ".sft" -> ModelFormat.SAFETENSORS;
            case ".gguf" -> ModelFormat.GGUF;
            case ".ckpt", ".pt", ".pt2", ".pth", ".bin", ".pkl" -> ModelFormat.PICKLE;
            default -> ModelFormat.OTHER;
        };
    }

    private ByteSource source(ModelFile file) {
        return (from, ifUnchanged) -> answer(downloads.open(file, from, ifUnchanged.map(ByteSource.Validator::etag)));
    }

    private static ByteSource.Answer answer(OpenedFile opened) {
        return switch (opened) {
            case OpenedFile.Body body ->
                new ByteSource.Body(
                        body.stream(),
                        body.total(),
                        body.startsAt(),
                        body.etag().map(ByteSource.Validator::new),
                        body.contentType());
            case OpenedFile.Refused(var reason, var message) -> new ByteSource.Refused(refusal(reason), message);
            case OpenedFile.Transient(var message, var retryAfter) -> new ByteSource.Transient(message, retryAfter);
            case OpenedFile.RangeNotSatisfiable() -> new ByteSource.UnsatisfiableRange();
        };
    }

    private static Refusal refusal(OpenedFile.Reason reason) {
        return switch (reason) {
            case SIGN_IN, LOGIN_PAGE -> Refusal.SIGN_IN;
            case EARLY_ACCESS -> Refusal.EARLY_ACCESS;
            case DISABLED -> Refusal.DISABLED;
            case ARCHIVED -> Refusal.ARCHIVED;
            case NOT_FOUND -> Refusal.NOT_FOUND;
            case NO_ACCESS, FORBIDDEN -> Refusal.FORBIDDEN;
            case QUOTA -> Refusal.QUOTA;
            case BAD_REQUEST, MISLED -> Refusal.NOT_UNDERSTOOD;
        };
    }
}
