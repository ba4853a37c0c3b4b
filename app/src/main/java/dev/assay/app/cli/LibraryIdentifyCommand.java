package dev.assay.app.cli;

import java.util.HashSet;
import java.util.concurrent.Callable;

import dev.assay.app.ExitCode;
import dev.assay.app.report.IdentifyJson;
import dev.assay.app.report.IdentifyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks the site what files are that nobody has named yet. */
@Command(
        name = "identify",
        mixinStandardHelpOptions = true,
        description =
                "Ask the site, by hash, what the files are that are not named yet: a hundred files a question, two questions a"
                        + " second at most.",
        footerHeading = "%nExample:%n",
        footer = "  assay library identify")
final class LibraryIdentifyCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Option(names = "--again", description = "Ask about all files, also those that are named already.")
    private boolean again;

    @Option(names = "--offline", description = "Answer from the journal of proven answers only.")
    private boolean offline;

    @Mixin
    private CommonOptions common;

    LibraryIdentifyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var run = new LibraryRun(streams, common);
        return run.run(offline, (store, wiring, progress) -> {
            var naming = LibraryRun.naming(wiring, store);
            var due = naming.due(LibraryRun.items(store), again);
            var outcome = naming.ask(due, progress);
            progress.clear();
            outcome.notes().forEach(run::note);
            var asked = new HashSet<>(due);
            var items = LibraryRun.items(store).stream()
                    .filter(item -> asked.contains(item.file().sha256()))
                    .toList();
            var code = ExitCode.first(outcome.codes()).orElse(ExitCode.OK);
            if (run.json()) {
                streams.out()
                        .print(IdentifyJson.of(items, outcome, run.notes(), code)
                                .writePretty());
            } else {
                run.print(new IdentifyText(run.paint()).of(items, outcome));
            }
            return code;
        });
    }
}
