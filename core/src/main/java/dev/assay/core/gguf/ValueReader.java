package dev.assay.core.gguf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the values of the metadata (ggml, {@code docs/gguf.md}). */
final class ValueReader {

    private static final int STRING = 8;
    private static final int ARRAY = 9;

    /** Longer texts are of no use here; chat templates and licences are. */
    private static final int LONGEST_TEXT = 64 << 10;

    private static final long MOST_ITEMS = 4_000_000;
    private static final int DEEPEST = 3;
    private static final int MOST_NUMBERS = 64;

    private final Source source;

    ValueReader(Source source) {
        this.source = source;
    }

    /** A value as text; empty for lists, and for texts that are too long to keep. */
    Optional<String> scalar(int type) throws IOException, BrokenGgufException {
        if (type == ARRAY) {
            skipArray(0);
            return Optional.empty();
        }
        return type == STRING ? text() : Optional.of(number(type));
    }

    /** A list of a few whole numbers; empty where the value is anything else. */
    List<Long> numbers(int type) throws IOException, BrokenGgufException {
        if (type != ARRAY) {
            scalar(type);
            return List.of();
        }
        var itemType = source.int32();
        var count = source.count(MOST_ITEMS, "items of a list");
        if (itemType == STRING || itemType == ARRAY || count > MOST_NUMBERS) {
            skipItems(itemType, count, 0);
            return List.of();
        }
        var numbers = new ArrayList<Long>();
        for (long i = 0; i < count; i++) {
            numbers.add(wholeNumber(number(itemType)));
        }
        return numbers;
    }

    private static long wholeNumber(String text) throws BrokenGgufException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw BrokenGgufException.because("the length " + text + " in a shape");
        }
    }

    private Optional<String> text() throws IOException, BrokenGgufException {
        var length = source.count(source.size(), "bytes of text");
        if (length > LONGEST_TEXT) {
            source.skip(length);
            return Optional.empty();
        }
        return Optional.of(source.text((int) length));
    }

    private String number(int type) throws IOException, BrokenGgufException {
        return switch (type) {
            case 0 -> Integer.toString(source.int8() & 0xff);
            case 1 -> Byte.toString(source.int8());
            case 2 -> Integer.toString(source.int16() & 0xffff);
            case 3 -> Short.toString(source.int16());
            case 4 -> Integer.toUnsignedString(source.int32());
            case 5 -> Integer.toString(source.int32());
            case 6 -> Float.toString(Float.intBitsToFloat(source.int32()));
            case 7 -> Boolean.toString(source.int8() != 0);
            case 10 -> Long.toUnsignedString(source.int64());
            case 11 -> Long.toString(source.int64());
            case 12 -> Double.toString(Double.longBitsToDouble(source.int64()));
            default -> throw unknown(type);
        };
    }

    private static int width(int type) throws BrokenGgufException {
        return switch (type) {
            case 0, 1, 7 -> 1;
            case 2, 3 -> 2;
            case 4, 5, 6 -> 4;
            case 10, 11, 12 -> 8;
            default -> throw unknown(type);
        };
    }

    private void skipArray(int depth) throws IOException, BrokenGgufException {
        var type = source.int32();
        skipItems(type, source.count(MOST_ITEMS, "items of a list"), depth);
    }

    private void skipItems(int type, long count, int depth) throws IOException, BrokenGgufException {
        if (depth > DEEPEST) {
            throw BrokenGgufException.because("lists more than " + DEEPEST + " deep");
        }
        if (type != STRING && type != ARRAY) {
            source.skip(count * width(type));
            return;
        }
        for (long i = 0; i < count; i++) {
            if (type == STRING) {
                source.skip(source.count(source.size(), "bytes of text"));
            } else {
                skipArray(depth + 1);
            }
        }
    }

    private static BrokenGgufException unknown(int type) {
        return BrokenGgufException.because("a value of the unknown type " + Integer.toUnsignedString(type));
    }
}
