package dev.assay.app;

import dev.assay.app.cli.CommandLines;

/**
 * What the launcher runs once after a build, so that the class-data archive holds the classes that the usual commands
 * load. It needs no network.
 *
 * @see Main
 */
final class Training {

    private Training() {}

    /** Runs the usual commands in the folder that is given. */
    public static void main(String[] args) {
        var folder = args[0];
        run("--help");
        run("make", "--help");
        run("demo", "--into", folder);
        run("make", "96712457", "--offline", "--verify", "--comfy", folder + "/ComfyUI");
        run("library", "scan", "--comfy", folder + "/ComfyUI");
        run("library", "list");
        run("cache", "list");
    }

    private static void run(String... args) {
        CommandLines.run(args);
    }
}
