package dev.assay.app.scan.fix;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.rename.NameChange;

/**
 * Names that change in one workflow.
 *
 * @param file the workflow, as it was named or found
 * @param changes each with what speaks for it
 */
public record Rewiring(String file, List<Change> changes) {

    public Rewiring {
        changes = List.copyOf(changes);
    }

    /**
     * One of them.
     *
     * @param why what shows that it is the same model, for people
     */
    public record Change(NameChange names, String why) {

        private static Optional<Change> read(Json json) {
            var form = json.at("form").text().flatMap(NameChange.Form::of);
            var from = json.at("from").text().filter(name -> !name.isEmpty());
            var to = json.at("to").text().filter(name -> !name.isEmpty());
            var types = json.at("classes").items().stream()
                    .flatMap(type -> type.text().stream())
                    .collect(Collectors.toSet());
            return form.isPresent() && from.isPresent() && to.isPresent()
                    ? Optional.of(new Change(
                            new NameChange(types, form.get(), from.get(), to.get()),
                            json.at("why").text().orElse("")))
                    : Optional.empty();
        }
    }

    /** Reads one back; empty where it is none, or one of its changes is not understood. */
    static Optional<Rewiring> read(Json json) {
        var changes = json.at("changes").items().stream().map(Change::read).toList();
        return json.at("file")
                .text()
                .filter(_ -> changes.stream().allMatch(Optional::isPresent))
                .map(file -> new Rewiring(
                        file, changes.stream().flatMap(Optional::stream).toList()));
    }

    /**
     * Whether the workflow is a file of its own, which a copy is made of; else it is inside a picture or an archive, which stays
     * as it is, and what is changed is written as a workflow file beside that.
     */
    public boolean isFile() {
        return file.toLowerCase(Locale.ROOT).endsWith(".json") && file.indexOf('!') < 0;
    }

    Json json() {
        return Json.object()
                .put("file", file)
                .put("inside", !isFile())
                .put(
                        "changes",
                        changes.stream()
                                .map(change -> Json.object()
                                        .put(
                                                "classes",
                                                change.names().types().stream()
                                                        .sorted()
                                                        .map(Json::of)
                                                        .toList())
                                        .put("form", change.names().form().word())
                                        .put("from", change.names().from())
                                        .put("to", change.names().to())
                                        .put("why", change.why())
                                        .build())
                                .toList())
                .build();
    }
}
