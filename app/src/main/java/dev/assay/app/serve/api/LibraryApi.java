package dev.assay.app.serve.api;

import java.util.List;
import java.util.Optional;

import dev.assay.app.library.DuplicateSet;
import dev.assay.app.library.LibraryItem;
import dev.assay.app.library.UnusedModels;
import dev.assay.app.report.LibraryJson;
import dev.assay.app.serve.http.Answer;
import dev.assay.app.serve.http.Call;
import dev.assay.app.serve.http.Parameter;
import dev.assay.app.serve.http.Route;
import dev.assay.app.serve.work.LibraryDesk;
import dev.assay.app.serve.work.Tools;
import dev.assay.core.json.Json;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.progress.Progress;

/** What the library holds, as it was scanned. */
final class LibraryApi {

    private final Tools tools;

    LibraryApi(Tools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(Route.get(
                        "/api/library",
                        "All files of the library, or those that no workflow names.",
                        "assay/library/1",
                        this::list)
                .taking(Parameter.flag("unused", "Only those that no workflow names.")));
    }

    private Answer list(Call call) {
        var unused = call.query("unused").filter("true"::equals).isPresent();
        return Answer.of(new LibraryDesk(tools).with((store, notes) -> {
            var items = store.entries().stream().map(LibraryItem::now).toList();
            var shown = unused ? unused(items, notes) : items;
            return Json.object()
                    .put("schema", "assay/library/1")
                    .put("files", shown.stream().map(LibraryJson::file).toList())
                    .put(
                            "duplicates",
                            DuplicateSet.in(shown).stream()
                                    .map(LibraryJson::duplicates)
                                    .toList())
                    .put("notes", LibraryJson.texts(notes))
                    .build();
        }));
    }

    private List<LibraryItem> unused(List<LibraryItem> items, List<String> notes) {
        Optional<ComfyFolders> comfy;
        try (var wiring = tools.wiring(true, Progress.silent())) {
            comfy = wiring.comfy();
        }
        if (comfy.isEmpty()) {
            notes.add("Without a ComfyUI folder nothing tells which models are used.");
            return List.of();
        }
        return switch (UnusedModels.of(comfy.get(), items)) {
            case UnusedModels.Found(var found, var more) -> {
                notes.addAll(more);
                yield found;
            }
            case UnusedModels.NotKnown(var why) -> {
                notes.add(why);
                yield List.of();
            }
        };
    }
}
