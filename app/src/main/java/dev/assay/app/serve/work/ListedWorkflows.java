package dev.assay.app.serve.work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.assay.app.scan.FileNames;
import dev.assay.models.folder.ComfyFolders;

/**
 * The workflows in ComfyUI's own list.
 *
 * @param root what their names are relative to
 * @param files all of them
 */
record ListedWorkflows(Path root, FileNames files) {

    private static final String FOLDER = "workflows";

    static ListedWorkflows of(ComfyFolders comfy) {
        var root = comfy.root().resolve("user/default");
        return new ListedWorkflows(
                root, FileNames.of(root, Files.isDirectory(root.resolve(FOLDER)) ? List.of(FOLDER) : List.of()));
    }

    /** Whether one has that name; nothing else of this computer does. */
    boolean has(String name) {
        return files.names().contains(name);
    }

    /** That one alone. */
    FileNames only(String name) {
        return FileNames.of(root, List.of(name));
    }
}
