package dev.assay.app.cli;

import java.util.concurrent.Callable;

import dev.assay.app.doctor.Checkup;
import dev.assay.app.doctor.Checkup.Item;
import dev.assay.app.report.Paint;
import dev.assay.app.report.SafeText;
import dev.assay.app.wiring.Wiring;
import dev.assay.models.progress.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what is configured and from where, what works, and what to do about what does not. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = "Check configuration, key, folders, connection and ComfyUI.",
        footerHeading = "%nExample:%n",
        footer = "  assay doctor --comfy ~/ComfyUI")
final class DoctorCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Mixin
    private CommonOptions common;

    DoctorCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var settings = common.settings(streams.environment());
        try (var wiring = new Wiring(
                settings,
                false,
                Progress.silent(),
                common.verbose() ? line -> streams.err().println(RequestLines.text(line)) : _ -> {})) {
            var checkup = Checkup.of(wiring);
            if (common.json()) {
                streams.out().print(checkup.json().writePretty());
            } else {
                checkup.items().forEach(this::print);
            }
            return checkup.code().number();
        }
    }

    private void print(Item item) {
        var paint = new Paint(streams.colours());
        var mark = switch (item.state()) {
            case WELL -> paint.green("ok     ");
            case NOTE -> paint.dim("note   ");
            case BAD -> paint.red("not ok ");
        };
        streams.out().println(mark + " " + item.subject() + ": " + SafeText.line(item.found()));
        if (!item.advice().isEmpty()) {
            streams.out().println("         " + SafeText.line(item.advice()));
        }
    }
}
