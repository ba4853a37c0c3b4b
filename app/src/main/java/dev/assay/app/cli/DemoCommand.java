package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;

import dev.assay.app.ExitCode;
import dev.assay.app.config.Environment;
import dev.assay.app.demo.Demo;
import dev.assay.app.report.Paint;
import dev.assay.core.disk.DiskWords;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The incident, the wrong way and the right way. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = "The whole main job against a built-in replica of the site; no network, no key.",
        footerHeading = "%nExample:%n",
        footer = "  assay demo")
final class DemoCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "Keep what is made in this folder (else a new one among the temporary files).")
    private @Nullable Path into;

    @Option(names = "--json", description = "Print only the report of the right way, as one JSON document.")
    private boolean json;

    DemoCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            var folder = folder();
            var comfy = folder.resolve("ComfyUI");
            try (var demo = Demo.start(comfy)) {
                wrongWay(demo);
                return rightWay(demo, folder, comfy);
            }
        } catch (IOException e) {
            throw new StopException(
                    ExitCode.THIS_COMPUTER,
                    "The demo cannot work here: " + DiskWords.of(e) + ".",
                    "Name another folder with --into.");
        }
    }

    private Path folder() throws IOException {
        if (into == null) {
            return Files.createTempDirectory("assay-demo-");
        }
        return Files.createDirectories(streams.environment().directory().resolve(into));
    }

    private void wrongWay(Demo demo) throws IOException, InterruptedException {
        title("1. The wrong way");
        say("Somebody asks for image " + Demo.IMAGE + " by a parameter that the site does not know (ids=),");
        say("and believes the first item of the answer:");
        say("");
        say("  GET /api/v1/images?ids=" + Demo.IMAGE + "&limit=1   ->   200, " + first(demo.wrongAnswer()));
        say("");
        say("Another image, without a word. From here on everything is wrong: models, prompt, CFG, seed.");
    }

    private static String first(String body) throws IOException {
        try {
            var item = Json.parse(body).at("items").at(0);
            var meta = item.at("meta").has("meta") ? item.at("meta").at("meta") : item.at("meta");
            return "image " + item.at("id").scalar().orElse("?") + " (CFG "
                    + meta.at("cfgScale").scalar().orElse("?") + ", "
                    + meta.at("steps").scalar().orElse("?") + " steps, seed "
                    + meta.at("seed").scalar().orElse("?") + ")";
        } catch (MalformedJsonException e) {
            throw new IOException("the replica's answer cannot be read", e);
        }
    }

    private int rightWay(Demo demo, Path folder, Path comfy) {
        title("2. The right way");
        var variables = new HashMap<>(streams.environment().variables());
        variables.put("CIVITAI_API_KEY", demo.key());
        variables.put("ASSAY_CIVITAI_URL", demo.site().toString());
        variables.put("ASSAY_HOME", folder.resolve("home").toString());
        variables.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        variables.remove("COMFYUI_ROOT");
        say("$ assay make " + Demo.IMAGE + " --yes");
        say("");
        var inside = new Streams(
                streams.out(),
                streams.err(),
                streams.in(),
                new Environment(
                        variables,
                        streams.environment().directory(),
                        streams.environment().userHome()));
        var make = new ArrayList<>(List.of("make", Long.toString(Demo.IMAGE), "--yes", "--comfy", comfy.toString()));
        if (json) {
            make.add("--json");
        }
        var code = CommandLines.run(make.toArray(String[]::new), inside);
        if (code == ExitCode.OK.number()) {
            title("3. What you have now");
            say("Everything is under " + folder + "; delete it when you have seen it.");
            say("With a real image:  assay make https://civitai.com/images/" + Demo.IMAGE + " --comfy ~/ComfyUI");
        }
        return code;
    }

    private void title(String text) {
        say("");
        say(new Paint(streams.colours()).bold(text));
        say("");
    }

    private void say(String text) {
        if (!json) {
            streams.out().println(text);
        }
    }
}
