package dev.assay.core.metadata.carrier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.TextEntry;

/** Gathers the texts of one file, within bounds. */
final class Harvest {

    /** One text as it lies in the file, in bytes. */
    static final int MAX_RAW = 16 << 20;

    /** All texts of a file together, in characters. */
    private static final long MAX_CHARACTERS = 64L << 20;

    private static final int MAX_ENTRIES = 200;
    private static final int MAX_FINDINGS = 50;

    private final List<TextEntry> entries = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private long characters;
    private boolean full;

    void add(String carrier, String key, String text) {
        if (text.isBlank() || full) {
            return;
        }
        if (entries.size() == MAX_ENTRIES || characters + text.length() > MAX_CHARACTERS) {
            full = true;
            tooLarge("The file holds more text than can be sensible; the rest was left unread.");
            return;
        }
        characters += text.length();
        entries.add(new TextEntry(carrier, key, text));
    }

    /** Something is broken, but what was read stands. */
    void damaged(String message) {
        find(Finding.info("CARRIER_DAMAGED", message));
    }

    /** A text ends before it should. */
    void cutShort(String message) {
        find(Finding.warning("CARRIER_CUT_SHORT", Effect.DOUBT, message));
    }

    /** A text was left unread for its size. */
    void tooLarge(String message) {
        find(Finding.warning("CARRIER_TOO_LARGE", Effect.DOUBT, message));
    }

    private void find(Finding finding) {
        if (findings.size() < MAX_FINDINGS) {
            findings.add(finding);
        }
    }

    /** Whether no text was found. */
    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** What was gathered, as the reading of an image; without a size it is none. */
    CarrierFile image(FileFormat format, int width, int height, boolean animated) {
        return picture(width, height, animated)
                .<CarrierFile>map(picture -> file(format, Optional.of(picture)))
                .orElseGet(
                        () -> new CarrierFile.Unknown("It begins like a " + format.words() + ", but states no size."));
    }

    /** What was gathered, as the reading of a film; whoever cuts it off may have cut off its size. */
    CarrierFile film(FileFormat format, int width, int height) {
        return file(format, picture(width, height, true));
    }

    /** What was gathered, as the reading of a drawing, which need not have a size. */
    CarrierFile drawing(int width, int height) {
        return file(FileFormat.SVG, picture(width, height, false));
    }

    /** What was gathered, as the reading of a file that shows nothing. */
    CarrierFile file(FileFormat format) {
        return file(format, Optional.empty());
    }

    private CarrierFile.Read file(FileFormat format, Optional<Picture> picture) {
        return new CarrierFile.Read(format, picture, entries, findings);
    }

    private static Optional<Picture> picture(int width, int height, boolean animated) {
        return width < 1 || height < 1 ? Optional.empty() : Optional.of(new Picture(width, height, animated));
    }
}
