package dev.assay.core.making;

import java.util.List;
import java.util.Optional;

/**
 * Pictures that somebody has for a graph to begin with, under the names by which ComfyUI's input folder lists them.
 *
 * @param sources what the image was made from, the most important one first
 * @param mask white where the source is painted over
 * @param reach how far the mask reaches; empty where nobody has looked
 * @param controls what steered it, in the order of the ControlNets
 */
public record Pictures(
        List<InputPicture> sources, Optional<InputPicture> mask, Optional<Reach> reach, List<InputPicture> controls) {

    /** Nobody has any. */
    public static final Pictures NONE = new Pictures(List.of(), Optional.empty(), Optional.empty(), List.of());

    public Pictures {
        sources = List.copyOf(sources);
        controls = List.copyOf(controls);
    }

    Optional<InputPicture> source() {
        return source(0);
    }

    Optional<InputPicture> source(int place) {
        return place < sources.size() ? Optional.of(sources.get(place)) : Optional.empty();
    }

    Optional<InputPicture> control(int place) {
        return place < controls.size() ? Optional.of(controls.get(place)) : Optional.empty();
    }

    /**
     * How far a mask reaches.
     *
     * @param light around all that is nearer to white; empty where nothing is
     * @param dark around all that is nearer to black; empty where nothing is
     */
    public record Reach(Optional<Area> light, Optional<Area> dark) {}

    /**
     * One picture.
     *
     * @param name as {@code LoadImage} takes it
     * @param given what the user called it
     * @param width in pixels
     * @param height in pixels
     * @param transparent whether it has an alpha channel, which may serve as a mask
     */
    public record InputPicture(String name, String given, int width, int height, boolean transparent) {

        Size size() {
            return new Size(width, height);
        }
    }
}
