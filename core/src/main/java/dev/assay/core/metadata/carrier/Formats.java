package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** The formats that are known, each with how it begins and who reads it; the first that fits counts. */
final class Formats {

    /** Enough to tell any of them. */
    private static final int START = 64;

    private interface Reader {
        CarrierFile read(FileBytes file) throws IOException;
    }

    private record Row(Predicate<byte[]> begins, Reader reader) {}

    private static final List<Row> ROWS = List.of(
            new Row(PngReader::matches, file -> new PngReader(file).read()),
            new Row(JpegReader::matches, file -> new JpegReader(file).read()),
            new Row(WebpReader::matches, file -> new WebpReader(file).read()),
            new Row(GifReader::matches, file -> new GifReader(file).read()),
            new Row(HeifReader::matches, file -> new HeifReader(file).read()),
            new Row(JxlReader::matches, file -> new JxlReader(file).read()),
            new Row(MovieReader::matches, file -> new MovieReader(file).read()),
            new Row(MatroskaReader::matches, file -> new MatroskaReader(file).read()),
            new Row(FlacReader::matches, file -> new FlacReader(file).read()),
            new Row(OggReader::matches, file -> new OggReader(file).read()),
            new Row(Id3Reader::matches, file -> new Id3Reader(file).read()),
            new Row(GlbReader::matches, file -> new GlbReader(file).read()),
            new Row(SafetensorsReader::matches, file -> new SafetensorsReader(file).read()),
            new Row(TextReader::matches, file -> new TextReader(file).read()));

    private Formats() {}

    static CarrierFile read(FileBytes file) throws IOException {
        var start = file.read(START);
        if (start.length == 0) {
            return new CarrierFile.Unknown("It is empty.");
        }
        for (var row : ROWS) {
            if (row.begins().test(start)) {
                return row.reader().read(file);
            }
        }
        return new CarrierFile.Unknown("Its first bytes are those of no format that Assay knows.");
    }
}
