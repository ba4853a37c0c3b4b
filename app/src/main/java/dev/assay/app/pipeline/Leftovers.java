package dev.assay.app.pipeline;

import java.util.List;

import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.models.download.DownloadRequest;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.FolderKind;

/** Clears away what killed runs have left of models that are there whole: no download comes by there any more. */
final class Leftovers {

    private Leftovers() {}

    static void clear(Disk disk, ComfyFolders comfy, List<Part> parts) {
        for (var part : parts) {
            if (part.state() instanceof PartState.OnDisk
                    && part.resolved().resolution() instanceof Resolution.Exact exact
                    && exact.file().sha256().isPresent()) {
                FolderKind.of(part.directory())
                        .ifPresent(folder -> disk.downloader().tidy(request(exact.file(), folder, comfy)));
            }
        }
    }

    private static DownloadRequest request(ModelFile file, FolderKind folder, ComfyFolders comfy) {
        return new DownloadRequest(
                comfy.downloadTarget(folder),
                Uses.name(file),
                file.sha256(),
                Uses.size(file),
                Fetching.format(file),
                file.place(),
                comfy.directories(folder));
    }
}
