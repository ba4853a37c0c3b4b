package dev.assay.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The models that are on this computer, by content. */
@Command(
        name = "library",
        mixinStandardHelpOptions = true,
        description =
                "The models that you have, known by their content: what each is, twice, unused, broken, and whether"
                        + " it is still what it was.",
        subcommands = {
            LibraryScanCommand.class,
            LibraryListCommand.class,
            LibraryWhichCommand.class,
            LibraryVerifyCommand.class,
            LibraryIdentifyCommand.class,
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay library scan --comfy ~/ComfyUI",
            "  assay library list --kind lora --base sdxl",
            "  assay library which 10D24439894B",
        })
final class LibraryCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Give a command: scan, list, which, verify or identify.");
    }
}
