package dev.assay.app.cli;

import java.io.IOException;
import java.util.List;

import dev.assay.app.ExitCode;
import dev.assay.app.report.JsonCache;
import dev.assay.app.report.SafeText;
import dev.assay.app.report.TextReport;
import dev.assay.civitai.journal.Bounds;
import dev.assay.civitai.journal.Entry;
import dev.assay.civitai.journal.Journal;
import dev.assay.core.disk.DiskWords;
import dev.assay.core.json.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The journal of raw answers, for inspection. */
@Command(
        name = "cache",
        mixinStandardHelpOptions = true,
        description = "The site's raw answers, kept for inspection and for --offline.",
        footerHeading = "%nExamples:%n",
        footer = {"  assay cache list", "  assay cache show 3f2a", "  assay cache clear"})
final class CacheCommand implements Runnable, StreamCommand {

    private final Streams streams;

    @Spec
    private CommandSpec spec;

    CacheCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Give a command: list, show or clear.");
    }

    private Journal journal(CommonOptions common) {
        var home = common.settings(streams.environment()).home();
        return new Journal(home.resolve("journal"), Bounds.DEFAULT);
    }

    private static StopException unreadable(IOException e) {
        return new StopException(
                ExitCode.THIS_COMPUTER,
                "The journal cannot be used: " + DiskWords.of(e) + ".",
                "Check ASSAY_HOME, or name another folder with it.");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List the answers, newest first.",
            footerHeading = "%nExample:%n",
            footer = "  assay cache list --json")
    int list(@Mixin CommonOptions common) {
        try {
            var entries = journal(common).list();
            if (common.json()) {
                print(JsonCache.of(entries).build());
            } else {
                entries.forEach(entry -> streams.out().println(line(entry)));
            }
            return ExitCode.OK.number();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void print(Json document) {
        streams.out().print(document.writePretty());
    }

    private static String line(Entry entry) {
        return entry.digest().substring(0, 12) + "  " + entry.at() + "  " + entry.status() + "  "
                + (entry.validated() ? "proven  " : "unproven") + "  " + TextReport.size(entry.bytes()) + "  "
                + SafeText.line(entry.asked());
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Show one answer as it came.",
            footerHeading = "%nExample:%n",
            footer = "  assay cache show 3f2a")
    int show(
            @Parameters(paramLabel = "DIGEST", description = "The beginning of its digest.") String digest,
            @Mixin CommonOptions common) {
        try {
            var journal = journal(common);
            var meant = journal.digests(digest);
            if (meant.size() > 1) {
                throw new StopException(
                        ExitCode.USAGE,
                        meant.size() + " answers begin with \"" + SafeText.line(digest) + "\", such as "
                                + meant.get(0).substring(0, 12) + " and "
                                + meant.get(1).substring(0, 12) + ".",
                        "Give more of the digest. See them all: assay cache list");
            }
            var kept = journal.show(digest)
                    .orElseThrow(() -> new StopException(
                            ExitCode.USAGE,
                            "No answer begins with \"" + SafeText.line(digest) + "\".",
                            "See them all: assay cache list"));
            if (common.json()) {
                print(JsonCache.of(kept));
            } else {
                streams.out().println(SafeText.block(kept.body()));
            }
            return ExitCode.OK.number();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Command(
            name = "clear",
            mixinStandardHelpOptions = true,
            description = "Forget all answers.",
            footerHeading = "%nExample:%n",
            footer = "  assay cache clear")
    int clear(@Mixin CommonOptions common) {
        try {
            var forgotten = journal(common).clear();
            if (common.json()) {
                print(JsonCache.of(List.of()).put("forgotten", forgotten).build());
            } else {
                streams.out().println(forgotten + " answers forgotten.");
            }
            return ExitCode.OK.number();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
