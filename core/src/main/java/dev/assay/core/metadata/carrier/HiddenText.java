package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.TextEntry;
import dev.assay.core.metadata.carrier.stealth.Pixels;
import dev.assay.core.metadata.carrier.stealth.Stealth;

/** Adds to what was read of an image the text that is hidden in its pixels. */
final class HiddenText {

    private HiddenText() {}

    static CarrierFile.Read in(FileBytes file, CarrierFile.Read read) throws IOException {
        var pixels = pixels(file, read);
        return pixels.isPresent() ? in(pixels.get(), read) : read;
    }

    /** Only formats that keep pixels as they were can hide anything in them. */
    private static Optional<? extends Pixels> pixels(FileBytes file, CarrierFile.Read read) throws IOException {
        return switch (read.format()) {
            case PNG -> PngPixels.of(file);
            case WEBP -> WebpPixels.of(file, read.picture());
            case JPEG, AVIF, HEIF, JXL, GIF, SVG, MP4, MATROSKA, FLAC, OGG, MP3, GLB, SAFETENSORS, JSON, TEXT ->
                Optional.empty();
        };
    }

    private static CarrierFile.Read in(Pixels pixels, CarrierFile.Read read) {
        return switch (Stealth.find(pixels)) {
            case Stealth.Nothing _ -> read;
            case Stealth.Found(var where, var text) ->
                with(read, Optional.of(new TextEntry(place(read.format(), where), "", text)), Optional.empty());
            case Stealth.Broken(var reason) ->
                with(read, Optional.empty(), Optional.of(Finding.warning("CARRIER_DAMAGED", Effect.DOUBT, reason)));
        };
    }

    /** Told as other places of texts are, such as "PNG alpha channel". */
    private static String place(FileFormat format, String where) {
        return (format == FileFormat.WEBP ? "WebP " : "PNG ") + where;
    }

    private static CarrierFile.Read with(CarrierFile.Read read, Optional<TextEntry> text, Optional<Finding> finding) {
        List<TextEntry> entries = new ArrayList<>(read.entries());
        text.ifPresent(entries::add);
        List<Finding> findings = new ArrayList<>(read.findings());
        finding.ifPresent(findings::add);
        return new CarrierFile.Read(read.format(), read.picture(), entries, findings);
    }
}
