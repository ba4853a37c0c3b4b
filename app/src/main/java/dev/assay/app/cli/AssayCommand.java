package dev.assay.app.cli;

import java.util.List;

import dev.assay.app.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program itself: without a command it shows how it is used. */
@Command(
        name = "assay",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = "Tells what a Civitai image is really made of, proves it, and rebuilds it in ComfyUI.",
        version = "assay " + Version.NUMBER,
        footerHeading = "%nExample:%n",
        footer = {
            "  assay make https://civitai.com/images/96712457 --comfy ~/ComfyUI",
            "",
            "  assay demo    shows the whole job without network or key",
        })
final class AssayCommand implements Runnable {

    /** The commands, in the order in which help lists them. */
    static final List<Class<?>> COMMANDS = List.of(
            MakeCommand.class,
            ShowCommand.class,
            ReadCommand.class,
            GetCommand.class,
            ScanCommand.class,
            RunCommand.class,
            CompareCommand.class,
            ConvertCommand.class,
            LockCommand.class,
            SyncCommand.class,
            ServeCommand.class,
            LibraryCommand.class,
            CacheCommand.class,
            McpCommand.class,
            DoctorCommand.class,
            DemoCommand.class);

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Give a command: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
