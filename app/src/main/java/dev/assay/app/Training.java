package dev.assay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import dev.assay.app.demo.Demo;

/**
 * What the launcher runs once after a build, so that the archive holds what the usual commands load. Each is run as its
 * user runs it, against a replica: a path that is not taken here is slow to start. It needs no network.
 *
 * @see Main
 */
final class Training {

    private static final String IMAGE = Long.toString(Demo.IMAGE);

    /** A model version of the demo's world. */
    private static final String LORA = "712345";

    private static final int WORKFLOWS = 500;
    private static final int PICTURES = 200;

    private static final String INFOTEXT = """
            a fox between birches, <lora:evening_light:0.7>, (detailed:1.2)
            Negative prompt: blurry
            Steps: 30, Sampler: DPM++ 2M Karras, CFG scale: 7, Seed: 1, Size: 64x64, Model hash: 67ab2fd8ec, Model: some, \
            Clip skip: 2, Lora hashes: "evening_light: 10d24439894b", Version: v1.10.1
            """;

    private final String folder;
    private final String comfy;

    private Training(Path folder) {
        this.folder = folder.toString();
        this.comfy = folder.resolve("ComfyUI").toString();
    }

    /** Runs the usual commands in the folder that is given. */
    public static void main(String[] args) throws IOException {
        new Training(Path.of(args[0])).run();
    }

    private void run() throws IOException {
        Main.run("--help");
        Main.run("make", "--help");
        Main.run("demo", "--into", folder);
        try (var demo = Demo.start(Path.of(comfy))) {
            make(demo, "--verify");
            make(demo, "--yes", "--force", "-o", folder + "/workflow.json");
            Main.run("doctor", "--comfy", comfy, "--civitai-url", demo.site().toString());
            Main.run(
                    "get",
                    LORA,
                    "--verify",
                    "--comfy",
                    comfy,
                    "--civitai-url",
                    demo.site().toString());
            make(demo, "--verify", "--offline");
            make(demo, "--verify", "--offline", "--json");
        }
        Main.run("library", "scan", "--comfy", comfy);
        Main.run("library", "list", "--comfy", comfy);
        workflows();
        Main.run("convert", folder + "/workflow.json", "--to", "api", "-o", folder + "/workflow.api.json");
        pictures();
        Main.run("cache", "list");
    }

    /** Enough of them that the ways through the code are known to be often taken. */
    private void workflows() throws IOException {
        var many = Files.createDirectories(Path.of(folder, "workflows"));
        var text = Files.readString(Path.of(folder, "workflow.json"));
        for (int i = 0; i < WORKFLOWS; i++) {
            Files.writeString(many.resolve(i + ".json"), text.replace(".safetensors", "-" + i % 10 + ".safetensors"));
        }
        Main.run("scan", many.toString(), "--comfy", comfy, "--offline", "--json");
        Main.run("scan", many.toString(), "--comfy", comfy, "--offline");
    }

    /** As A1111 and ComfyUI write them, in turns. */
    private void pictures() throws IOException {
        var many = Files.createDirectories(Path.of(folder, "pictures"));
        var graph = Map.of("prompt", Files.readString(Path.of(folder, "workflow.api.json")));
        for (int i = 0; i < PICTURES; i++) {
            var texts = i % 2 == 0 ? graph : Map.of("parameters", INFOTEXT);
            Files.write(many.resolve(i + ".png"), Demo.picture(texts));
        }
        Main.run("read", many.toString());
        Main.run("read", many.toString(), "--json");
    }

    private void make(Demo demo, String... options) {
        var site = demo.site().toString();
        var args = Stream.concat(Stream.of("make", IMAGE, "--comfy", comfy, "--civitai-url", site), Stream.of(options));
        Main.run(args.toArray(String[]::new));
    }
}
