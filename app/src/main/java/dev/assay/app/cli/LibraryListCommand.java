package dev.assay.app.cli;

import java.util.List;
import java.util.concurrent.Callable;

import dev.assay.app.ExitCode;
import dev.assay.app.library.DuplicateSet;
import dev.assay.app.library.LibraryItem;
import dev.assay.app.library.UnusedModels;
import dev.assay.app.report.LibraryJson;
import dev.assay.app.report.LibraryText;
import dev.assay.app.wiring.Wiring;
import dev.assay.core.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the library holds. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List what was scanned. Reads no model.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay library list --kind lora --base sdxl",
            "  assay library list --duplicates",
            "  assay library list --unused --comfy ~/ComfyUI",
        })
final class LibraryListCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only models of that kind (checkpoint, lora, vae, embedding…) or folder (text_encoders…).")
    private @Nullable String kind;

    @Option(
            names = "--base",
            paramLabel = "BASE",
            description = "Only models made for that base model: sdxl, flux, pony, wan2.2…")
    private @Nullable String base;

    @Option(names = "--unused", description = "Only models that no workflow in ComfyUI's own folder names.")
    private boolean unused;

    @Option(names = "--duplicates", description = "Only contents that are there more than once, with what they cost.")
    private boolean duplicates;

    @Option(names = "--broken", description = "Only files that cannot be what their names say.")
    private boolean broken;

    @Mixin
    private CommonOptions common;

    LibraryListCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var run = new LibraryRun(streams, common);
        return run.run(true, (store, wiring, _) -> {
            var all = LibraryRun.items(store);
            if (all.isEmpty()) {
                run.note("The library is empty. Fill it with: assay library scan");
            }
            var chosen = all.stream().filter(this::isChosen).toList();
            if (chosen.isEmpty() && !all.isEmpty()) {
                run.note("No file of the library is like that" + (broken ? "." : "; what there is, shows: assay library list"));
            }
            var unusedOf = unused ? unused(wiring, chosen) : new UnusedModels.Found(chosen, List.of());
            return switch (unusedOf) {
                case UnusedModels.Found(var items, var notes) -> {
                    notes.forEach(run::note);
                    print(run, items);
                    yield ExitCode.OK;
                }
                case UnusedModels.NotKnown(var why) -> {
                    run.note(why);
                    print(run, List.of());
                    yield ExitCode.THIS_COMPUTER;
                }
            };
        });
    }

    private boolean isChosen(LibraryItem item) {
        return (kind == null || item.isOfKind(kind))
                && (base == null || item.isMadeFor(base))
                && (!broken || item.file().damage().isPresent());
    }

    private static UnusedModels unused(Wiring wiring, List<LibraryItem> items) {
        var comfy = wiring.comfy()
                .orElseThrow(() -> new StopException(
                        ExitCode.USAGE,
                        "Without a ComfyUI folder nothing tells which models are used.\n"
                                + "Name one with --comfy DIR or COMFYUI_ROOT."));
        return UnusedModels.of(comfy, items);
    }

    private void print(LibraryRun run, List<LibraryItem> items) {
        var sets = DuplicateSet.in(items);
        if (run.json()) {
            var shown = duplicates
                    ? sets.stream().flatMap(set -> set.copies().stream()).toList()
                    : items;
            streams.out()
                    .print(Json.object()
                            .put("schema", "assay/library/1")
                            .put("files", shown.stream().map(LibraryJson::file).toList())
                            .put(
                                    "duplicates",
                                    sets.stream().map(LibraryJson::duplicates).toList())
                            .put("notes", LibraryJson.texts(run.notes()))
                            .build()
                            .writePretty());
            return;
        }
        var text = new LibraryText(run.paint());
        run.print(duplicates ? text.duplicates(sets) : text.list(items));
    }
}
