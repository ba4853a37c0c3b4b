package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import dev.assay.app.ExitCode;
import dev.assay.app.library.HashQuery;
import dev.assay.app.library.LibraryItem;
import dev.assay.app.report.LibraryJson;
import dev.assay.app.report.LibraryText;
import dev.assay.core.json.Json;
import dev.assay.models.hash.FileHasher;
import dev.assay.models.progress.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which file has a hash, or which files are the same as one. */
@Command(
        name = "which",
        mixinStandardHelpOptions = true,
        description =
                "Which file of the library has that hash (SHA-256, AutoV1 to 3, CRC32, or the head of one), or the"
                        + " content of that file. Exit code 7 where none has.",
        footerHeading = "%nExamples:%n",
        footer = {"  assay library which 10D24439894B", "  assay library which ~/Downloads/model.safetensors"})
final class LibraryWhichCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Parameters(paramLabel = "HASH|FILE", description = "A hash, whole or its beginning, or a file.")
    private String asked;

    @Mixin
    private CommonOptions common;

    LibraryWhichCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var run = new LibraryRun(streams, common);
        return run.run(true, (store, _, progress) -> {
            var query = query(run, progress);
            var matches = query.in(LibraryRun.items(store));
            progress.clear();
            var found = matches.stream().anyMatch(match -> match.item().presence() == LibraryItem.Presence.THERE);
            var code = found ? ExitCode.OK : ExitCode.INGREDIENT;
            print(run, query, matches, code);
            return code;
        });
    }

    /** A hash first: no file is likely to be called like one, and {@code ./} says that it is. */
    private HashQuery query(LibraryRun run, Progress progress) {
        return HashQuery.parse(asked).orElseGet(() -> content(run, progress));
    }

    private HashQuery content(LibraryRun run, Progress progress) {
        try {
            var file = run.path(Path.of(asked));
            if (!Files.isRegularFile(file)) {
                throw misunderstood();
            }
            return new HashQuery(FileHasher.sha256(file, progress).orElseThrow().hex());
        } catch (InvalidPathException _) {
            throw misunderstood();
        } catch (IOException e) {
            throw new StopException(ExitCode.THIS_COMPUTER, "\"" + asked + "\" cannot be read: " + e.getMessage());
        }
    }

    private StopException misunderstood() {
        if (asked.strip().toLowerCase(Locale.ROOT).startsWith("blake3:")) {
            return new StopException(
                    ExitCode.USAGE,
                    "The library does not know BLAKE3. The site does, and says which file it is:\nassay get " + asked
                            + " --verify");
        }
        return new StopException(
                ExitCode.USAGE, "\"" + asked + "\" is neither a file nor a hash (8 to 64 hex digits).");
    }

    private void print(LibraryRun run, HashQuery query, List<HashQuery.Match> matches, ExitCode code) {
        if (run.json()) {
            streams.out()
                    .print(Json.object()
                            .put("schema", "assay/library-which/1")
                            .put("hash", query.hex())
                            .put(
                                    "matches",
                                    matches.stream().map(LibraryJson::match).toList())
                            .put("notes", LibraryJson.texts(run.notes()))
                            .put("exitCode", code.number())
                            .build()
                            .writePretty());
            return;
        }
        var text = new LibraryText(run.paint());
        matches.forEach(match -> run.print(text.detail(match)));
        if (matches.isEmpty()) {
            streams.err().println("assay: No file of the library has " + query.hex() + ".");
            streams.err().println("What is new since the last scan is not known: assay library scan");
        }
    }
}
