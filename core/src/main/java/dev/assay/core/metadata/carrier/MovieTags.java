package dev.assay.core.metadata.carrier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the tags in a {@code meta} box: a list of keys with a list of values that count into it, as ffmpeg and ComfyUI
 * write them, or values that are named by four letters, as iTunes does.
 */
final class MovieTags {

    private static final int MAX_KEYS = 1000;
    private static final int VALUE = 8;

    private final Harvest harvest;

    MovieTags(Harvest harvest) {
        this.harvest = harvest;
    }

    private record Part(String type, int number, int start, int end) {}

    void read(byte[] meta) {
        // In MP4 four bytes of version come first, in QuickTime none.
        var children = parts(meta, Ascii.at(meta, 4, "hdlr") ? 0 : 4, meta.length);
        List<String> keys = new ArrayList<>();
        for (var child : children) {
            switch (child.type()) {
                case "keys" -> keys.addAll(keys(meta, child));
                case "ilst" -> parts(meta, child.start(), child.end()).forEach(item -> item(meta, item, keys));
                default -> {
                    // Who handles it.
                }
            }
        }
    }

    private static List<String> keys(byte[] meta, Part box) {
        return parts(meta, box.start() + 8, box.end()).stream()
                .map(key -> new String(meta, key.start(), key.end() - key.start(), StandardCharsets.UTF_8))
                .toList();
    }

    private void item(byte[] meta, Part item, List<String> keys) {
        var named = item.number() >= 1 && item.number() <= keys.size();
        var key = named ? keys.get(item.number() - 1) : item.type();
        for (var part : parts(meta, item.start(), item.end())) {
            switch (part.type()) {
                // A tag of one's own has its name beside its value, behind four bytes of version.
                case "name" -> key = text(meta, part, 4);
                case "data" -> harvest.add("MP4 tag", key, text(meta, part, VALUE));
                default -> {
                    // Whose own tag it is.
                }
            }
        }
    }

    /** QuickTime's own: a length, a language, and the text; or just as iTunes has it. */
    void classic(String type, byte[] content) {
        if (Ascii.at(content, 4, "data")) {
            harvest.add("MP4 tag", type, text(content, new Part("data", 0, 8, content.length), VALUE));
        } else if (content.length > 4) {
            var length = ByteBuffer.wrap(content).getShort(0) & 0xffff;
            var end = length == 0 || length + 4 > content.length ? content.length : length + 4;
            harvest.add("MP4 tag", type, Latin.orUtf8(Arrays.copyOfRange(content, 4, end)));
        }
    }

    private static String text(byte[] bytes, Part part, int skipped) {
        var start = Math.min(part.start() + skipped, part.end());
        return Latin.orUtf8(Arrays.copyOfRange(bytes, start, part.end())).replace("\0", "");
    }

    private static List<Part> parts(byte[] bytes, int from, int to) {
        List<Part> parts = new ArrayList<>();
        var numbers = ByteBuffer.wrap(bytes);
        var at = from;
        while (at + 8 <= to && parts.size() < MAX_KEYS) {
            var length = numbers.getInt(at);
            if (length < 8 || length > to - at) {
                break;
            }
            parts.add(new Part(Ascii.four(bytes, at + 4), numbers.getInt(at + 4), at + 8, at + length));
            at += length;
        }
        return parts;
    }
}
