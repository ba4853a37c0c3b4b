package dev.assay.core.metadata.carrier;

import java.nio.charset.StandardCharsets;

/** Reads tags and tracks: elements within elements, of which only a few kinds matter. */
final class MatroskaTags {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_ELEMENTS = 10_000;

    private static final int TAG = 0x7373;
    private static final int SIMPLE_TAG = 0x67c8;
    private static final int TAG_NAME = 0x45a3;
    private static final int TAG_STRING = 0x4487;
    private static final int TRACK = 0xae;
    private static final int VIDEO = 0xe0;
    private static final int WIDTH = 0xb0;
    private static final int HEIGHT = 0xba;

    private final Harvest harvest;
    private int elements;
    private int width;
    private int height;

    MatroskaTags(Harvest harvest) {
        this.harvest = harvest;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    void read(byte[] content) {
        elements(content, 0, content.length, 0);
    }

    private void elements(byte[] bytes, int from, int to, int depth) {
        var name = "";
        var text = "";
        for (int at = from; at < to && depth < MAX_DEPTH && ++elements < MAX_ELEMENTS; ) {
            var element = EbmlElement.read(bytes, at);
            if (element == null || !element.isSized() || element.length() > to - at - element.head()) {
                break;
            }
            var start = at + element.head();
            var length = (int) element.length();
            switch (element.id()) {
                case TAG, SIMPLE_TAG, TRACK, VIDEO -> elements(bytes, start, start + length, depth + 1);
                case TAG_NAME -> name = new String(bytes, start, length, StandardCharsets.UTF_8).replace("\0", "");
                case TAG_STRING -> text = new String(bytes, start, length, StandardCharsets.UTF_8).replace("\0", "");
                case WIDTH -> width = width == 0 ? number(bytes, start, length) : width;
                case HEIGHT -> height = height == 0 ? number(bytes, start, length) : height;
                default -> {
                    // Codecs, languages, dates.
                }
            }
            at = start + length;
        }
        if (!name.isEmpty()) {
            harvest.add("Matroska tag", name, text);
        }
    }

    private static int number(byte[] bytes, int start, int length) {
        var value = 0L;
        for (int i = 0; i < Math.min(length, 4); i++) {
            value = (value << 8) | (bytes[start + i] & 0xff);
        }
        return (int) Math.min(value, Integer.MAX_VALUE);
    }
}
