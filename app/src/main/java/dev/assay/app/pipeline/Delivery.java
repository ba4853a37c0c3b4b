package dev.assay.app.pipeline;

import java.nio.file.Path;
import java.util.Optional;

import dev.assay.models.folder.ComfyFolders;

/** Puts a workflow where the user asked for it, or else among ComfyUI's own, where its page lists it. */
final class Delivery {

    private final Request request;
    private final Path directory;
    private final Optional<ComfyFolders> comfy;

    /**
     * For one run.
     *
     * @param directory what relative names start from
     */
    Delivery(Request request, Path directory, Optional<ComfyFolders> comfy) {
        this.request = request;
        this.directory = directory;
        this.comfy = comfy;
    }

    /**
     * Writes it, whole or not at all.
     *
     * @param stem of its name, where the user named none
     */
    WorkflowFile.Result place(String stem, String text) {
        return request.output()
                .map(output -> WorkflowFile.writeTo(directory.resolve(output), request.force(), text))
                .orElseGet(() -> WorkflowFile.writeInto(
                        WorkflowInstall.folder(comfy.orElseThrow()),
                        stem,
                        request.format() == WorkflowFormat.API ? ".api.json" : ".json",
                        text));
    }
}
