package dev.assay.app.cli;

import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands as far as a run needs them. To read all options of all commands takes picocli longer than the whole
 * run of most commands, so that only the command that was given is read; of the others, their name and description.
 */
final class Subcommands {

    private final List<Class<?>> all;

    Subcommands(List<Class<?>> all) {
        this.all = all;
    }

    /** Adds the command that these arguments begin with, or, where they begin with none, all for the help. */
    void addTo(CommandLine line, String[] args) {
        for (var type : all) {
            var command = type.getAnnotation(Command.class);
            if (args.length > 0 && args[0].equals(command.name())) {
                line.addSubcommand(type);
                return;
            }
            line.addSubcommand(mentioned(command));
        }
    }

    private static CommandSpec mentioned(Command command) {
        var spec = CommandSpec.create().name(command.name());
        spec.usageMessage().description(command.description());
        spec.parser().unmatchedArgumentsAllowed(true);
        return spec;
    }
}
