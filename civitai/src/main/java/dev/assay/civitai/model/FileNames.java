package dev.assay.civitai.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of model files, compared exactly: what differs by more than case, folder or a missing extension differs. */
final class FileNames {

    /** Only these are extensions: {@code style_v1.5} has none. */
    private static final Pattern EXTENSION =
            Pattern.compile("\\.(?:safetensors|sft|ckpt|pt|pth|bin|gguf|onnx|zip)$", Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    /** Whether the name, as metadata write it, is that of the file. */
    static boolean same(String named, String file) {
        var wanted = withoutFolder(named);
        var listed = withoutFolder(file);
        if (wanted.isEmpty() || listed.isEmpty()) {
            return false;
        }
        return hasExtension(wanted)
                ? wanted.equals(listed)
                : wanted.equals(EXTENSION.matcher(listed).replaceFirst(""));
    }

    /** The name without folder and extension, in lower case. */
    static String stem(String name) {
        return EXTENSION.matcher(withoutFolder(name)).replaceFirst("");
    }

    static boolean hasExtension(String name) {
        return EXTENSION.matcher(name).find();
    }

    private static String withoutFolder(String name) {
        var last = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        return name.substring(last + 1).strip().toLowerCase(Locale.ROOT);
    }
}
