package dev.assay.app.cli;

import dev.assay.app.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program itself: without a command it shows how it is used. */
@Command(
        name = "assay",
        mixinStandardHelpOptions = true,
        description = "Tells what a Civitai image is really made of, proves it, and rebuilds it in ComfyUI.",
        version = "assay " + Version.NUMBER,
        subcommands = {
            MakeCommand.class,
            ShowCommand.class,
            LibraryCommand.class,
            CacheCommand.class,
            DoctorCommand.class,
            DemoCommand.class,
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  assay make https://civitai.com/images/96712457 --comfy ~/ComfyUI",
            "",
            "  assay demo    shows the whole job without network or key",
        })
final class AssayCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Give a command: make, show, library, cache, doctor or demo.");
    }
}
