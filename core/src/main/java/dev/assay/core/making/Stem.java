package dev.assay.core.making;

import java.util.Locale;
import java.util.Set;

/** The name of a model's file without what differs from one computer to the next. */
final class Stem {

    private static final Set<String> EXTENSIONS =
            Set.of("safetensors", "sft", "ckpt", "pt", "pt2", "pth", "bin", "pkl", "gguf", "onnx");

    private Stem() {}

    /** Without the extension; folders stay, with slashes. */
    static String of(String name) {
        var plain = name.strip().replace('\\', '/');
        var dot = plain.lastIndexOf('.');
        var extension = dot < 0 ? "" : plain.substring(dot + 1).toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(extension) ? plain.substring(0, dot) : plain;
    }

    /** Without folders and extension. */
    static String base(String name) {
        var stem = of(name);
        return stem.substring(stem.lastIndexOf('/') + 1);
    }
}
