package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.TextEntry;

/** An image file, seen as a carrier of text. */
public sealed interface ImageFile {

    /**
     * It is an image.
     *
     * @param entries the texts in it, in the file's order; blank ones are left out
     * @param findings what was damaged, too large, or cut short
     */
    record Read(ImageFacts facts, List<TextEntry> entries, List<Finding> findings) implements ImageFile {
        public Read {
            entries = List.copyOf(entries);
            findings = List.copyOf(findings);
        }
    }

    /**
     * It is no image that can be read here.
     *
     * @param reason why not, as a sentence for people
     */
    record NotAnImage(String reason) implements ImageFile {}

    /** Reads the file at that place. Its name and extension play no part. */
    static ImageFile read(Path path) throws IOException {
        try (var channel = Files.newByteChannel(path)) {
            return read(channel);
        }
    }

    /**
     * Reads an image from the channel's beginning. Image data are skipped, so that memory and time depend on the texts
     * only.
     */
    static ImageFile read(SeekableByteChannel channel) throws IOException {
        var bytes = new FileBytes(channel);
        var magic = bytes.read(16);
        if (PngReader.matches(magic)) {
            return new PngReader(bytes).read();
        }
        if (JpegReader.matches(magic)) {
            return new JpegReader(bytes).read();
        }
        if (WebpReader.matches(magic)) {
            return new WebpReader(bytes).read();
        }
        return new NotAnImage("The first bytes are those of no PNG, JPEG or WebP image.");
    }
}
