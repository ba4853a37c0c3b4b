package dev.assay.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import dev.assay.app.pipeline.Request;
import dev.assay.app.pipeline.WorkflowFormat;
import dev.assay.models.download.RateLimit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Proves and shows, and does nothing else. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = "Prove an image's recipe and show it: the same report as make --verify.",
        footerHeading = "%nExample:%n",
        footer = "  assay show https://civitai.com/images/96712457")
final class ShowCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Parameters(
            paramLabel = "REF",
            description = "An image: its page, its number, its media address, or an image file.")
    private String reference;

    @Mixin
    private ShowOptions show;

    @Mixin
    private CommonOptions common;

    ShowCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return new JobRun(streams, common, show, Afterwards.Wanted.NOTHING, RateLimit.none(), Confirmation.none())
                .run(
                        reference,
                        parsed -> new Request(
                                reference,
                                parsed,
                                true,
                                false,
                                Optional.empty(),
                                false,
                                WorkflowFormat.UI,
                                false,
                                show.metadata(streams),
                                show.strict(),
                                show.offline(),
                                false,
                                show.terms(),
                                show.pictures()));
    }
}
