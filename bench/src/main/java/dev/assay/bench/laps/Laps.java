package dev.assay.bench.laps;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.assay.app.read.FilesReading;
import dev.assay.app.report.NeedsJson;
import dev.assay.app.scan.FileNames;
import dev.assay.app.scan.Installation;
import dev.assay.app.scan.Knowledge;
import dev.assay.app.scan.KnownContents;
import dev.assay.app.scan.ModelLookup;
import dev.assay.app.scan.Tally;
import dev.assay.app.scan.WorkflowScan;
import dev.assay.bench.Command;
import dev.assay.bench.Programs;
import dev.assay.core.metadata.TextEntry;
import dev.assay.core.metadata.dialect.MetadataReader;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.Surroundings;
import dev.assay.models.hash.Crew;
import dev.assay.models.hash.FileHasher;
import dev.assay.models.inspect.Inspector;
import dev.assay.models.progress.Progress;
import dev.assay.models.scan.ScanPlace;
import dev.assay.models.scan.Scanner;
import dev.assay.models.store.LibraryStore;
import dev.assay.models.store.StoreOpening;

/** Does work of the product, once for each line on standard input. A program of its own. */
public final class Laps {

    private Laps() {}

    /** Starts it with the launcher's options and archive. */
    public static Command command(Programs programs, String work, Path about) {
        return new Command(programs.java(), Map.of()).and(Laps.class.getName(), work, about.toString());
    }

    /** Arguments: which work, and what it is about. */
    public static void main(String[] args) throws IOException {
        var lap = lap(args[0], Path.of(args[1]));
        try (var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (orders.readLine() != null) {
                System.out.println("done " + lap.run());
                System.out.flush();
            }
        }
    }

    private static Lap lap(String work, Path about) throws IOException {
        return switch (work) {
            case "read" -> read(about);
            case "graph" -> graph(about);
            case "hash" -> hash(List.of(about));
            case "hash-all" -> hash(files(about));
            case "headers" -> headers(about);
            case "scan" -> scan(about);
            case "workflows" -> workflows(about);
            default -> throw new IllegalArgumentException("no such work: " + work);
        };
    }

    /** As {@code assay read FOLDER} does, without printing. */
    private static Lap read(Path folder) {
        return () -> {
            var reading = new FilesReading(folder, Runtime.getRuntime().availableProcessors());
            var count = new long[1];
            reading.read(reading.files(List.of(folder.toString())), _ -> count[0]++);
            return count[0];
        };
    }

    private static Lap graph(Path file) throws IOException {
        var text = Files.readString(file);
        return () -> MetadataReader.understand(
                        List.of(new TextEntry("PNG tEXt", "prompt", text)), new Source(Origin.FILE, ""))
                .readings()
                .size();
    }

    private static Lap hash(List<Path> files) {
        return () -> {
            Crew.ofAllProcessors()
                    .work(
                            files,
                            _ -> 1,
                            () -> file -> {
                                try {
                                    var _ = FileHasher.sha256(file, Progress.silent())
                                            .orElseThrow();
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            },
                            () -> false);
            return files.size();
        };
    }

    /** One after the other, as Python does it. */
    private static Lap headers(Path folder) throws IOException {
        var files = files(folder);
        return () -> {
            long sound = 0;
            for (var file : files) {
                sound += Inspector.of(file).damage().isEmpty() ? 1 : 0;
            }
            if (sound < files.size()) {
                throw new IOException("not every header could be read");
            }
            return sound;
        };
    }

    /** The library's database lies beside the folder. */
    private static Lap scan(Path folder) throws IOException {
        return () -> {
            switch (LibraryStore.open(folder.resolveSibling("library"))) {
                case StoreOpening.Failed(var reason) -> throw new IOException(reason);
                case StoreOpening.Opened(var store, var _) -> {
                    try (store) {
                        Scanner.scan(
                                List.of(ScanPlace.of(folder)),
                                store,
                                Crew.ofAllProcessors(),
                                Clock.systemUTC(),
                                Progress.silent());
                        return store.files().size();
                    }
                }
            }
        };
    }

    /** As {@code assay scan --offline --json FOLDER} does, without printing. */
    private static Lap workflows(Path folder) throws IOException {
        var root = Files.createDirectories(folder.resolveSibling("ComfyUI")).toRealPath();
        Files.createDirectories(root.resolve("models/checkpoints"));
        var comfy = ComfyFolders.at(root, new Surroundings(root, Map.of())).orElseThrow();
        return () -> {
            var installation = Installation.of(comfy, new KnownContents(List.of()));
            var definitions = NodeDefinitions.core().or(NodeDefinitions.packs()).remembered();
            var scan = new WorkflowScan(
                    folder,
                    definitions,
                    ModelLookup.in(installation),
                    installation.nodes(),
                    WorkflowScan.Scope.ALL,
                    Knowledge.NONE);
            var json = new NeedsJson();
            var tally = new Tally();
            var length = new long[1];
            scan.scan(
                    FileNames.of(folder, List.of(folder.toString())),
                    Runtime.getRuntime().availableProcessors(),
                    file -> {
                        tally.add(file);
                        length[0] += json.next(file).length();
                    });
            return length[0];
        };
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
