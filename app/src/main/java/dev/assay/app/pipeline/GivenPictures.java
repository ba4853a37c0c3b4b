package dev.assay.app.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Pictures that the user has for an image to be made from: no metadata hold them.
 *
 * @param sources what it was made from
 * @param mask white where the source is painted over
 * @param controls what steered it, in the order of the ControlNets
 */
public record GivenPictures(List<Path> sources, Optional<Path> mask, List<Path> controls) {

    public static final GivenPictures NONE = new GivenPictures(List.of(), Optional.empty(), List.of());

    public GivenPictures {
        sources = List.copyOf(sources);
        controls = List.copyOf(controls);
    }
}
