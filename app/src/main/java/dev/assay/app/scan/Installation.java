package dev.assay.app.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.models.folder.ComfyFolders;

/** A ComfyUI and all its models, listed once. */
public final class Installation {

    private final ComfyFolders comfy;
    private final Shelf shelf;

    private Installation(ComfyFolders comfy, Shelf shelf) {
        this.comfy = comfy;
        this.shelf = shelf;
    }

    /** Lists the models; none is read. */
    public static Installation of(ComfyFolders comfy, KnownContents contents) {
        return new Installation(comfy, Shelf.of(comfy, contents));
    }

    public ComfyFolders comfy() {
        return comfy;
    }

    Shelf shelf() {
        return shelf;
    }

    /** What could not be looked at, any of which may be what is missing. */
    public Set<String> unreadable() {
        return shelf.unreadable();
    }

    /** The models that none of these is. */
    public List<Path> unused(List<ModelTotal> models) {
        var used = models.stream().flatMap(model -> paths(model.state())).collect(Collectors.toSet());
        return shelf.paths().stream()
                .filter(path -> !used.contains(path))
                .sorted()
                .toList();
    }

    private static Stream<Path> paths(ModelState state) {
        return switch (state) {
            case ModelState.There(var copy) -> Stream.of(copy.path());
            case ModelState.OtherSlash(var copy, var _) -> Stream.of(copy.path());
            case ModelState.Elsewhere(var copy, var _, var _) -> Stream.of(copy.path());
            case ModelState.Ambiguous(var copies) -> copies.stream().map(ModelState.Copy::path);
            case ModelState.OtherContent(var copy, var _) -> Stream.of(copy.path());
            case ModelState.Missing _, ModelState.Listed _, ModelState.NotLookedFor _ -> Stream.empty();
        };
    }

    /** The packs of nodes that lie in it. */
    public NodeCheck nodes() {
        return InstalledNodes.in(comfy.root().resolve("custom_nodes"));
    }
}
