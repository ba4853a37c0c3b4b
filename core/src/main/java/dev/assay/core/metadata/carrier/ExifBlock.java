package dev.assay.core.metadata.carrier;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the texts of an EXIF block: the ASCII tags of its first directory, and the user comment. ComfyUI and others keep
 * JSON in any ASCII tag, as {@code key:{…}}.
 */
final class ExifBlock {

    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int USER_COMMENT = 0x9286;
    private static final int BYTE = 1;
    private static final int ASCII = 2;
    private static final int UNDEFINED = 7;
    private static final int MAX_TAGS = 512;

    private static final int MAKER_NOTE = 0x927c;
    private static final int PREFIX = 6;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0x010d, "DocumentName"),
            Map.entry(0x010e, "ImageDescription"),
            Map.entry(0x010f, "Make"),
            Map.entry(0x0110, "Model"),
            Map.entry(0x0131, "Software"),
            Map.entry(0x0132, "DateTime"),
            Map.entry(0x013b, "Artist"),
            Map.entry(0x8298, "Copyright"),
            Map.entry(MAKER_NOTE, "MakerNote"));

    /** Windows' own, in UTF-16. */
    private static final Map<Integer, String> WIDE_NAMES =
            Map.of(0x9c9b, "XPTitle", 0x9c9c, "XPComment", 0x9c9e, "XPKeywords", 0x9c9f, "XPSubject");

    private static final Pattern KEYED = Pattern.compile("([A-Za-z_][\\w-]{0,40}):\\s{0,8}(?=[{\\[\"])");

    /** When the file was written says nothing of how the picture was made. */
    private static final Pattern DATE = Pattern.compile("[\\d ]{4}:[\\d ]{2}:[\\d ]{2} [\\d ]{2}:[\\d ]{2}:[\\d ]{2}");

    private final ByteBuffer block;
    private final Harvest harvest;

    private ExifBlock(byte[] block, Harvest harvest) {
        this.block = ByteBuffer.wrap(block);
        this.harvest = harvest;
    }

    /** Reads a block, with or without the prefix that JPEG puts in front of it, and others sometimes. */
    static void read(byte[] data, Harvest harvest) {
        var bare = Ascii.at(data, 0, "Exif\0\0") ? Arrays.copyOfRange(data, PREFIX, data.length) : data;
        new ExifBlock(bare, harvest).read();
    }

    private void read() {
        if (!order() || block.getShort(2) != 42) {
            harvest.damaged("An EXIF block does not begin as one.");
            return;
        }
        directory(block.getInt(4) & 0xffff_ffffL, true);
    }

    private boolean order() {
        if (block.limit() < 8 || block.get(0) != block.get(1)) {
            return false;
        }
        if (block.get(0) == 'I') {
            block.order(ByteOrder.LITTLE_ENDIAN);
        }
        return block.get(0) == 'I' || block.get(0) == 'M';
    }

    private void directory(long start, boolean first) {
        if (start + 2 > block.limit()) {
            harvest.damaged("An EXIF directory lies outside its block.");
            return;
        }
        var count = Math.min(block.getShort((int) start) & 0xffff, MAX_TAGS);
        for (int i = 0; i < count; i++) {
            var tag = start + 2 + 12L * i;
            if (tag + 12 > block.limit()) {
                harvest.damaged("An EXIF directory ends too soon.");
                return;
            }
            tag((int) tag, first);
        }
    }

    private void tag(int at, boolean first) {
        var id = block.getShort(at) & 0xffff;
        var type = block.getShort(at + 2) & 0xffff;
        if (first && id == EXIF_DIRECTORY) {
            directory(block.getInt(at + 8) & 0xffff_ffffL, false);
        } else if (id == USER_COMMENT && (type == BYTE || type == ASCII || type == UNDEFINED)) {
            value(at).ifPresent(value -> harvest.add("EXIF UserComment", "UserComment", UserComment.decode(value)));
        } else if (type == ASCII && (first || id == MAKER_NOTE)) {
            value(at).ifPresent(value -> text(id, Latin.orUtf8(value)));
        } else if (first && type == BYTE && WIDE_NAMES.containsKey(id)) {
            value(at).ifPresent(value -> wide(id, value));
        }
    }

    private void wide(int id, byte[] value) {
        var name = WIDE_NAMES.getOrDefault(id, "");
        harvest.add(
                "EXIF " + name,
                name,
                new String(value, StandardCharsets.UTF_16LE).replace("\0", "").strip());
    }

    private void text(int id, String raw) {
        var text = raw.replace("\0", "").strip();
        var name = NAMES.getOrDefault(id, String.format("0x%04X", id));
        var keyed = KEYED.matcher(text);
        if (keyed.lookingAt()) {
            harvest.add("EXIF " + name, keyed.group(1), text.substring(keyed.end()));
        } else if (!DATE.matcher(text).matches()) {
            harvest.add("EXIF " + name, name, text);
        }
    }

    /** The tag's bytes: up to four lie in the tag itself, more where it points to. */
    private Optional<byte[]> value(int at) {
        var length = block.getInt(at + 4) & 0xffff_ffffL;
        var start = length <= 4 ? at + 8L : block.getInt(at + 8) & 0xffff_ffffL;
        if (start > block.limit()) {
            harvest.damaged("An EXIF text lies outside its block.");
            return Optional.empty();
        }
        if (start + length > block.limit()) {
            // A JPEG segment ends at 64 KiB, whatever the writer had to say.
            harvest.cutShort("An EXIF text is cut off: it should have " + length + " bytes.");
        }
        var end = Math.min(start + length, block.limit());
        return Optional.of(Arrays.copyOfRange(block.array(), (int) start, (int) end));
    }
}
