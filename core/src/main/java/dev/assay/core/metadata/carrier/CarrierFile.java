package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.TextEntry;

/** A file, seen as a carrier of text. */
public sealed interface CarrierFile {

    /**
     * It is of a format that is known here.
     *
     * @param picture its size, where it is an image or a film; an image always has one
     * @param entries the texts in it, in the file's order; blank ones are left out
     * @param findings what was damaged, too large, or cut short
     */
    record Read(FileFormat format, Optional<Picture> picture, List<TextEntry> entries, List<Finding> findings)
            implements CarrierFile {
        public Read {
            entries = List.copyOf(entries);
            findings = List.copyOf(findings);
        }
    }

    /**
     * It is of no format that can be read here.
     *
     * @param reason why not, as a sentence for people
     */
    record Unknown(String reason) implements CarrierFile {}

    /** Reads the file at that place. Its name and extension play no part. */
    static CarrierFile read(Path path) throws IOException {
        try (var channel = Files.newByteChannel(path)) {
            return read(channel);
        }
    }

    /**
     * Reads a file from the channel's beginning. Image data are skipped, so that memory and time depend on the texts
     * only.
     */
    static CarrierFile read(SeekableByteChannel channel) throws IOException {
        return Formats.read(new FileBytes(channel));
    }

    /**
     * Looks for a text in the lowest bits of the pixels, where NovelAI and others hide theirs. That costs far more than
     * reading the other texts, and is worth it only where they say nothing.
     *
     * @return the same file, with that text where there is one
     */
    static Read withHidden(SeekableByteChannel channel, Read file) throws IOException {
        return HiddenText.in(new FileBytes(channel), file);
    }
}
