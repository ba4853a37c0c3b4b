package dev.assay.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.GivenPictures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Pictures that an image was made from, which no metadata hold. */
final class PictureOptions {

    @Option(
            names = "--source",
            paramLabel = "FILE",
            description =
                    "The picture that the image was made from (image to image); several where the model takes them.")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--mask",
            paramLabel = "FILE",
            description = "What of the source was painted over: white is painted.")
    private @Nullable String mask;

    @Option(
            names = "--control",
            paramLabel = "FILE",
            description = "The picture that steered a ControlNet; several in the order of the ControlNets.")
    private List<String> controls = new ArrayList<>();

    GivenPictures given() {
        return new GivenPictures(
                sources.stream().map(name -> file("--source", name)).toList(),
                Optional.ofNullable(mask).map(name -> file("--mask", name)),
                controls.stream().map(name -> file("--control", name)).toList());
    }

    private static Path file(String option, String name) {
        try {
            if (!name.isBlank()) {
                return Path.of(name);
            }
        } catch (InvalidPathException _) {
            // Refused like a blank name.
        }
        throw new StopException(ExitCode.USAGE, option + " is \"" + name + "\", which no file can be called.");
    }
}
