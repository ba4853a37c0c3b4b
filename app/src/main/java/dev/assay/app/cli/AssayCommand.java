package dev.assay.app.cli;

import picocli.CommandLine.Command;

@Command(
        name = "assay",
        description = "Tells what a Civitai image is really made of, proves it, and rebuilds it in ComfyUI.",
        mixinStandardHelpOptions = true,
        version = "0.1.0")
final class AssayCommand implements Runnable {

    @Override
    public void run() {}
}
