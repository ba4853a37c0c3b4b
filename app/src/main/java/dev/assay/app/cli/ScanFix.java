package dev.assay.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.pipeline.WholeFile;
import dev.assay.app.report.PlanText;
import dev.assay.app.report.SafeText;
import dev.assay.app.report.TextReport;
import dev.assay.app.scan.fix.Fixed;
import dev.assay.app.scan.fix.Fixing;
import dev.assay.app.scan.fix.Plan;
import dev.assay.app.scan.fix.ShellPlan;
import dev.assay.app.wiring.Wiring;
import dev.assay.core.disk.DiskWords;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/** Shows a plan, asks, and carries it out. */
final class ScanFix {

    private static final long LARGEST = 64L << 20;

    private final Streams streams;
    private final Wiring wiring;
    private final FixOptions options;
    private final boolean json;
    private final boolean offline;

    ScanFix(Streams streams, Wiring wiring, FixOptions options, boolean json, boolean offline) {
        this.streams = streams;
        this.wiring = wiring;
        this.options = options;
        this.json = json;
        this.offline = offline;
    }

    /** Writes the plan where that is wanted, and carries it out where that is wanted and agreed. */
    Fixed of(Plan plan) {
        if (options.plan().isPresent()) {
            write(plan, streams.environment().directory().resolve(options.plan().get()));
        }
        if (!json) {
            streams.out().print(PlanText.of(plan));
            streams.out().flush();
        }
        if (!options.fix() || plan.isEmpty()) {
            return Fixed.planned(plan);
        }
        var refusal = agreed(plan);
        return refusal.isPresent() ? Fixed.refused(plan, refusal.get()) : done(plan);
    }

    private Optional<Problem> agreed(Plan plan) {
        if (options.yes()) {
            return Optional.empty();
        }
        if (options.confirmed().isPresent()) {
            return Fixing.refusal(plan, options.confirmed().get());
        }
        var console = streams.console();
        if (console.isEmpty() || json) {
            return Optional.of(declined("There is nobody to be asked, and no --yes."));
        }
        var answer = console.get().readLine("Do it, and download %s? [y/N] ", TextReport.size(plan.bytes()));
        return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(declined("You said no."));
    }

    private static Problem declined(String what) {
        return Fixing.declined(what, "Run it again with --yes to do it, or with --confirm and the digest of the plan.");
    }

    private Fixed done(Plan plan) {
        var how = new Fixing.How(options.inPlace(), options.allowPickle(), offline, options.limit());
        var fixed = new Fixing(wiring, streams.environment().directory(), how).carryOut(plan);
        if (!json) {
            fixed.written().forEach(one -> streams.out().print(PlanText.written(one)));
        }
        return fixed;
    }

    private void write(Plan plan, Path file) {
        var text = String.valueOf(file.getFileName()).endsWith(".sh")
                ? ShellPlan.of(plan, wiring.site(), wiring.hub())
                : plan.json().writePretty();
        try {
            WholeFile.create(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException _) {
            throw new StopException(
                    ExitCode.THIS_COMPUTER,
                    "\"" + SafeText.line(file.toString())
                            + "\" is there already, and is not replaced.\nName another file.");
        } catch (IOException e) {
            throw Unwritable.of(file, e);
        }
    }

    /** Reads a plan that was made elsewhere. */
    static Plan read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new StopException(
                        ExitCode.THIS_COMPUTER, "There is no plan \"" + SafeText.line(file.toString()) + "\".");
            }
            return Plan.read(Json.parse(Files.readString(file)))
                    .orElseThrow(
                            () -> new StopException(
                                    ExitCode.USAGE,
                                    "\"" + SafeText.line(file.toString())
                                            + "\" is no plan of assay scan, or was changed after it was written.\n"
                                            + "Write it anew with --plan; if you changed it on purpose, take its \"digest\" out."));
        } catch (MalformedJsonException e) {
            throw new StopException(
                    ExitCode.USAGE, "\"" + SafeText.line(file.toString()) + "\" is no plan: " + e.getMessage() + ".");
        } catch (IOException e) {
            throw new StopException(
                    ExitCode.THIS_COMPUTER,
                    "The plan \"" + SafeText.line(file.toString()) + "\" cannot be read: " + DiskWords.of(e) + ".");
        }
    }
}
