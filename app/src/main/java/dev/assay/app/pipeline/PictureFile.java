package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import dev.assay.app.ExitCode;
import dev.assay.core.disk.DiskWords;
import dev.assay.core.hash.Sha256;
import dev.assay.core.metadata.carrier.CarrierFile;
import dev.assay.core.metadata.carrier.FileFormat;
import dev.assay.core.metadata.carrier.Picture;
import dev.assay.models.hash.FileHasher;
import dev.assay.models.name.SafeName;
import dev.assay.models.progress.Progress;

/** A picture file of the user's, as far as a workflow must know it. */
sealed interface PictureFile {

    /** Larger ones are no pictures that a model begins with. */
    long MOST_BYTES = 256L << 20;

    /** By these names ComfyUI lists a file as a picture. */
    Set<String> EXTENSIONS = Set.of(".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".avif");

    /**
     * It can be used.
     *
     * @param file where it is
     * @param content its bytes' hash
     * @param width in pixels
     * @param height in pixels
     * @param transparent whether it has an alpha channel
     * @param extension by which ComfyUI lists such a file
     */
    record Read(Path file, Sha256 content, int width, int height, boolean transparent, String extension)
            implements PictureFile {

        /** Its own name, made safe, with an extension by which ComfyUI lists it. */
        String plainName() {
            return name().text();
        }

        SafeName name() {
            var own = SafeName.of(String.valueOf(file.getFileName()));
            return EXTENSIONS.contains(own.extension()) ? own : SafeName.of(own.text() + extension);
        }
    }

    /**
     * It cannot.
     *
     * @param why a sentence
     */
    record Refused(ExitCode code, String why) implements PictureFile {}

    /** Looks at a file; its content decides. */
    static PictureFile read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return new Refused(ExitCode.USAGE, "It is larger than 256 MiB.");
            }
            return switch (CarrierFile.read(file)) {
                case CarrierFile.Unknown(var reason) -> new Refused(ExitCode.USAGE, reason);
                case CarrierFile.Read(var format, var picture, var _, var _) -> of(file, format, picture);
            };
        } catch (IOException e) {
            return new Refused(ExitCode.THIS_COMPUTER, "It cannot be read: " + DiskWords.of(e) + ".");
        }
    }

    private static PictureFile of(Path file, FileFormat format, Optional<Picture> picture) throws IOException {
        var content = FileHasher.sha256(file, Progress.silent());
        if (picture.isEmpty() || content.isEmpty() || extension(format).isEmpty()) {
            return new Refused(
                    ExitCode.USAGE, "It is no picture that ComfyUI loads; its content is: " + format.words() + ".");
        }
        return new Read(
                file.toAbsolutePath().normalize(),
                content.get(),
                picture.get().width(),
                picture.get().height(),
                isTransparent(file, format),
                extension(format));
    }

    private static String extension(FileFormat format) {
        return switch (format) {
            case PNG -> ".png";
            case JPEG -> ".jpg";
            case WEBP -> ".webp";
            case GIF -> ".gif";
            case AVIF -> ".avif";
            case HEIF, JXL, SVG, MP4, MATROSKA, FLAC, OGG, MP3, GLB, SAFETENSORS, JSON, TEXT -> "";
        };
    }

    /** By the colour type of a PNG, and the flag of a WebP. */
    private static boolean isTransparent(Path file, FileFormat format) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            var head = stream.readNBytes(30);
            return switch (format) {
                case PNG -> head.length > 25 && (head[25] & 4) != 0;
                case WEBP -> head.length > 20 && head[15] == 'X' && (head[20] & 0x10) != 0;
                case JPEG, GIF, AVIF, HEIF, JXL, SVG, MP4, MATROSKA, FLAC, OGG, MP3, GLB, SAFETENSORS, JSON, TEXT ->
                    false;
            };
        }
    }
}
