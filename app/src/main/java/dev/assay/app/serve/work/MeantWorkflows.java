package dev.assay.app.serve.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.scan.FileNames;
import dev.assay.app.scan.reference.Given;
import dev.assay.app.scan.reference.ScanTargets;
import dev.assay.app.serve.job.Order;
import dev.assay.app.wiring.Wiring;

/**
 * Which workflows an order means: those in ComfyUI's own list, one of them, one that was dropped, or what an address of the
 * site holds. A path of this computer means nothing: a page has no current folder. Files are dropped.
 */
sealed interface MeantWorkflows {

    /** Whose they are. */
    enum Owner {
        /** In ComfyUI's own list, where copies can be written beside them. */
        COMFY,
        DROPPED,
        SITE
    }

    /**
     * These.
     *
     * @param title what to call them
     * @param directory what their names are relative to
     */
    record These(String title, Owner owner, Path directory, ScanTargets targets) implements MeantWorkflows {
        These with(ScanTargets others) {
            return new These(title, owner, directory, others);
        }
    }

    record Refused(Problem problem) implements MeantWorkflows {}

    /**
     * Tells which they are.
     *
     * @param title of all workflows in ComfyUI's list
     */
    static MeantWorkflows of(Order order, Tools tools, Wiring wiring, String title) {
        if (order.file().isPresent()) {
            return dropped(order.file().get(), tools);
        }
        var name = order.reference();
        var listed = wiring.comfy().map(ListedWorkflows::of);
        if (name.isEmpty()) {
            return listed.<MeantWorkflows>map(all -> these(title, all, all.files()))
                    .orElseGet(() -> refused("No ComfyUI folder is known.", "Start assay serve with --comfy DIR."));
        }
        return listed.filter(all -> all.has(name))
                .<MeantWorkflows>map(all -> these(name, all, all.only(name)))
                .orElseGet(() -> pointed(name, order.offline(), tools, wiring));
    }

    private static These these(String title, ListedWorkflows all, FileNames files) {
        return new These(title, Owner.COMFY, all.root(), ScanTargets.ofFiles(files));
    }

    private static MeantWorkflows dropped(String id, Tools tools) {
        return found(id, tools)
                .<MeantWorkflows>map(path -> {
                    var name = String.valueOf(path.getFileName());
                    var folder = path.toAbsolutePath().resolveSibling("");
                    var files = FileNames.of(folder, List.of(name));
                    return new These(name, Owner.DROPPED, folder, ScanTargets.ofFiles(files));
                })
                .orElseGet(() -> refused("The file that was dropped is not there any more.", "Drop it once more."));
    }

    private static Optional<Path> found(String id, Tools tools) {
        try {
            return tools.uploads().find(id);
        } catch (IOException _) {
            // As if it were not there: the user can drop it again.
            return Optional.empty();
        }
    }

    private static MeantWorkflows pointed(String name, boolean offline, Tools tools, Wiring wiring) {
        try {
            var given = ScanTargets.given(wiring, tools.home(), List.of(name));
            return given.files().isEmpty()
                    ? new These(name, Owner.SITE, tools.home(), ScanTargets.of(wiring, tools.home(), offline, given))
                    : refused(
                            "\"" + name + "\" is neither a workflow of ComfyUI's own list nor an address of the site.",
                            "Paste the link of an image, a post or a model of type Workflows, or drop a file.");
        } catch (Given.NotUnderstoodException e) {
            return refused(String.valueOf(e.getMessage()), e.advice());
        }
    }

    private static Refused refused(String what, String next) {
        return new Refused(new Problem(ExitCode.USAGE, "workflow", what, "Nothing was looked into or changed.", next));
    }
}
