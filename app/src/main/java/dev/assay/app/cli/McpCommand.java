package dev.assay.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.assay.app.ExitCode;
import dev.assay.app.config.Environment;
import dev.assay.app.config.SettingName;
import dev.assay.app.mcp.Commands;
import dev.assay.app.mcp.Serving;
import dev.assay.models.progress.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the commands to an agent. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = "Serve these commands to an agent: the Model Context Protocol over standard input and output.",
        footerHeading = "%nExample, in an agent's configuration:%n",
        footer = {
            "  assay mcp --comfy ~/ComfyUI",
            "",
            "Downloads need the digest of a plan that was shown before; no file is ever replaced.",
        })
final class McpCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Option(
            names = "--comfy",
            paramLabel = "DIR",
            description =
                    "ComfyUI's folder, for all calls (else COMFYUI_ROOT, else looked for near the current folder).")
    private @Nullable String comfy;

    @Option(names = "--comfy-url", paramLabel = "URL", description = "ComfyUI's server, for all calls.")
    private @Nullable String comfyUrl;

    @Option(names = "--civitai-url", paramLabel = "URL", description = "The site, for all calls.")
    private @Nullable String site;

    McpCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (streams.interactive()) {
            streams.err()
                    .println("assay: This speaks with a program, not with people; put it into your agent's"
                            + " configuration. Ctrl-C ends it.");
        }
        return switch (Serving.serve(this::run, streams.in(), streams.out())) {
            case HUNG_UP -> ExitCode.OK.number();
            case NO_MESSAGE ->
                throw new StopException(
                        ExitCode.USAGE,
                        "What came on standard input is no message of the Model Context Protocol.",
                        "Start it from an agent, which speaks the protocol.");
        };
    }

    /** What was said at the start goes for every call. */
    private Environment environment() {
        var outside = streams.environment();
        var variables = new HashMap<>(outside.variables());
        put(variables, SettingName.COMFY_ROOT, comfy);
        put(variables, SettingName.COMFY_URL, comfyUrl);
        put(variables, SettingName.SITE, site);
        return new Environment(variables, outside.directory(), outside.userHome());
    }

    private static void put(Map<String, String> variables, SettingName name, @Nullable String value) {
        if (value != null) {
            name.variables().forEach(variables::remove);
            variables.put(name.variables().getFirst(), value);
        }
    }

    /** What it prints goes to the agent as a whole, and whatever else it says to standard error. */
    private Commands.Printed run(List<String> arguments, InputStream in, Progress progress) {
        var out = new ByteArrayOutputStream();
        var inside = new Streams(
                new PrintStream(out, false, StandardCharsets.UTF_8), streams.err(), in, environment(), progress);
        var code = CommandLines.run(arguments.toArray(String[]::new), inside);
        inside.out().flush();
        return new Commands.Printed(code, out.toString(StandardCharsets.UTF_8));
    }
}
