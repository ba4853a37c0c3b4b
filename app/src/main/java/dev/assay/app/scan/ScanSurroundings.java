package dev.assay.app.scan;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.assay.app.config.SettingName;
import dev.assay.app.wiring.Wiring;
import dev.assay.comfyui.ComfyServer;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.models.store.LibraryStore;
import dev.assay.models.store.StoreException;
import dev.assay.models.store.StoreOpening;

/**
 * What a scan looks for workflows' needs in: an installation, a server, or what a server once said.
 *
 * @param models where the models are: in the installation, or, without one, what a server lists
 * @param notes what the user should know of it
 */
public record ScanSurroundings(
        Optional<Installation> installation,
        Optional<ModelLookup> models,
        NodeDefinitions definitions,
        NodeCheck nodes,
        List<String> notes) {

    public ScanSurroundings {
        notes = List.copyOf(notes);
    }

    /** Where the models are; that nobody looks is said elsewhere. */
    public ModelLookup lookup() {
        return models.orElseGet(ModelLookup::none);
    }

    /**
     * Looks around. A server is asked while the folders are listed, so that one which is not there costs no time of its own.
     *
     * @param offline no server is asked
     * @param given what a server once said; then none is asked
     */
    public static ScanSurroundings of(Wiring wiring, boolean offline, Optional<ServerTold> given) {
        var asked = given.isPresent() || offline
                ? CompletableFuture.completedFuture(new Asked(given, Optional.empty()))
                : asking(wiring.comfyServer(), wiring.settings().isExplicit(SettingName.COMFY_URL));
        List<String> notes = new ArrayList<>();
        var installation = wiring.comfy().map(comfy -> {
            comfy.findings().forEach(finding -> notes.add(finding.message()));
            return Installation.of(comfy, contents(wiring, notes));
        });
        installation.ifPresent(one -> one.unreadable().forEach(what -> notes.add("Not looked at: " + what)));
        var answer = asked.join();
        answer.note().ifPresent(notes::add);
        return with(installation, answer.told(), notes);
    }

    private static ScanSurroundings with(
            Optional<Installation> installation, Optional<ServerTold> server, List<String> notes) {
        var ours = NodeDefinitions.core().or(NodeDefinitions.packs());
        return new ScanSurroundings(
                installation,
                installation.map(ModelLookup::in).or(() -> server.map(ScanSurroundings::listed)),
                server.map(told -> NodeDefinitions.fromObjectInfo(told.answer()).or(ours))
                        .orElse(ours)
                        .remembered(),
                server.map(told -> NodeCheck.ofServer(told.answer(), told.source()))
                        .or(() -> installation.map(Installation::nodes))
                        .orElseGet(NodeCheck::none),
                notes);
    }

    private static ModelLookup listed(ServerTold told) {
        return ModelLookup.onServer(NodeDefinitions.fromObjectInfo(told.answer()), told.embeddings(), told.source());
    }

    /** What came of asking a server. */
    private record Asked(Optional<ServerTold> told, Optional<String> note) {}

    private static CompletableFuture<Asked> asking(ComfyServer server, boolean named) {
        return CompletableFuture.supplyAsync(() -> ask(server, named), Thread::startVirtualThread);
    }

    private static Asked ask(ComfyServer server, boolean named) {
        try (server) {
            if (server.look() instanceof ComfyServer.Look.Running) {
                var told = server.objectInfo()
                        .map(answer -> new ServerTold(answer, server.embeddings(), server.address()));
                return new Asked(told, Optional.empty());
            }
            var note = "No ComfyUI server answers at " + server.address() + "; nodes are looked for in the folder.";
            return new Asked(Optional.empty(), Optional.of(note).filter(_ -> named));
        }
    }

    /** What the library has on record; without a record, hashes are not known and names must do. */
    private static KnownContents contents(Wiring wiring, List<String> notes) {
        var folder = wiring.libraryFolder();
        if (!Files.isDirectory(folder)) {
            return new KnownContents(List.of());
        }
        try {
            return switch (LibraryStore.open(folder)) {
                case StoreOpening.Opened(var store, var more) -> {
                    notes.addAll(more);
                    try (store) {
                        yield new KnownContents(store.files());
                    }
                }
                case StoreOpening.Failed(var reason) -> unknown(reason, notes);
            };
        } catch (StoreException e) {
            return unknown(String.valueOf(e.getMessage()), notes);
        }
    }

    private static KnownContents unknown(String reason, List<String> notes) {
        notes.add("What the library has on record cannot be used: " + reason);
        return new KnownContents(List.of());
    }
}
