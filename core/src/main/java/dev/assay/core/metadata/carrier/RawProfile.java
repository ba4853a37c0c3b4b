package dev.assay.core.metadata.carrier;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * EXIF and XMP as ImageMagick keeps them in a PNG: a line with the kind, a line with the length, and the bytes as
 * hexadecimal digits.
 */
final class RawProfile {

    static final String KEY = "Raw profile type ";

    private RawProfile() {}

    static void read(String key, String text, Harvest harvest) {
        var kind = key.substring(KEY.length()).toLowerCase(Locale.ROOT);
        var bytes = bytes(text);
        if (bytes.isEmpty()) {
            harvest.damaged("The raw profile of kind " + kind + " in the PNG cannot be read.");
            return;
        }
        switch (kind) {
            case "exif", "app1" -> exifOrXmp(bytes.get(), harvest);
            case "xmp" -> Xmp.read(Latin.orUtf8(bytes.get()), harvest);
            default -> {
                // Colours and the like.
            }
        }
    }

    private static void exifOrXmp(byte[] bytes, Harvest harvest) {
        if (Ascii.at(bytes, 0, JpegReader.XMP)) {
            Xmp.read(new String(bytes, StandardCharsets.UTF_8).substring(JpegReader.XMP.length()), harvest);
        } else {
            ExifBlock.read(bytes, harvest);
        }
    }

    private static Optional<byte[]> bytes(String text) {
        var lines = text.strip().split("\\s+", 3);
        if (lines.length < 3) {
            return Optional.empty();
        }
        var digits = new StringBuilder(lines[2].length());
        lines[2].chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> digits.append((char) c));
        try {
            return Optional.of(HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
