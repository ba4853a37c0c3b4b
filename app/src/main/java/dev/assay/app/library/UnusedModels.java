package dev.assay.app.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.assay.models.folder.ComfyFolders;

/** Which models of an installation no workflow names. */
public sealed interface UnusedModels {

    /**
     * These are named by none.
     *
     * @param notes what the answer does not cover, in sentences
     */
    record Found(List<LibraryItem> items, List<String> notes) implements UnusedModels {
        public Found {
            items = List.copyOf(items);
            notes = List.copyOf(notes);
        }
    }

    /** Nobody can tell; the reason is a sentence. */
    record NotKnown(String why) implements UnusedModels {}

    /** Looks into the workflows that ComfyUI itself lists. */
    static UnusedModels of(ComfyFolders comfy, List<LibraryItem> items) {
        var folder = comfy.root().resolve("user/default/workflows");
        if (!Files.isDirectory(folder)) {
            return new NotKnown("Which models are unused cannot be known: there are no workflows in " + folder + ".");
        }
        try {
            var names = WorkflowNames.in(folder);
            if (names.workflows() == 0) {
                return new NotKnown(
                        "Which models are unused cannot be known: no workflow could be read in " + folder + ".");
            }
            var directories = directories(comfy);
            var unused = items.stream()
                    .filter(item -> directories.stream()
                            .anyMatch(directory -> item.file().path().startsWith(directory)))
                    .filter(item -> !names.name(item.file().path()))
                    .toList();
            return new Found(unused, notes(names, folder));
        } catch (IOException e) {
            return new NotKnown("Which models are unused cannot be known: " + folder + " cannot be read (" + e + ").");
        }
    }

    private static List<Path> directories(ComfyFolders comfy) {
        return Stream.concat(
                        comfy.kinds().stream().flatMap(kind -> comfy.directories(kind).stream()),
                        Stream.of(comfy.root().resolve("models")))
                .distinct()
                .toList();
    }

    private static List<String> notes(WorkflowNames names, Path folder) {
        var notes = new ArrayList<String>();
        notes.add("Workflows looked into: " + names.workflows() + ", in " + folder
                + ". Those elsewhere, and files that nodes choose by themselves, are not seen.");
        names.unreadable().forEach(file -> notes.add("Not read, and may name any of them: " + file));
        return notes;
    }
}
