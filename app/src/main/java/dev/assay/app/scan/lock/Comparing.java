package dev.assay.app.scan.lock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.app.scan.NodeCheck;
import dev.assay.app.scan.PackState;
import dev.assay.app.scan.fix.Errand;
import dev.assay.core.disk.DiskWords;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.library.Library;
import dev.assay.models.library.ModelFile;
import dev.assay.models.progress.Progress;

/** Compares a machine with a lock. Every model that is there is read, unless its content is on record. */
public final class Comparing {

    private final ComfyFolders comfy;
    private final Library library;
    private final Progress progress;

    public Comparing(ComfyFolders comfy, Library library, Progress progress) {
        this.comfy = comfy;
        this.library = library;
        this.progress = progress;
    }

    /** How one model of the lock is here. */
    public enum Standing {
        SAME,
        MISSING,
        /** A file of its name has another content. */
        DIFFERENT,
        UNREADABLE
    }

    /**
     * One model.
     *
     * @param detail what was in the way; may be empty
     */
    public record Compared(Errand model, Standing standing, String detail) {}

    /**
     * One pack of nodes.
     *
     * @param found the version that is here, where that can be told
     */
    public record ComparedPack(LockedPack pack, PackState state, Optional<String> found) {

        /** Whether it is another version than the one that was pinned. */
        public boolean isOther() {
            return pack.installed().isPresent()
                    && found.isPresent()
                    && !pack.installed().equals(found);
        }
    }

    public List<Compared> models(List<Errand> models) {
        List<Compared> compared = new ArrayList<>();
        models.forEach(model -> compared.add(compared(model)));
        return compared;
    }

    private Compared compared(Errand model) {
        var file = FolderKind.of(model.folder())
                .flatMap(kind -> comfy.resolve(kind, model.name().replace('/', java.io.File.separatorChar)));
        if (file.isEmpty()) {
            return new Compared(model, Standing.MISSING, "");
        }
        try {
            var content = library.hash(ModelFile.at(file.get()), progress);
            return content.isEmpty()
                    ? new Compared(model, Standing.UNREADABLE, file.get() + " was not read to its end")
                    : content.equals(model.sha256())
                            ? new Compared(model, Standing.SAME, "")
                            : new Compared(
                                    model,
                                    Standing.DIFFERENT,
                                    file.get() + " is " + content.get().hex());
        } catch (IOException e) {
            return new Compared(model, Standing.UNREADABLE, file.get() + ": " + DiskWords.of(e));
        }
    }

    /** The packs, as far as they can be looked for. */
    public static List<ComparedPack> packs(List<LockedPack> packs, NodeCheck nodes) {
        return packs.stream()
                .map(pack -> new ComparedPack(pack, nodes.of(pack.need()), nodes.version(pack.need())))
                .toList();
    }
}
