package dev.assay.app.pipeline;

import java.util.Optional;

import dev.assay.models.download.Downloader;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.library.Library;
import dev.assay.models.progress.Progress;

/**
 * This computer.
 *
 * @param comfy ComfyUI's folders, where they were given or found
 * @param unusable the folder that was named for it, where that does not exist
 * @param library what is in them
 */
public record Disk(
        Optional<ComfyFolders> comfy,
        Optional<String> unusable,
        Optional<Library> library,
        Downloader downloader,
        Progress progress) {}
