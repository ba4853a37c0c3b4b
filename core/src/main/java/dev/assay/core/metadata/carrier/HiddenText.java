package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.TextEntry;
import dev.assay.core.metadata.carrier.stealth.Stealth;

/** Adds to what was read of a PNG the text that is hidden in its pixels. */
final class HiddenText {

    private HiddenText() {}

    static CarrierFile.Read in(FileBytes file, CarrierFile.Read read) throws IOException {
        var pixels = PngPixels.of(file);
        if (pixels.isEmpty()) {
            return read;
        }
        return switch (Stealth.find(pixels.get())) {
            case Stealth.Nothing _ -> read;
            case Stealth.Found(var where, var text) ->
                with(read, Optional.of(new TextEntry("PNG " + where, "", text)), Optional.empty());
            case Stealth.Broken(var reason) ->
                with(read, Optional.empty(), Optional.of(Finding.warning("CARRIER_DAMAGED", Effect.DOUBT, reason)));
        };
    }

    private static CarrierFile.Read with(CarrierFile.Read read, Optional<TextEntry> text, Optional<Finding> finding) {
        List<TextEntry> entries = new ArrayList<>(read.entries());
        text.ifPresent(entries::add);
        List<Finding> findings = new ArrayList<>(read.findings());
        finding.ifPresent(findings::add);
        return new CarrierFile.Read(read.format(), read.picture(), entries, findings);
    }
}
