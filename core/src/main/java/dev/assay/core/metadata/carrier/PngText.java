package dev.assay.core.metadata.carrier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Decodes a text chunk of a PNG. */
final class PngText {

    private static final int MAX_KEY = 79;

    private final String type;
    private final byte[] data;
    private final Harvest harvest;
    private int place;

    PngText(String type, byte[] data, Harvest harvest) {
        this.type = type;
        this.data = data;
        this.harvest = harvest;
    }

    void read() {
        var key = new String(untilNul(), StandardCharsets.ISO_8859_1);
        if (key.length() > MAX_KEY || place > data.length) {
            harvest.damaged("A PNG " + type + " chunk has no key.");
            return;
        }
        text().ifPresent(text -> found(key, text));
    }

    private void found(String key, String text) {
        if (key.equals(Xmp.KEY)) {
            Xmp.read(text, harvest);
        } else if (key.startsWith(RawProfile.KEY)) {
            RawProfile.read(key, text, harvest);
        } else {
            harvest.add("PNG " + type, key, text);
        }
    }

    private Optional<String> text() {
        return switch (type) {
            case "zTXt" -> compressed();
            case "iTXt" -> international();
            // Rust and JavaScript tools write raw UTF-8 where the format wants Latin-1.
            default -> Optional.of(Latin.orUtf8(rest()));
        };
    }

    private Optional<String> compressed() {
        place++;
        return inflated();
    }

    private Optional<String> international() {
        var compressed = place < data.length && data[place] == 1;
        place += 2;
        untilNul();
        untilNul();
        return compressed ? inflated() : Optional.of(Latin.orUtf8(rest()));
    }

    private Optional<String> inflated() {
        return switch (Inflation.of(rest())) {
            case Inflation.Whole(var text) -> Optional.of(text);
            case Inflation.Partial(var text) -> {
                harvest.cutShort("A compressed text of the PNG is damaged; what could be unpacked was kept.");
                yield Optional.of(text);
            }
            case Inflation.TooLarge _ -> {
                harvest.tooLarge("A compressed text of the PNG unpacks to more than can be sensible.");
                yield Optional.empty();
            }
        };
    }

    private byte[] rest() {
        return Arrays.copyOfRange(data, Math.min(place, data.length), data.length);
    }

    private byte[] untilNul() {
        var start = Math.min(place, data.length);
        var end = start;
        while (end < data.length && data[end] != 0) {
            end++;
        }
        place = end + 1;
        return Arrays.copyOfRange(data, start, end);
    }
}
