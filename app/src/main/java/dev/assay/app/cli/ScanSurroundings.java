package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.config.SettingName;
import dev.assay.app.report.SafeText;
import dev.assay.app.scan.Installation;
import dev.assay.app.scan.KnownContents;
import dev.assay.app.scan.ModelLookup;
import dev.assay.app.scan.NodeCheck;
import dev.assay.app.wiring.Wiring;
import dev.assay.comfyui.ComfyServer;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.models.store.LibraryStore;
import dev.assay.models.store.StoreException;
import dev.assay.models.store.StoreOpening;

/** What a scan looks for workflows' needs in: an installation, a server, or what a server once said. */
final class ScanSurroundings {

    private static final long LARGEST = 256L << 20;

    private final Streams streams;
    private final Wiring wiring;
    private final List<String> notes = new ArrayList<>();

    private ScanSurroundings(Streams streams, Wiring wiring) {
        this.streams = streams;
        this.wiring = wiring;
    }

    /**
     * All of it.
     *
     * @param models where the models are: in the installation, or, without one, what a server lists
     * @param notes what the user should know of it
     */
    record Known(
            Optional<Installation> installation,
            Optional<ModelLookup> models,
            NodeDefinitions definitions,
            NodeCheck nodes,
            List<String> notes) {

        /** Where the models are; that nobody looks is said elsewhere. */
        ModelLookup lookup() {
            return models.orElseGet(ModelLookup::none);
        }
    }

    static Known of(Streams streams, Wiring wiring, ScanOptions options) {
        return new ScanSurroundings(streams, wiring).known(options);
    }

    private Known known(ScanOptions options) {
        var installation = wiring.comfy().map(comfy -> {
            comfy.findings().forEach(finding -> notes.add(finding.message()));
            return Installation.of(comfy, contents());
        });
        installation.ifPresent(one -> one.unreadable().forEach(what -> notes.add("Not looked at: " + what)));
        var server = options.objectInfo().map(this::file).or(() -> asked(options.offline()));
        var ours = NodeDefinitions.core().or(NodeDefinitions.packs());
        return new Known(
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

    private static ModelLookup listed(Told told) {
        return ModelLookup.onServer(NodeDefinitions.fromObjectInfo(told.answer()), told.embeddings(), told.source());
    }

    /** What a server says of its nodes and embeddings, and where that comes from. */
    private record Told(Json answer, Optional<List<String>> embeddings, String source) {}

    private Told file(Path given) {
        var file = streams.environment().directory().resolve(given);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new StopException(
                        ExitCode.THIS_COMPUTER,
                        "\"" + given + "\" is no file, or larger than a server's answer can be.");
            }
            var answer = Json.parse(Files.readString(file));
            if (answer.members().values().stream().noneMatch(node -> node.has("input"))) {
                throw new StopException(
                        ExitCode.USAGE, "\"" + given + "\" is not what a ComfyUI server says of its nodes.");
            }
            return new Told(answer, Optional.empty(), String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw new StopException(ExitCode.THIS_COMPUTER, "\"" + given + "\" cannot be read: " + e.getMessage());
        } catch (MalformedJsonException e) {
            throw new StopException(ExitCode.USAGE, "\"" + given + "\" is no JSON: " + e.getMessage());
        }
    }

    private Optional<Told> asked(boolean offline) {
        if (offline) {
            return Optional.empty();
        }
        try (var server = wiring.comfyServer()) {
            if (server.look() instanceof ComfyServer.Look.Running) {
                return server.objectInfo().map(answer -> new Told(answer, server.embeddings(), server.address()));
            }
            if (wiring.settings().isExplicit(SettingName.COMFY_URL)) {
                notes.add("No ComfyUI server answers at " + SafeText.line(server.address())
                        + "; nodes are looked for in the folder.");
            }
            return Optional.empty();
        }
    }

    /** What the library has on record; without a record, hashes are not known and names must do. */
    private KnownContents contents() {
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
                case StoreOpening.Failed(var reason) -> unknown(reason);
            };
        } catch (StoreException e) {
            return unknown(String.valueOf(e.getMessage()));
        }
    }

    private KnownContents unknown(String reason) {
        notes.add("What the library has on record cannot be used: " + reason);
        return new KnownContents(List.of());
    }
}
