package dev.assay.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.GetRequest;
import dev.assay.core.ingredient.Preference;
import dev.assay.models.folder.FolderKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code get} takes beside the references. */
final class GetOptions {

    @Mixin
    private DownloadOptions download;

    @Option(
            names = {"--verify", "--no-download"},
            description = "Report only: say what each reference is, where it goes and what stands in the way.")
    private boolean verify;

    @Option(
            names = "--prefer",
            paramLabel = "WORD,…",
            converter = PreferenceConverter.class,
            description = "Of several files of one version the one that fits best, such as fp16,pruned (else the site's"
                    + " primary one).")
    private @Nullable Preference preference;

    @Option(
            names = "--file",
            paramLabel = "NUMBER",
            description = "The very file of the version, by the number that the report shows.")
    private @Nullable Long file;

    @Option(
            names = "--folder",
            paramLabel = "NAME",
            description = "ComfyUI's folder of models, such as loras (else by what the file is).")
    private @Nullable String folder;

    @Option(names = "--offline", description = "Answer from the journal of proven answers only.")
    private boolean offline;

    DownloadOptions download() {
        return download;
    }

    boolean offline() {
        return offline;
    }

    GetRequest request(List<GetRequest.Wanted> models, boolean signedIn) {
        if (file != null && models.size() > 1) {
            throw new StopException(
                    ExitCode.USAGE,
                    "--file names a file of one version, and there are " + models.size() + " references.",
                    "Give --file with one reference; or a download address with fileId for each.");
        }
        return new GetRequest(
                models,
                preference == null ? Preference.NONE : preference,
                file == null ? OptionalLong.empty() : OptionalLong.of(file),
                Optional.ofNullable(folder).map(GetOptions::kind),
                verify,
                download.yes(),
                offline,
                download.allowPickle(),
                signedIn);
    }

    private static FolderKind kind(String name) {
        return FolderKind.of(name)
                .orElseThrow(() -> new StopException(
                        ExitCode.USAGE,
                        "--folder is \"" + name + "\", which no folder of models can be called.",
                        "Give one of ComfyUI's names, such as checkpoints, loras, vae or text_encoders."));
    }
}
