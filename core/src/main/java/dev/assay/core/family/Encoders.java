package dev.assay.core.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text encoders of a family, from files of their own, as ComfyUI's loaders take them.
 *
 * @param type what {@code CLIPLoader} or {@code DualCLIPLoader} must be told; the loaders of more files know by themselves
 * @param files in the order of the loader's inputs, one to four
 * @param unpadded whether the tokenizer must be told to add no padding ({@code T5TokenizerOptions})
 */
public record Encoders(Optional<String> type, List<Standard> files, boolean unpadded) {

    public Encoders {
        files = List.copyOf(files);
    }

    static Encoders of(String type, Standard... files) {
        return new Encoders(Optional.of(type), List.of(files), false);
    }

    /** Of three or four files. */
    static Encoders of(Standard first, Standard second, Standard third, Standard... more) {
        var files = new ArrayList<>(List.of(first, second, third));
        files.addAll(List.of(more));
        return new Encoders(Optional.empty(), files, false);
    }

    /** The same, told to add no padding. */
    Encoders withoutPadding() {
        return new Encoders(type, files, true);
    }

    /** ComfyUI's node that loads them. */
    public String loader() {
        return switch (files.size()) {
            case 1 -> "CLIPLoader";
            case 2 -> "DualCLIPLoader";
            case 3 -> "TripleCLIPLoader";
            case 4 -> "QuadrupleCLIPLoader";
            default -> throw new IllegalStateException("no loader takes " + files.size() + " text encoders");
        };
    }

    /** The input of the loader that names the file at that place, from 0. */
    public String input(int place) {
        return files.size() == 1 ? "clip_name" : "clip_name" + (place + 1);
    }
}
