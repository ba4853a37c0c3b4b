package dev.assay.app.cli;

import java.util.Locale;
import java.util.concurrent.Callable;

import dev.assay.app.pipeline.WorkflowFormat;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The main job. */
@Command(
        name = "make",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description =
                "Prove an image's recipe, show it, ask, download what is missing, and write the ComfyUI workflow.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay make https://civitai.com/images/96712457 --verify",
            "  assay make 96712457 --comfy ~/ComfyUI --yes",
            "  assay make 96712457 --yes --submit --compare",
            "  assay make picture.png --no-download -o picture.json",
        })
final class MakeCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "REF",
            description = "An image: its page, its number, its media address, or an image file.")
    private String reference;

    @Mixin
    private MakeOptions options;

    @Mixin
    private ShowOptions show;

    @Mixin
    private CommonOptions common;

    MakeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var run = new JobRun(
                streams,
                common,
                show,
                wanted(),
                options.download().limit(),
                options.download().confirmed());
        return run.run(reference, parsed -> options.request(reference, parsed, show, show.metadata(streams), format()));
    }

    private Afterwards.Wanted wanted() {
        var wanted = options.wanted();
        if (wanted.compare() && !wanted.submit()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--compare compares what --submit made; give both.");
        }
        return wanted;
    }

    private WorkflowFormat format() {
        var named = options.format().map(text -> text.toLowerCase(Locale.ROOT));
        return switch (named.orElse(options.namesApiFile() ? "api" : "ui")) {
            case "ui" -> WorkflowFormat.UI;
            case "api" -> WorkflowFormat.API;
            default ->
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "--format is \"" + named.orElse("") + "\"; it can be ui or api.");
        };
    }
}
