package dev.assay.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import dev.assay.app.ExitCode;
import dev.assay.app.library.LibraryItem;
import dev.assay.app.library.SiteNaming;
import dev.assay.app.library.Verification;
import dev.assay.app.report.VerifyJson;
import dev.assay.app.report.VerifyText;
import dev.assay.app.wiring.Wiring;
import dev.assay.models.progress.Progress;
import dev.assay.models.quarantine.Quarantine;
import dev.assay.models.store.LibraryStore;
import dev.assay.models.verify.Check;
import dev.assay.models.verify.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether the files are still what they were, and what the site says of them. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Read all files again, compare them with what was recorded, and ask the site what it says of them."
                        + " Exit code 8 where one is not what it should be.",
        footerHeading = "%nExamples:%n",
        footer = {"  assay library verify", "  assay library verify --offline --fix ~/ComfyUI/models/loras"})
final class LibraryVerifyCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Only these files, and files below these folders.")
    private List<Path> paths = List.of();

    @Option(
            names = "--fix",
            description = "Put what is damaged or broken aside, into a folder \"" + Quarantine.FOLDER
                    + "\" beside it. Nothing is deleted.")
    private boolean fix;

    @Option(names = "--offline", description = "Do not ask the site.")
    private boolean offline;

    @Mixin
    private CrewOption crew;

    @Mixin
    private CommonOptions common;

    LibraryVerifyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var run = new LibraryRun(streams, common);
        return run.run(offline, (store, wiring, progress) -> {
            var items = chosen(run, LibraryRun.items(store));
            if (items.isEmpty()) {
                run.note("There is nothing to verify. Fill the library with: assay library scan");
            }
            var verification = new Verification(new Verifier(crew.crew()), store, fix);
            var results = verification.verify(items, progress);
            var asked =
                    offline ? Optional.<SiteNaming.Outcome>empty() : Optional.of(ask(results, store, wiring, progress));
            progress.clear();
            asked.ifPresent(outcome -> outcome.notes().forEach(run::note));
            var now = named(results, store);
            var code = code(results, asked);
            if (run.json()) {
                streams.out()
                        .print(VerifyJson.of(results, now, asked, run.notes(), code)
                                .writePretty());
            } else {
                run.print(new VerifyText(run.paint()).of(results, now, asked));
            }
            return code;
        });
    }

    private List<LibraryItem> chosen(LibraryRun run, List<LibraryItem> all) {
        var wanted = paths.stream().map(run::path).toList();
        return all.stream()
                .filter(item -> wanted.isEmpty()
                        || wanted.stream().anyMatch(path -> item.file().path().startsWith(path)))
                .toList();
    }

    /** Sound contents that the site has not been asked about lately. */
    private static SiteNaming.Outcome ask(
            List<Verification.Result> results, LibraryStore store, Wiring wiring, Progress progress) {
        var sound = results.stream()
                .filter(result -> result.check() instanceof Check.Intact)
                .map(Verification.Result::item)
                .toList();
        var naming = LibraryRun.naming(wiring, store);
        return naming.ask(naming.due(sound, false), progress);
    }

    /** The same items with what the site has said meanwhile. */
    private static List<LibraryItem> named(List<Verification.Result> results, LibraryStore store) {
        var paths = results.stream().map(result -> result.item().file().path()).collect(Collectors.toSet());
        return LibraryRun.items(store).stream()
                .filter(item -> paths.contains(item.file().path()))
                .toList();
    }

    private static ExitCode code(List<Verification.Result> results, Optional<SiteNaming.Outcome> asked) {
        var codes = new ArrayList<ExitCode>();
        if (results.stream().anyMatch(Verification.Result::isBad)) {
            codes.add(ExitCode.INTEGRITY);
        }
        if (results.stream().anyMatch(LibraryVerifyCommand::isNotRead)) {
            codes.add(ExitCode.THIS_COMPUTER);
        }
        asked.ifPresent(outcome -> codes.addAll(outcome.codes()));
        return ExitCode.first(codes).orElse(ExitCode.OK);
    }

    private static boolean isNotRead(Verification.Result result) {
        return result.check() instanceof Check.Unreadable
                || result.check() instanceof Check.NotRead
                || result.aside()
                        .filter(Quarantine.Result.NotMoved.class::isInstance)
                        .isPresent();
    }
}
