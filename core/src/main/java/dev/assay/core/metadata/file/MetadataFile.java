package dev.assay.core.metadata.file;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.Document;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.TextEntry;
import dev.assay.core.metadata.Understood;
import dev.assay.core.metadata.carrier.CarrierFile;
import dev.assay.core.metadata.carrier.FileFormat;
import dev.assay.core.metadata.carrier.Picture;
import dev.assay.core.metadata.dialect.MetadataReader;
import dev.assay.core.source.Source;

/** A file, and what it says of how something was made. */
public sealed interface MetadataFile {

    /**
     * It is of a format that is known.
     *
     * @param picture its size, where it shows something
     * @param texts all that it says, as it says it
     * @param readings what could be made of it, each with its place as the source
     * @param unread the texts of which nothing could be made
     * @param findings what was odd about the file; what was odd about the texts is in the readings
     */
    record Read(
            FileFormat format,
            Optional<Picture> picture,
            List<TextEntry> texts,
            List<Reading> readings,
            List<TextEntry> unread,
            List<Finding> findings)
            implements MetadataFile {
        public Read {
            texts = List.copyOf(texts);
            readings = List.copyOf(readings);
            unread = List.copyOf(unread);
            findings = List.copyOf(findings);
        }
    }

    /**
     * It is of no format that could carry metadata.
     *
     * @param reason why not, as a sentence for people
     */
    record Unknown(String reason) implements MetadataFile {}

    /**
     * Reads a file, told by its content alone. Pixels are looked into only where a PNG says nothing else.
     *
     * @param source whose word it is
     * @throws IOException where it cannot be read
     */
    static MetadataFile read(Path file, Source source) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            return switch (CarrierFile.read(channel)) {
                case CarrierFile.Unknown(var reason) -> new Unknown(reason);
                case CarrierFile.Read read -> understood(read, channel, source);
            };
        }
    }

    private static MetadataFile understood(CarrierFile.Read read, SeekableByteChannel channel, Source source)
            throws IOException {
        var first = understand(read, source);
        if (first.saysSomething()) {
            return file(read, first);
        }
        var whole = CarrierFile.withHidden(channel, read);
        return file(whole, whole.equals(read) ? first : understand(whole, source));
    }

    /** A text file is a document of its own, and may be an answer of the site's. */
    private static Understood understand(CarrierFile.Read read, Source source) {
        var isDocument = read.format() == FileFormat.JSON || read.format() == FileFormat.TEXT;
        if (!isDocument || read.entries().size() != 1) {
            return MetadataReader.understand(read.entries(), source);
        }
        var readings =
                MetadataReader.read(new Document.Given(read.entries().getFirst().text()), source);
        return new Understood(readings, readings.isEmpty() ? read.entries() : List.of());
    }

    private static Read file(CarrierFile.Read read, Understood understood) {
        return new Read(
                read.format(),
                read.picture(),
                read.entries(),
                understood.readings(),
                understood.unread(),
                read.findings());
    }
}
