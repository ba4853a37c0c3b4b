package dev.assay.core.workflow.definition;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.assay.core.json.Json;

/**
 * Tells lists of files from lists of settings: {@code /object_info} does not say which is which, yet the one depends on
 * the server's disk and the other on its version only.
 */
final class FileChoice {

    private static final Set<String> SIGNS =
            Set.of("image_upload", "audio_upload", "video_upload", "file_upload", "animated_image_upload", "remote");

    private static final Set<String> EXTENSIONS = Set.of(
            "safetensors",
            "sft",
            "ckpt",
            "pt",
            "pt2",
            "pth",
            "bin",
            "pkl",
            "onnx",
            "gguf",
            "yaml",
            "png",
            "jpg",
            "jpeg",
            "webp",
            "gif",
            "latent",
            "wav",
            "mp3",
            "flac",
            "mp4",
            "webm");

    private FileChoice() {}

    static boolean is(List<String> options, Json stated) {
        return options.isEmpty()
                || SIGNS.stream().anyMatch(stated::has)
                || options.stream().anyMatch(FileChoice::isFile);
    }

    private static boolean isFile(String option) {
        var dot = option.lastIndexOf('.');
        return dot > 0 && EXTENSIONS.contains(option.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
