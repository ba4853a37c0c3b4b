package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import dev.assay.app.library.Kinds;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.safetensors.ModelKind;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.inspect.Inspector;

/**
 * Brings what was fetched where it belongs by its header. The site calls many bare diffusion models checkpoints (§6.1 of the
 * facts), and only the tensors tell. Only what this run has fetched is moved, under a name that is free, and never
 * copied: where that cannot be, it stays, and that is said.
 */
final class Rehousing {

    /** Where models themselves are loaded from. */
    private static final Set<FolderKind> LOADED = Set.of(FolderKind.CHECKPOINTS, FolderKind.DIFFUSION_MODELS);

    private final ComfyFolders comfy;
    private final List<Finding> findings = new ArrayList<>();

    Rehousing(ComfyFolders comfy) {
        this.comfy = comfy;
    }

    List<Finding> findings() {
        return findings;
    }

    Part settle(Part part) {
        return settle(part, _ -> true);
    }

    /**
     * The same for a graph that is about to be drawn: of a model itself, only whether it is a checkpoint or a diffusion model
     * alone. Whatever else its header says of it, the recipe loads it as what it calls it.
     */
    Part settleForGraph(Part part) {
        return part.resolved().ingredient().role().isBase() ? settle(part, LOADED::contains) : part;
    }

    private Part settle(Part part, Predicate<FolderKind> among) {
        return part.state() instanceof PartState.Fetched fetched
                ? FolderKind.of(part.directory())
                        .flatMap(now -> right(fetched.path(), now))
                        .filter(among)
                        .map(right -> moved(part, fetched, right))
                        .orElse(part)
                : part;
    }

    /** The folder that a file belongs in by its header, where that is another one. */
    static Optional<FolderKind> right(Path file, FolderKind now) {
        return kind(file)
                .filter(kind -> Kinds.misplaced(kind, now).isPresent())
                .flatMap(Kinds::folder)
                .filter(right -> !right.equals(now));
    }

    private static Optional<ModelKind> kind(Path file) {
        try {
            return Optional.of(Inspector.of(file).architecture().kind());
        } catch (IOException _) {
            // It was whole a moment ago; where it stays is no matter of safety.
            return Optional.empty();
        }
    }

    private Part moved(Part part, PartState.Fetched fetched, FolderKind right) {
        var target = comfy.downloadTarget(right)
                .resolve(String.valueOf(fetched.path().getFileName()));
        var name = link(fetched.path(), target, right);
        if (name.isEmpty()) {
            findings.add(Finding.warning(
                            "IN_ANOTHER_FOLDER",
                            Effect.NONE,
                            "By its header " + fetched.path().getFileName() + " belongs in " + right.key() + ", not in "
                                    + part.directory() + ".")
                    .advise("Move it to " + target.getParent() + "."));
            return part;
        }
        findings.add(Finding.info(
                "FOLDER_BY_HEADER",
                "By its header " + fetched.path().getFileName() + " belongs in " + right.key() + ", whatever the site"
                        + " calls it: it is there."));
        return new Part(part.resolved(), right.key(), new PartState.Fetched(target, name.get(), fetched.bytes()));
    }

    /** A second name, and then the first away: at every instant it is there, and no other file is replaced. */
    private Optional<String> link(Path file, Path target, FolderKind right) {
        try {
            Files.createDirectories(target.getParent());
            Files.createLink(target, file);
            var name = comfy.listingName(right, target);
            Files.delete(name.isPresent() ? file : target);
            return name;
        } catch (IOException | UnsupportedOperationException _) {
            // Another disk, a name that is taken, a file system without links.
            return Optional.empty();
        }
    }
}
