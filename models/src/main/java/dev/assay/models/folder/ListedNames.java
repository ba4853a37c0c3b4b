package dev.assay.models.folder;

import java.util.Locale;
import java.util.Set;

/**
 * What ComfyUI makes of a model's name: its own folders list files of these extensions only ({@code folder_paths.py},
 * {@code supported_pt_extensions}), and the extension alone says how a file is read.
 */
public final class ListedNames {

    private static final Set<String> SAFETENSORS = Set.of(".safetensors", ".sft");
    private static final Set<String> PICKLES = Set.of(".ckpt", ".pt", ".pt2", ".bin", ".pth", ".pkl");

    private ListedNames() {}

    /** Whether ComfyUI's own folders list a file of that name. */
    public static boolean lists(String name) {
        var extension = extension(name);
        return SAFETENSORS.contains(extension) || PICKLES.contains(extension);
    }

    /** Whether a file of the one name would be read as a file of the other: safetensors called {@code .ckpt} fail. */
    public static boolean readAlike(String one, String other) {
        return form(extension(one)).equals(form(extension(other)));
    }

    private static String form(String extension) {
        return SAFETENSORS.contains(extension) ? ".safetensors" : PICKLES.contains(extension) ? ".pt" : extension;
    }

    private static String extension(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
    }
}
